package openlines.desk

import org.openqa.selenium.By
import org.openqa.selenium.Keys
import org.openqa.selenium.interactions.Actions

/** What a person does on the page, in the person's words; it counts what they do. */
class Desk {

    final Chromium page
    int actions

    Desk(Chromium page) { this.page = page }

    void opensChat(Map given = [:]) {
        if (given.name) {
            def name = page.find('.new-customer [name=name]')
            name.clear()
            name.sendKeys(given.name as String)
        }
        if (given.channel) choose('.new-customer [name=connector]', given.channel as String)
        presses('Open chat')
    }

    void presses(String words, String within = 'body') {
        actions++
        page.press(words, within)
    }

    void choose(String select, String value) {
        actions++
        page.find("$select option[value='$value']").click()
    }

    void customerSays(String words) { writes('.device textarea', words) }

    void operatorSays(String words) { writes('.operator-foot textarea', words) }

    private void writes(String area, String words) {
        actions++
        page.find(area).sendKeys(words, Keys.ENTER)
    }

    /** Keys pressed together, wherever the focus is. */
    void keys(CharSequence... keys) {
        actions++
        def chord = new Actions(page.driver)
        keys.init().each { chord.keyDown(it) }
        chord.sendKeys(keys.last())
        keys.init().reverse().each { chord.keyUp(it) }
        chord.perform()
    }

    void customerSees(String words) { page.shows('.device .bubble:not(.own) .words', words) }

    void operatorSees(String words) { page.shows('.operator-side .bubble .words', words) }

    void stage(String words) { page.shows('.operator-title .chip', words) }

    void focusIn(String css) { page.until { page.js('return document.activeElement.matches(arguments[0])', css) } }

    List<String> exchanges() { page.texts('.exchange-name') }

    String clock() { page.driver.findElement(By.cssSelector('.moment .time')).text }
}
