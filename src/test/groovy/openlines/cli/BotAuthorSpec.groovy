package openlines.cli

import java.nio.file.Files
import java.nio.file.Path
import openlines.desk.Chromium
import openlines.desk.Desk
import org.openqa.selenium.Keys
import spock.lang.AutoCleanup
import spock.lang.Requires
import spock.lang.Shared
import spock.lang.Specification
import spock.lang.TempDir

/** A bot's author at the desk: sees what the bot understood, teaches it, breaks and mends its file, replays. */
@Requires(value = { Chromium.found }, reason = Chromium.NEEDS)
class BotAuthorSpec extends Specification {
    @Shared @AutoCleanup Chromium page = Chromium.found ? new Chromium() : null
    @TempDir Path folder
    @AutoCleanup Stand stand
    Desk desk
    Path bot

    def setup() {
        bot = folder.resolve('bots/shop/bot.yml')
        write('bots/shop/bot.yml', BOT)
        write('intents/en/price.ask.yml', 'phrases:\n' + ['how much is it', 'what does it cost', 'the price please', 'tell me the price', 'what is the price'].collect { "  - $it\n" }.join())
        write('intents/en/opening.hours.yml', 'phrases:\n' + ['when are you open', 'opening hours', 'are you open today', 'when do you close', 'what time do you open'].collect { "  - $it\n" }.join())
        stand = new Stand(folder.resolve('bots'))
        page.open(stand.portal.url)
        desk = new Desk(page)
        def line = stand.portal.control('GET', 'lines').find { it.LINE_NAME == 'Robin (shop)' }.ID as String
        desk.choose('.new-customer [name=line]', line)
        desk.opensChat(name: 'Klara Klein')
    }

    static final String BOT = '''\
        bot: { code: shop, name: Robin, language: en }
        line: { welcome: "Good day!" }
        intents:
          price.ask: { say: "Nine euro." }
          opening.hours: { say: "From nine to six." }
        otherwise: { say: "I did not get that." }
        '''.stripIndent()

    def "a turn stands on the wire where it happened: ranking, handler, what it remembers"() {
        when:
        desk.customerSays('how much is it')

        then: "behind the event that began it"
        desk.customerSees('Nine euro.')
        page.until { page.texts('.turn-words b') == ['Greeting', 'price.ask'] }
        def order = page.texts('.exchange-name, .turn-words b')
        order.indexOf('ONIMBOTV2JOINCHAT') < order.indexOf('Greeting')
        order[order.indexOf('price.ask') - 1] == 'ONIMBOTV2MESSAGEADD'

        when: "it is opened"
        page.all('.turn-head').last().click()

        then:
        page.shows('.turn-body', 'intent price.ask')
        page.texts('.turn-body .ranking li')[0].startsWith('price.ask')
        page.shows('.turn-body .memory', 'openlines.greeted')

        when: "only turns are wanted"
        desk.presses('Turns', '.wire-tools')
        then:
        page.until { page.texts('.exchange-name').empty && page.texts('.turn-words b') == ['Greeting', 'price.ask'] }
    }

    def "what the bot did not understand is added to an intent, by keyboard, and understood from then on"() {
        given:
        desk.customerSays('qwfp zxcv')
        desk.customerSees('I did not get that.')

        when:
        page.shows('.turn-head.lost', 'qwfp zxcv')
        page.js('document.querySelector(".turn-head.lost").focus()')
        desk.keys(Keys.ENTER)
        page.until { page.all('.teach option').size() == 3 }
        page.js('document.querySelector(".teach select").focus()')
        desk.keys('price')
        desk.keys(Keys.TAB)
        desk.keys(Keys.ENTER)

        then: "it stands in the training file, and the page says when the bot has it"
        page.shows('.notice', 'Written into intents/en/price.ask.yml')
        Files.readString(folder.resolve('intents/en/price.ask.yml')).endsWith('  - qwfp zxcv\n')
        page.shows('.notice', 'Robin: saved, and at work from the next turn on')

        when:
        desk.customerSays('qwfp zxcv')

        then:
        desk.customerSees('Nine euro.')
    }

    def "a broken file is told on top of the page, with file and line, until it is mended; the old bot answers"() {
        when:
        write('bots/shop/bot.yml', BOT.replace('otherwise:', 'otherwize:'))

        then:
        page.shows('.banner', 'Broken: shop')
        page.shows('.banner code', 'bots/shop/bot.yml:6')

        when:
        desk.customerSays('how much is it')
        then:
        desk.customerSees('Nine euro.')

        when: "another browser comes later"
        page.open(stand.portal.url)
        then:
        page.shows('.banner', 'otherwize')

        when:
        write('bots/shop/bot.yml', BOT)
        then:
        page.until { !page.driver.findElement(org.openqa.selenium.By.cssSelector('.banner')).displayed }
    }

    def "a dialog and a kept script are replayed, and what is different stands side by side"() {
        given: "a dialog, kept as a test"
        desk.customerSays('how much is it')
        desk.customerSees('Nine euro.')
        desk.customerSays('when are you open')
        desk.customerSees('From nine to six.')
        desk.presses('Save as test')
        desk.presses('Save', '.sheet')
        page.shows('.notice', 'Saved: how-much-is-it-when-are-you-open.yml')

        when: "nothing has changed"
        desk.keys(Keys.ALT, 'r')
        desk.presses('Replay', '.replay')
        then:
        page.shows('.verdict', 'No difference (3 answers)')

        when: "the bot has another price"
        page.press('Close', '.sheet')
        write('bots/shop/bot.yml', BOT.replace('Nine euro.', 'Ten euro.'))
        page.shows('.notice', 'Robin: saved, and at work from the next turn on')
        desk.keys(Keys.ALT, 'r')
        page.until { page.all('.replay [name=what] option').size() == 2 }
        page.all('.replay [name=what] option')[1].click()
        desk.presses('Replay', '.replay')

        then:
        page.shows('.verdict', '1 difference')
        page.texts('.replay-row.other [role=cell]')*.readLines()*.last() == ['Nine euro.', 'Ten euro.']
        page.texts('.replay-row.other mark') == ['Nine', 'Ten']

        when:
        desk.presses('Go to the new chat', '.replay')
        then:
        desk.customerSees('Ten euro.')
    }

    def "the line's working day ends at a press"() {
        when:
        page.button('End of day').click()
        then:
        page.until { desk.clock().startsWith('18:00') }
        page.shows('.notice', 'is over')
    }

    private void write(String file, String text) {
        def path = folder.resolve(file)
        Files.createDirectories(path.parent)
        def next = Files.writeString(folder.resolve('next'), text)
        Files.move(next, path, java.nio.file.StandardCopyOption.REPLACE_EXISTING)
    }
}
