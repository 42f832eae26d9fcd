package openlines.desk

import java.nio.file.Path
import openlines.cli.Stand
import openlines.simulator.Portal
import openlines.simulator.desk.Companion

/** The shipped bots on a portal with something going on in every state, and the looks of the page that are worth a picture. */
class Scenery implements AutoCloseable {

    private final Stand stand = new Stand(Path.of('bots'))
    final Portal portal = stand.portal
    private final long klara
    private int opened

    /** What to do on a page that shows the portal to get to a look of it. */
    static final Map<String, Closure> STATES = [
            'talk'       : { Chromium page, Desk desk -> page.shows('.operator-side .words', 'a human please') },
            'operator'   : { Chromium page, Desk desk ->
                page.all('.dialog-row').find { it.text.contains('Ivan') }.click()
                page.shows('.operator-title h2', 'Ivan Petrov')
            },
            'wire'       : { Chromium page, Desk desk ->
                page.press('Calls', '.wire-tools')
                page.until { page.all('.exchange-head').last().click() || true }
                page.shows('.exchange-body', 'CHAT_ID')
            },
            'turn'       : { Chromium page, Desk desk ->
                page.press('Turns', '.wire-tools')
                page.until { page.find('.turn-head.lost').click() || true }
                page.until { page.all('.teach option').size() > 5 }
            },
            'new chat'   : { Chromium page, Desk desk ->
                page.press('New customer (Alt+C)')
                page.find('.new-customer')
            },
            'save'       : { Chromium page, Desk desk ->
                page.press('Save as test')
                page.find('.script')
            },
            'settings'   : { Chromium page, Desk desk ->
                page.press('Settings')
                page.find('.field-group')
            },
            'employees'  : { Chromium page, Desk desk -> settings(page, 'Employees', '.card select') },
            'connectors' : { Chromium page, Desk desk -> settings(page, 'Connectors', '.card code') },
            'bots'       : { Chromium page, Desk desk -> settings(page, 'Bots', '.card .bot') },
            'applications': { Chromium page, Desk desk -> settings(page, 'Applications', '.settings-page .primary') },
            'webhooks'   : { Chromium page, Desk desk -> settings(page, 'Webhooks', '.card code') },
            'snapshot'   : { Chromium page, Desk desk -> settings(page, 'Snapshot and reset', '.settings-page .danger') },
            'coverage'   : { Chromium page, Desk desk -> settings(page, 'Coverage', '.settings-page table') },
            'faults'     : { Chromium page, Desk desk ->
                page.press('Faults')
                page.find('.menu button')
            },
            'fault'      : { Chromium page, Desk desk ->
                page.press('Faults')
                page.press('Lose the next event', '.menu')
                page.shows('.fault-bar', 'events are lost')
            },
            'keys'       : { Chromium page, Desk desk ->
                desk.keys('?')
                page.find('.keys-list')
            },
            'broken'     : { Chromium page, Desk desk -> page.shows('.banner', 'bots/welcome/bot.yml:14') },
            'replay'     : { Chromium page, Desk desk ->
                desk.keys(org.openqa.selenium.Keys.ALT, 'r')
                page.until { page.all('.replay [name=what] option').size() > 5 }
                page.press('Replay', '.replay')
                page.until { page.texts('.verdict')[0] =~ /difference/ }
            },
    ]

    Scenery() {
        portal.line(1, [AUTO_CLOSE_TIME: 3600, WELCOME_BOT_TIME: 1800, QUEUE_TIME: 1200, NO_ANSWER_TIME: 1800])
        def ivan = portal.customer(name: 'Ivan Petrov', connector: 'telegrambot')
        def lena = portal.customer(name: 'Lena Fischer')
        def omar = portal.customer(name: 'Omar Haddad', connector: 'whatsapp')
        def klara = portal.customer(name: 'Klara Klein')
        served(ivan, 'Позовите оператора, пожалуйста')
        portal.operator(chatOf(ivan), operatorOf(ivan), 'say', [text: 'Здравствуйте, Иван! Сейчас посмотрю.'])
        portal.say(ivan, 'Спасибо, жду')
        served(lena, 'A human please')
        def operator = operatorOf(lena)
        portal.operator(chatOf(lena), operator, 'say', [text: 'Your parcel is on its way: https://example.com/track/42'])
        portal.operator(chatOf(lena), operator, 'finish')
        said(omar, 'How much is it?')
        portal.advance('PT20S')
        said(klara, 'hello')
        said(klara, 'how much is it?')
        said(klara, 'is your coffee organic?')
        said(klara, 'a human please')
        this.klara = chatOf(klara)
    }

    /** The page with the dialog that most of the looks are of; nothing is left of the look before. */
    Desk open(Chromium page, String state) {
        portal.control('DELETE', 'faults')
        portal.simulator.companion().troubled(state != 'broken' ? [] : [
                new Companion.Trouble('welcome', 'bots/welcome/bot.yml', 14, "unknown key 'setings'; known are bot, settings, hours"),
                new Companion.Trouble('faq', 'bots/faq/bot.yml', 31, "two questions have the same words: 'Where is my parcel?'")])
        // an address of its own each time: to the same one a browser does not go again
        page.open(portal.url, "?${++opened}#chat=$klara")
        new Desk(page)
    }

    private static void settings(Chromium page, String name, String css) {
        page.press('Settings')
        page.press(name, '.settings-nav')
        page.find(css)
    }

    private void said(Map customer, String words) { stand.answered(portal.say(customer, words).chatId) }

    private void served(Map customer, String words) {
        said(customer, words)
        assert portal.chat(chatOf(customer)).session.stage == 'QUEUE'
        portal.operator(chatOf(customer), operatorOf(customer), 'answer')
    }

    private long operatorOf(Map customer) { portal.chat(chatOf(customer)).session.operator as long }

    private chatOf(Map customer) {
        portal.control('GET', 'chats').find { it.entityId == customer.userCode }.id
    }

    @Override
    void close() { stand.close() }
}
