package openlines.runtime

import static openlines.bot.Reply.*

import openlines.bot.Ask
import openlines.bot.Bot
import spock.lang.AutoCleanup
import spock.lang.Specification

/** A bot is deployed anew while dialogs are open: through the real runtime, store and portal. */
class ReplacedBotSpec extends Specification {
    static final int DIALOGS = 100

    static class Before {
        static record Order(@Ask('Name?') String name, @Ask('Colour?') String colour) {}
    }

    static class After {
        static record Order(@Ask('Your name?') String name, @Ask('A note?') String note, @Ask('Your colour?') String colour) {}
    }

    static Bot orders(Class form) {
        { on ->
            on.intent('order') { ask(form) }
            on.submit(form) { turn, order -> say(form.recordComponents.collect { order."$it.name" }.join(', ')) }
            on.otherwise { say('Hm?') }
        } as Bot
    }

    @AutoCleanup
    Stage stage = new Stage(orders(Before.Order)).register()

    def "a form that has changed between two runs over the same store asks the new slot only"() {
        given:
        def customer = stage.portal.customer()
        def chat = stage.say(customer, 'order').chatId
        stage.say(customer, 'Olga')
        assert stage.said(chat) == ['Name?', 'Colour?']
        when:
        stage.restart()
        stage.register() // the portal's connections to where the bot was are no way to where it is
        stage.server.swap(Stage.hosted('bot', orders(After.Order)))
        stage.say(customer, 'blue')
        stage.say(customer, 'by Friday')
        then:
        stage.said(chat).drop(2) == ['A note?', 'Olga, by Friday, blue']
    }

    def "a bot that is replaced while a hundred dialogs are open loses none of them"() {
        given: 'some are asked for the name, some for the colour'
        def customers = (1..DIALOGS).collect { stage.portal.customer([name: "Customer $it".toString()]) }
        def chats = customers.collect { stage.portal.say(it, 'order').chatId }
        stage.settle()
        customers.eachWithIndex { customer, n -> n % 2 ? stage.portal.say(customer, "Olga $n".toString()) : null }
        stage.settle()
        when:
        stage.server.swap(Stage.hosted('bot', orders(After.Order)))
        3.times { round ->
            customers.eachWithIndex { customer, n ->
                def asked = stage.said(chats[n]).last()
                def answer = [name: "Olga $n", colour: "colour $n", note: "note $n"].find { asked.toLowerCase().endsWith("$it.key?") }?.value
                if (answer) {
                    stage.portal.say(customer, answer.toString())
                }
            }
            stage.settle()
        }
        then: 'each is asked what is new, and nothing that it has answered'
        (0..<DIALOGS).findAll { n ->
            def ends = ['A note?', "Olga $n, note $n, colour $n".toString()]
            stage.said(chats[n]) != (n % 2 ? ['Name?', 'Colour?'] + ends : ['Name?', 'A note?', 'Your colour?', ends[1]])
        } == []
    }
}
