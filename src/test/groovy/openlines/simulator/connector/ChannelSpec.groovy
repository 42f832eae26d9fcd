package openlines.simulator.connector

import openlines.simulator.Portal
import spock.lang.AutoCleanup
import spock.lang.Specification

/** What the customers of the built-in channels see, and how they rate. */
class ChannelSpec extends Specification {

    @AutoCleanup Portal portal = new Portal()

    static final String TEXT = '[b]Take[/b] one:[br][url=https://example.com/a]this[/url], [send=two]that[/send] or [call=+4930123456]us[/call]'

    Map screen(Map customer) { portal.control('GET', "customers/$customer.id/screen") as Map }

    Map answered(Map customer) {
        def chat = portal.say(customer, 'hello').chatId
        def operator = portal.chat(chat).session.operator
        portal.operator(chat, operator, 'answer')
        [id: chat, operator: operator]
    }

    def "#connector keeps buttons: #buttons, formatting: #markup"() {
        given:
        def customer = portal.customer(connector: connector)
        def chat = answered(customer)
        def webhook = portal.webhookOf(chat.operator)

        when:
        portal.rest('im.message.add', [DIALOG_ID: "chat$chat.id".toString(), MESSAGE: TEXT, KEYBOARD: [BUTTONS: [[TEXT: 'Yes', ACTION: 'SEND', ACTION_VALUE: 'yes'], [TYPE: 'NEWLINE'], [TEXT: 'Site', LINK: 'https://example.com']]]], webhook)
        def seen = screen(customer)
        def last = seen.messages.last()

        then:
        seen.buttons == buttons
        seen.markup == markup
        last.buttons*.TEXT == (buttons ? ['Yes', null, 'Site'] : [])
        last.text == (markup ? TEXT : 'Take one:\nthis (https://example.com/a), that or us (+4930123456)')
        last.author == 'Anna Fischer'
        !last.own
        seen.messages[0].own
        seen.typing == typing
        portal.control('POST', "customers/$customer.id/typing").shown == typing

        where:
        connector     | buttons | markup | typing
        'livechat'    | true    | true   | true
        'telegrambot' | false   | true   | false
        'whatsapp'    | false   | false  | false
        'facebook'    | false   | false  | true
        'viber'       | false   | false  | false
    }

    def "files go both ways; what is said in silence is never shown"() {
        given:
        def customer = portal.customer()
        def chat = answered(customer)
        def webhook = portal.webhookOf(chat.operator)

        when:
        portal.say(customer, 'a picture', [[name: 'a.png', url: 'https://example.com/a.png', size: 5]])
        portal.rest('imopenlines.session.mode.silent', [CHAT_ID: chat.id, ACTIVATE: 'Y'], webhook)
        portal.operator(chat.id, chat.operator, 'say', [text: 'do we know him?'])
        portal.rest('imopenlines.session.mode.silent', [CHAT_ID: chat.id, ACTIVATE: 'N'], webhook)
        portal.operator(chat.id, chat.operator, 'say', [text: 'Thank you'])

        then:
        screen(customer).messages*.text == ['hello', 'a picture', 'Thank you']
        screen(customer).messages[1].files == [[name: 'a.png', url: 'https://example.com/a.png', type: 'image']]
        portal.texts(chat.id).contains('do we know him?')
    }

    def "a rating in #connector: #how"() {
        given:
        portal.line(1, [VOTE_MESSAGE: 'Y', CLOSE_RULE: 'none'])
        def customer = portal.customer(connector: connector)
        def chat = answered(customer)

        expect:
        portal.tryControl('POST', "customers/$customer.id/vote", [good: true]).status == 409

        when:
        portal.operator(chat.id, chat.operator, 'finish')

        then:
        screen(customer).rating == widget

        when:
        portal.control('POST', "customers/$customer.id/vote", [good: false])

        then:
        portal.chat(chat.id).session.vote == 0
        !screen(customer).rating
        portal.texts(chat.id).contains('0') == !widget
        screen(customer).messages.last().text.startsWith('We are sorry')

        where:
        connector  | widget | how
        'livechat' | true   | 'two buttons, and no word in the chat'
        'whatsapp' | false  | 'a number as a message'
    }
}
