package openlines.desk

import openlines.simulator.Portal

/** A portal with something going on in every state, and the looks of the page that are worth a picture. */
class Scenery {

    /** What to do on a page that shows the portal to get to a look of it. */
    static final Map<String, Closure> STATES = [
            'talk'     : { Chromium page, Desk desk -> page.shows('.operator-side .words', 'a human please') },
            'operator' : { Chromium page, Desk desk ->
                page.all('.dialog-row').find { it.text.contains('Ivan') }.click()
                page.shows('.operator-title h2', 'Ivan Petrov')
            },
            'wire'     : { Chromium page, Desk desk ->
                page.until { page.all('.exchange-head').size() > 2 }
                page.all('.exchange-head')[2].click()
                page.shows('.exchange-body', 'dialogId')
            },
            'new chat' : { Chromium page, Desk desk ->
                page.press('New customer (Alt+C)')
                page.find('.new-customer')
            },
            'save'     : { Chromium page, Desk desk ->
                page.press('Save as test')
                page.find('.script')
            },
            'settings' : { Chromium page, Desk desk ->
                page.press('Settings')
                page.find('.field-group')
            },
            'employees': { Chromium page, Desk desk ->
                page.press('Settings')
                page.press('Employees', '.settings')
                page.find('.card select')
            },
            'faults'   : { Chromium page, Desk desk ->
                page.press('Faults')
                page.find('.menu button')
            },
            'keys'     : { Chromium page, Desk desk ->
                desk.keys('?')
                page.find('.keys-list')
            },
    ]

    /** The bot of {@link WelcomeBot} must stand. */
    static void build(Portal portal) {
        portal.line(1, [AUTO_CLOSE_TIME: 3600, WELCOME_BOT_TIME: 180])
        def ivan = portal.customer(name: 'Ivan Petrov', connector: 'telegrambot')
        def lena = portal.customer(name: 'Lena Fischer')
        def omar = portal.customer(name: 'Omar Haddad', connector: 'whatsapp')
        def klara = portal.customer(name: 'Klara Klein')
        served(portal, ivan, 'Где мой заказ? human')
        portal.operator(chatOf(portal, ivan), 2, 'say', [text: 'Здравствуйте, Иван! Сейчас посмотрю.'])
        portal.say(ivan, 'Спасибо, жду')
        served(portal, lena, 'A question, human')
        portal.operator(chatOf(portal, lena), 3, 'say', [text: 'Your parcel is on its way: https://example.com/track/42'])
        portal.operator(chatOf(portal, lena), 3, 'finish')
        portal.say(omar, 'What do you sell?')
        portal.settle()
        portal.advance('PT20S')
        portal.say(klara, 'hello')
        settled(portal, klara, 'You said')
        portal.say(klara, 'a human please')
        settled(portal, klara, 'Calling')
        portal.settle()
    }

    private static void served(Portal portal, Map customer, String words) {
        def chat = portal.say(customer, words).chatId
        def session = null
        while (session?.stage != 'QUEUE') {
            portal.settle()
            session = portal.chat(chat).session
        }
        portal.operator(chat, session.operator as long, 'answer')
    }

    private static void settled(Portal portal, Map customer, String words) {
        while (!portal.texts(chatOf(portal, customer)).any { it.startsWith(words) }) portal.settle()
    }

    private static chatOf(Portal portal, Map customer) {
        portal.control('GET', 'chats').find { it.entityId == customer.userCode }.id
    }
}
