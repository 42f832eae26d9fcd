package openlines.desk

import java.nio.file.Files
import java.nio.file.Path
import openlines.simulator.Portal
import org.openqa.selenium.Keys
import spock.lang.AutoCleanup
import spock.lang.Requires
import spock.lang.Shared
import spock.lang.Specification
import spock.lang.TempDir

@Requires(value = { Chromium.found }, reason = Chromium.NEEDS)
class DeskSpec extends Specification {

    @Shared @AutoCleanup Chromium page = Chromium.found ? new Chromium() : null
    @AutoCleanup Portal portal = new Portal()
    @AutoCleanup WelcomeBot bot = new WelcomeBot(portal.simulator)
    @TempDir Path bots
    Desk desk

    def setup() {
        Files.createDirectories(bots.resolve('welcome'))
        Files.writeString(bots.resolve('welcome/bot.yml'), 'bot: { code: welcome }')
        portal.simulator.companion().botsIn(bots)
        page.open(portal.url)
        desk = new Desk(page)
    }

    def "a person talks to the bot, asks for a human, and the operator takes, answers and finishes"() {
        when: "a chat is opened as a customer and something is said"
        desk.opensChat()
        desk.customerSays('hello')

        then: "the bot answers, on the customer's side and on the operator's"
        desk.customerSees('You said: hello')
        desk.operatorSees('You said: hello')
        page.shows('.dialog-row', 'Marina')

        when:
        desk.customerSays('a human please')

        then: "the dialog waits, and the page says who is asked"
        desk.stage('In the queue')
        page.shows('.dialog-row[data-stage=queue]', 'Anna Fischer is asked')

        when:
        desk.presses('Take')
        desk.stage('With an operator')
        desk.operatorSays('Anna here, hello!')

        then:
        desk.customerSees('Anna here, hello!')

        when:
        desk.presses('Finish', '.acts')

        then:
        desk.stage('Closed')
        portal.chat(1001).session.stage == 'CLOSING'
        portal.texts(1001).containsAll(['hello', 'a human please', 'Anna here, hello!'])
    }

    def "from the address to a saved test takes a newcomer fewer than ten actions"() {
        when:
        desk.opensChat()
        desk.customerSays('hello')
        desk.customerSees('You said: hello')
        desk.customerSays('a human please')
        desk.stage('In the queue')
        desk.presses('Take')
        desk.stage('With an operator')
        desk.operatorSays('Anna here.')
        desk.customerSees('Anna here.')
        desk.presses('Save as test')
        desk.presses('Save', '.sheet')
        page.shows('.notice', 'Saved: hello-a-human-please.yml')

        then:
        desk.actions < 10
        Files.readString(bots.resolve('welcome/dialogs/hello-a-human-please.yml')) == '''\
            about: hello a human please
            customer: Maria
            at: 2026-03-16T12:00
            zone: UTC
            dialog:
              - joins: welcome
              - bot: "You said: [b]hello[/b]"
                buttons: [A colleague]
              - customer: hello
              - presses: A colleague
              - bot: Calling a colleague.
              - handoff: queue
              - operator: Anna here.
            '''.stripIndent()
    }

    def "a button does what the bot hung on it"() {
        given:
        desk.opensChat()
        desk.customerSays('hello')

        when:
        desk.presses('A colleague', '.device .keyboard')

        then:
        desk.stage('In the queue')
        portal.texts(1001).contains('a human please')
    }

    def "a channel without buttons shows none"() {
        given:
        desk.opensChat(channel: 'whatsapp')
        desk.customerSays('hello')
        desk.customerSees('You said: hello')

        expect:
        page.all('.device .keyboard').empty
        page.all('.operator-side .keyboard').size() == 1
    }

