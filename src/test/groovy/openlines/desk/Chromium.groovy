package openlines.desk

import java.nio.file.Files
import java.nio.file.Path
import java.time.Duration
import org.openqa.selenium.By
import org.openqa.selenium.OutputType
import org.openqa.selenium.WebDriverException
import org.openqa.selenium.WebElement
import org.openqa.selenium.chrome.ChromeDriver
import org.openqa.selenium.chrome.ChromeDriverService
import org.openqa.selenium.chrome.ChromeOptions
import org.openqa.selenium.logging.LogType
import org.openqa.selenium.logging.LoggingPreferences

/** A browser without a window; what it is asked for is awaited, for a page shows things when they come. */
class Chromium implements AutoCloseable {

    static final String NEEDS = 'needs Chromium and chromedriver on the PATH'
    static final Duration PATIENCE = Duration.ofSeconds(20)

    static boolean isFound() { browser() != null && onPath('chromedriver') != null }

    private static Path browser() { ['chromium', 'chromium-browser', 'google-chrome'].findResult { onPath(it) } }

    private static Path onPath(String program) {
        (System.getenv('PATH') ?: '').split(File.pathSeparator)
                .collect { Path.of(it, program) }
                .find { Files.isExecutable(it) }
    }

    final ChromeDriver driver
    private final Path profile = Files.createTempDirectory('openlines-desk')

    Chromium() {
        def options = new ChromeOptions()
        options.binary = browser().toFile()
        options.addArguments('--headless=new', '--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking',
                '--disable-component-update', '--disable-sync', '--disable-dev-shm-usage', '--hide-scrollbars', "--user-data-dir=$profile",
                '--lang=en')
        def preferences = new LoggingPreferences()
        preferences.enable(LogType.BROWSER, java.util.logging.Level.ALL)
        options.setCapability('goog:loggingPrefs', preferences)
        driver = new ChromeDriver(new ChromeDriverService.Builder()
                .usingDriverExecutable(onPath('chromedriver').toFile()).usingAnyFreePort().build(), options)
        size(1440, 900)
        scheme('light')
    }

    void size(int width, int height) {
        driver.executeCdpCommand('Emulation.setDeviceMetricsOverride', [width: width, height: height, deviceScaleFactor: 1, mobile: false])
    }

    /** Light or dark, as the system would have it. */
    void scheme(String name) {
        driver.executeCdpCommand('Emulation.setEmulatedMedia', [features: [[name: 'prefers-color-scheme', value: name]]])
    }

    Chromium open(URI portal, String place = '') {
        driver.get("${portal}/desk/$place")
        until { js('return document.body.dataset.ready') == 'true' }
        this
    }

    Object js(String script, Object... arguments) { driver.executeScript(script, arguments) }

    /** Waits until the closure is true; elements that are not there yet, or were just redrawn, are asked for again. */
    void until(Closure<?> condition) {
        long end = System.nanoTime() + PATIENCE.toNanos()
        def last = null
        while (System.nanoTime() < end) {
            try {
                if (condition.call()) return
                last = null
            } catch (WebDriverException e) {
                last = e
            }
            // the page's own turn, before the next look
            driver.executeAsyncScript('setTimeout(arguments[0], 40)')
        }
        throw new AssertionError("waited ${PATIENCE.toSeconds()} s in vain; the page shows: ${js('return document.body.innerText')}\nand asked last: ${js('return performance.getEntriesByType("resource").slice(-12).map(e => e.name.split("/simulator/")[1] + " " + Math.round(e.duration) + " ms").join(", ")')}" as String, last)
    }

    WebElement find(String css) {
        WebElement found = null
        until { found = all(css).find { it.displayed } }
        found
    }

    List<WebElement> all(String css) { driver.findElements(By.cssSelector(css)) }

    /** A button, a link or a menu entry by the words on it. */
    WebElement button(String words, String within = 'body') {
        WebElement found = null
        until {
            found = all("$within button, $within a, $within [role=menuitem], $within [role=menuitemcheckbox]")
                    .find { it.displayed && (it.text.trim() == words || it.getAttribute('aria-label') == words) }
        }
        found
    }

    void press(String words, String within = 'body') {
        until {
            button(words, within).click()
            true
        }
    }

    /** The texts of all rows in sight. */
    List<String> texts(String css) { js('return [...document.querySelectorAll(arguments[0])].map(e => e.innerText.trim())', css) as List<String> }

    void shows(String css, String words) { until { texts(css).any { it.contains(words) } } }

    /** What the page complained of. */
    List<String> complaints() {
        driver.manage().logs().get(LogType.BROWSER).all*.message
    }

    byte[] picture() { driver.getScreenshotAs(OutputType.BYTES) }

    @Override
    void close() {
        driver.quit()
        profile.toFile().deleteDir()
    }
}
