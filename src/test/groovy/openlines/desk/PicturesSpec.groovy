package openlines.desk

import java.nio.file.Files
import java.nio.file.Path
import javax.imageio.ImageIO
import spock.lang.AutoCleanup
import spock.lang.Requires
import spock.lang.Shared
import spock.lang.Specification

/** Takes the pictures of the manual: {@code mvn test -Dquick -Dtest=PicturesSpec -Dopenlines.pictures=docs/desk}. */
@Requires(value = { Chromium.found }, reason = Chromium.NEEDS)
class PicturesSpec extends Specification {

    static final Path FOLDER = Path.of(System.getProperty('openlines.pictures', 'target/desk'))

    @Shared @AutoCleanup Chromium page = Chromium.found ? new Chromium() : null
    @Shared @AutoCleanup Scenery scenery = Chromium.found ? new Scenery() : null

    def setupSpec() {
        Files.createDirectories(FOLDER)
    }

    def "the picture #name shows what it should, without an error of the page"() {
        given:
        page.size(width, height)
        page.scheme(scheme)
        def desk = scenery.open(page, state)
        page.complaints()

        when:
        Scenery.STATES[state].call(page, desk)
        page.js('document.activeElement?.blur?.()')
        // fonts and the last frame
        page.driver.executeAsyncScript('document.fonts.ready.then(() => requestAnimationFrame(() => requestAnimationFrame(() => arguments[0]())))')
        def picture = page.picture()
        Files.write(FOLDER.resolve("${name}.png"), picture)

        then:
        def taken = ImageIO.read(new ByteArrayInputStream(picture))
        [taken.width, taken.height] == [width, height]
        page.complaints().findAll { it.contains('Error') } == []

        where:
        name            | state          | scheme  | width | height
        'desk'          | 'talk'         | 'light' | 1440  | 900
        'desk-dark'     | 'talk'         | 'dark'  | 1440  | 900
        'desk-phone'    | 'talk'         | 'light' | 400   | 800
        'operator'      | 'operator'     | 'light' | 1440  | 900
        'wire'          | 'wire'         | 'light' | 1440  | 900
        'turn'          | 'turn'         | 'light' | 1440  | 900
        'replay'        | 'replay'       | 'light' | 1440  | 900
        'broken'        | 'broken'       | 'light' | 1440  | 900
        'new-chat'      | 'new chat'     | 'light' | 1440  | 900
        'save-as-test'  | 'save'         | 'light' | 1440  | 900
        'settings'      | 'settings'     | 'light' | 1440  | 900
        'employees'     | 'employees'    | 'dark'  | 1440  | 900
        'connectors'    | 'connectors'   | 'light' | 1440  | 900
        'bots'          | 'bots'         | 'light' | 1440  | 900
        'applications'  | 'applications' | 'light' | 1440  | 900
        'webhooks'      | 'webhooks'     | 'light' | 1440  | 900
        'snapshot'      | 'snapshot'     | 'light' | 1440  | 900
        'coverage'      | 'coverage'     | 'light' | 1440  | 900
        'faults'        | 'faults'       | 'light' | 1440  | 900
        'fault'         | 'fault'        | 'dark'  | 1440  | 900
        'keys'          | 'keys'         | 'light' | 1440  | 900
    }
}