    def "the wire shows what the bot was told and what it called, and how to repeat it"() {
        given:
        desk.opensChat()
        desk.customerSays('hello')
        desk.customerSees('You said: hello')

        expect:
        page.until { desk.exchanges() == ['ONIMBOTV2JOINCHAT', 'ONIMBOTV2MESSAGEADD', 'imbot.v2.chat.message.send'] }
        page.texts('.exchange .status') == ['200', '200', '200']

        when: "one is opened"
        page.all('.exchange-head')[2].click()

        then: "its bodies are read as a tree"
        page.shows('.exchange-body', 'dialogId: "chat1001"')
        page.shows('.exchange-body .address', 'imbot.v2.Chat.Message.send')

        when: "only events are wanted"
        desk.presses('Events', '.wire-tools')

        then:
        page.until { desk.exchanges() == ['ONIMBOTV2JOINCHAT', 'ONIMBOTV2MESSAGEADD'] }
    }

    def "time goes when it is told to, and what fires is said"() {
        given:
        portal.line(1, [WELCOME_BOT_TIME: 120])
        desk.opensChat()
        desk.customerSays('hello')
        desk.customerSees('You said: hello')

        expect: "the clock stands, and says so"
        desk.clock() == '12:00:00'
        page.find('.next-timer').text.contains('2:00')

        when:
        desk.presses('+1 min')

        then:
        page.until { desk.clock() == '12:01:00' }

        when: "the next timer is not waited for"
        desk.keys(Keys.ALT, 'n')

        then:
        page.until { desk.clock() == '12:02:00' }
        page.shows('.fired', 'Timer: Bot to queue')
        desk.stage('In the queue')

        when:
        desk.presses('×60')

        then:
        page.until { portal.control('GET', 'clock').speed == 60 }

        when:
        desk.presses('Stopped', '.clock')

        then:
        page.until { portal.control('GET', 'clock').manual }
    }

    def "an operator passes a dialog on, and a rating comes back"() {
        given:
        desk.opensChat()
        desk.customerSays('a human please')
        desk.stage('In the queue')
        desk.presses('Take')
        desk.stage('With an operator')

        when:
        desk.presses('Transfer')
        desk.choose('.sheet [name=to]', 'user:5')
        desk.presses('Transfer', '.sheet')

        then:
        page.until { portal.chat(1001).session.operatorName == 'James Miller' }
        page.shows('.operator-title .chip', 'James Miller')

        when:
        desk.presses('Take')
        desk.stage('With an operator')
        desk.operatorSays('James here.')
        desk.customerSees('James here.')
        desk.presses('Finish', '.acts')
        desk.presses('Good', '.vote-bar')

        then:
        page.until { portal.chat(1001).session.vote == 1 }
        page.shows('.dialog-row', '👍')
    }

    def "a note is for colleagues only"() {
        given:
        desk.opensChat()
        desk.customerSays('a human please')
        desk.stage('In the queue')
        desk.presses('Take')
        desk.stage('With an operator')

        when:
        desk.presses('Note')
        desk.operatorSays('He is a regular, be kind')
        page.shows('.operator-side .hidden-note', 'be kind')
        desk.presses('Note')
        desk.operatorSays('Welcome back!')
        desk.customerSees('Welcome back!')

        then:
        !page.texts('.device .bubble').any { it.contains('be kind') }
    }

    def "a dialog is said again in a new chat, up to any of its messages"() {
        given:
        desk.opensChat(name: 'Klara Klein')
        desk.customerSays('one')
        desk.customerSees('You said: one')
        desk.customerSays('two')
        desk.customerSees('You said: two')

        when:
        page.js('document.querySelector(".device .tools button:last-child").click()')
        page.shows('.notice', '1 message replayed')

        then:
        portal.control('GET', 'chats').count { it.type == 'lines' } == 2
        page.until { portal.texts(1002) == ['one', 'You said: [b]one[/b]'] }

        when:
        desk.presses('More actions')
        desk.presses('Silent mode', '.acts')

        then:
        page.shows('.operator-title', 'silent mode')
    }

