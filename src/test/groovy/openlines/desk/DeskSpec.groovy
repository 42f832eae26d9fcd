package openlines.desk

import openlines.simulator.Portal
import org.openqa.selenium.Keys
import spock.lang.AutoCleanup
import spock.lang.Requires
import spock.lang.Shared
import spock.lang.Specification

@Requires(value = { Chromium.found }, reason = Chromium.NEEDS)
class DeskSpec extends Specification {

    @Shared @AutoCleanup Chromium page = Chromium.found ? new Chromium() : null
    @AutoCleanup Portal portal = new Portal()
    @AutoCleanup WelcomeBot bot = new WelcomeBot(portal.simulator)

    def setup() { page.open(portal.url) }

    def "a person talks to the bot, asks for a human, and the operator takes, answers and finishes"() {
        when: "a chat is opened as a customer and something is said"
        page.press('Open chat')
        customerSays('hello')

        then: "the bot answers, on the customer's side and on the operator's"
        page.shows('.device .bubble.bot', 'You said: hello')
        page.shows('.operator-side .bubble.bot', 'You said: hello')
        page.shows('.dialog-row', 'Marina')

        when:
        customerSays('a human please')

        then: "the dialog waits, and the page says who is asked"
        page.shows('.operator-title .chip', 'In the queue')
        page.shows('.dialog-row[data-stage=queue]', 'Anna Fischer is asked')

        when:
        page.press('Take', '.operator-side')
        page.shows('.operator-title .chip', 'With an operator')
        operatorSays('Anna here, hello!')

        then:
        page.shows('.device .bubble.employee', 'Anna here, hello!')

        when:
        page.press('Finish', '.acts')

        then:
        page.shows('.operator-title .chip', 'Closed')
        portal.chat(1001).session.stage == 'CLOSING'
        portal.texts(1001).containsAll(['hello', 'a human please', 'Anna here, hello!'])
    }

    private void customerSays(String words) { page.find('.device textarea').sendKeys(words, Keys.ENTER) }

    private void operatorSays(String words) { page.find('.operator-foot textarea').sendKeys(words, Keys.ENTER) }
}