    def "several customers are played at once"() {
        when:
        desk.opensChat(name: 'Klara Klein')
        desk.customerSays('I am Klara')
        desk.customerSees('You said: I am Klara')
        desk.presses('New customer (Alt+C)')
        desk.opensChat(name: 'Omar Haddad', channel: 'telegrambot')
        desk.customerSays('I am Omar')
        desk.customerSees('You said: I am Omar')

        then:
        page.texts('.tab') == ['KK\nKlara Klein', 'OH\nOmar Haddad'] || page.texts('.tab')*.replaceAll('\\s+', ' ')*.contains('Klein') == [true, false]
        page.texts('.dialog-row strong') as Set == ['Klara Klein', 'Omar Haddad'] as Set

        when:
        page.find('.tab').click()

        then:
        desk.customerSees('You said: I am Klara')
        desk.operatorSees('I am Klara')
        !page.texts('.device .bubble').any { it.contains('Omar') }
    }

    def "the keyboard is enough"() {
        given:
        desk.opensChat(name: 'Klara Klein')
        desk.focusIn('.device textarea')
        desk.keys('hello')
        desk.keys(Keys.ENTER)
        desk.customerSees('You said: hello')

        when: "a second customer"
        desk.keys(Keys.ALT, 'c')
        desk.focusIn('.new-customer button[type=submit]')
        desk.keys(Keys.ENTER)
        desk.focusIn('.device textarea')
        desk.keys('a human please')
        desk.keys(Keys.ENTER)
        desk.stage('In the queue')

        and: "taken, and answered"
        desk.keys(Keys.ALT, 't')
        desk.stage('With an operator')
        desk.keys(Keys.ALT, '2')
        desk.focusIn('.operator-foot textarea')
        desk.keys('Here I am')
        desk.keys(Keys.ENTER)

        then:
        desk.operatorSees('Here I am')

        when: "the other dialog, while writing"
        desk.keys(Keys.ALT, Keys.ARROW_UP)

        then:
        page.until { page.js('return location.hash') == '#chat=1001' }
        desk.operatorSees('You said: hello')
    }

    def "a line is set on the page, and the portal has it"() {
        when:
        desk.presses('Settings')
        def name = page.find('.settings [name=LINE_NAME]')
        name.clear()
        name.sendKeys('Boutique')
        desk.presses('Save', '.settings')

        then:
        page.until { portal.control('GET', 'lines')[0].LINE_NAME == 'Boutique' }
        page.shows('.notice', 'Saved')

        when:
        desk.presses('Employees', '.settings')
        desk.choose('.settings .card:nth-child(2) select', 'away')

        then:
        page.until { portal.control('GET', 'operators').find { it.id == 2 }.presence == 'away' }
    }

    def "a fault is one press"() {
        when:
        desk.presses('Faults')
        desk.presses('Server error (next 3 calls)', '.menu')

        then:
        page.shows('.fault-bar', 'INTERNAL_SERVER_ERROR')
        portal.rest('user.get').status == 500

        when:
        desk.presses('End all faults', '.fault-bar')

        then:
        page.until { portal.control('GET', 'faults') == [calls: [], events: []] }
        page.until { !page.driver.findElement(org.openqa.selenium.By.cssSelector('.fault-bar')).displayed }
    }

    def "it speaks #language"() {
        given:
        page.js('localStorage.setItem("language", arguments[0])', language)
        page.open(portal.url)

        expect:
        page.shows('h2', pane)
        page.js('return document.documentElement.lang') == language
        page.texts('body')[0].readLines().every { !(it =~ /^[a-z]+\.[a-zA-Z.]+$/) }

        cleanup:
        page.js('localStorage.clear()')

        where:
        language | pane
        'ru'     | 'Клиент'
        'de'     | 'Kunde'
    }

    def "every language has every word of the English one"() {
        given:
        def words = { Portal.JSON.readValue(getClass().getResource("/desk/i18n/${it}.json"), Map) }
        expect:
        words(language).keySet() == words('en').keySet()
        words(language).every { key, text -> text && text.findAll(/\{\w+}/) as Set == words('en')[key].findAll(/\{\w+}/) as Set }
        where:
        language << ['ru', 'de']
    }

    def cleanup() {
        def complaints = page.complaints().findAll { !it.contains('Failed to load resource') }
        assert complaints == []
    }
}
