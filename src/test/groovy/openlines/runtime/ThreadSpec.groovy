package openlines.runtime

import static openlines.bot.Reply.*

import java.time.Duration
import java.util.concurrent.CountDownLatch
import openlines.bot.Bot
import openlines.store.BotEntry.Generation
import spock.lang.AutoCleanup
import spock.lang.Specification

class ThreadSpec extends Specification {
    @AutoCleanup Stage stage

    Bot bot = { on ->
        on.welcome { say('Hello, {}!', it.customer().name()) }
        on.intent('price') { say('Ten.') }
        on.intent('human') { say('Calling a colleague.').then(handoff().noting('wants a person')) }
        on.intent('bye') { say('Good bye.').then(finish()) }
        on.idle(Duration.ofMinutes(10)) { say('Are you still there?') }
        on.otherwise { say('Sorry?') }
    } as Bot

    def "a message goes all the way through: welcome, answer, hand-off, silence while a person has it"() {
        given:
        stage = new Stage(bot).register()
        def customer = stage.portal.customer(name: 'Klara Klein')

        when: 'she writes'
        def chat = stage.say(customer, 'the price please').chatId
        then:
        stage.said(chat) == ['Hello, Klara Klein!', 'Ten.']

        when: 'she asks for a person'
        stage.say(customer, 'a human please')
        then: 'the dialog waits in the queue, and the note is not for her'
        stage.said(chat).takeRight(2) as Set == ['Calling a colleague.', 'wants a person'] as Set
        stage.portal.chat(chat).session.stage == 'QUEUE'

        when: 'she writes while she waits, a colleague answers, she thanks'
        stage.say(customer, 'the price')
        stage.portal.operator(chat, 2, 'answer')
        stage.portal.operator(chat, 2, 'say', [text: 'Hi, it is Anna'])
        stage.say(customer, 'the price')
        stage.advance('PT15M')
        then: 'the bot is silent'
        stage.said(chat).size() == 4
    }

    def "a colleague takes a dialog, #says, and gives it back: it has not begun anew"() {
        given:
        stage = new Stage({ on ->
            on.welcome { say('Hello!') }
            on.returned { say('It is me again.') }
            on.otherwise { say('Sorry?') }
        } as Bot).register()
        def chat = stage.say(stage.portal.customer(), 'price').chatId

        when:
        stage.portal.operator(chat, 2, 'intercept')
        words.each { stage.portal.operator(chat, 2, 'say', [text: it]) }
        stage.settle()
        stage.advance('PT5S')
        stage.portal.operator(chat, 2, 'transfer', [USER_ID: stage.server.portals().all().collectMany { stage.server.portals().bots(it.id()) }.first().botId()])
        stage.settle()
        then:
        stage.said(chat) == ['Hello!', 'Sorry?', 'It is me again.']

        where:
        says         | words
        'speaks'     | ['Hi, it is Anna']
        'is silent'  | []
    }

    def "what the portal says again is answered once"() {
        given:
        stage = new Stage(bot).register()
        def customer = stage.portal.customer(name: 'Klara Klein')
        def chat = stage.say(customer, 'price').chatId
        stage.say(customer, 'price')
        when:
        def answers = stage.sayAllAgain()
        stage.settle()
        then:
        answers.size() >= 3
        answers.every { it == 200 }
        stage.said(chat) == ['Hello, Klara Klein!', 'Ten.', 'Ten.']
        stage.server.counted('openlines.inbox', 'outcome', 'repeat') == answers.size()
    }

    def "a bot may end the session, and the next one begins anew"() {
        given:
        stage = new Stage(bot).register()
        def customer = stage.portal.customer()
        when:
        def chat = stage.say(customer, 'bye').chatId
        then:
        stage.said(chat) == ['Hello, Klara Klein!', 'Good bye.']
        stage.portal.chat(chat).session.stage in ['CLOSED', 'CLOSING']
    }

    def "silence has an end: the idle timer rings once, when the clock says so"() {
        given:
        stage = new Stage(bot).register()
        def customer = stage.portal.customer()
        stage.portal.line(1, [WELCOME_BOT_TIME: 0])
        def chat = stage.say(customer, 'price').chatId
        when:
        stage.advance('PT9M')
        then:
        stage.said(chat).last() == 'Ten.'
        when:
        stage.advance('PT1M')
        then:
        stage.said(chat).last() == 'Are you still there?'
    }

    def "a handler that throws is apologised for, and the dialog goes to a person"() {
        given:
        stage = new Stage({ on ->
            on.welcome { say('Hello!') }
            on.otherwise { throw new IllegalStateException('out of paper') }
        } as Bot).register()
        def customer = stage.portal.customer()
        when:
        def chat = stage.say(customer, 'price').chatId
        then:
        stage.portal.chat(chat).session.stage == 'QUEUE'
        stage.said(chat).size() >= 2
        stage.server.counted('openlines.turns.failed') == 1
    }

    def "a customer who waits for a slow answer sees that the bot is writing, generation #generation"() {
        given:
        def seen = new java.util.concurrent.CountDownLatch(1)
        stage = new Stage({ on -> on.otherwise { seen.await(); say('At last.') } } as Bot)
        stage.server.register(new Registration.Wanted(stage.portal.simulator.webhook(), '', stage.server.handler(), [1L: 'bot'], generation))
        when:
        def chat = stage.portal.say(stage.portal.customer(), 'hello').chatId
        def writes = QueueServer.eventually { stage.portal.control('GET', "journal?kind=rest&name=$method").any { it.status == 200 } }
        seen.countDown()
        stage.settle()
        then:
        writes
        stage.said(chat) == ['At last.']
        where:
        generation    | method
        Generation.V2 | 'imbot.v2.Chat.InputAction.notify'
        Generation.V1 | 'imbot.chat.sendTyping'
    }

    def "who waits in vain for quiet is told what is still at work"() {
        given: 'a handler that waits'
        def goOn = new CountDownLatch(1)
        stage = new Stage({ on -> on.otherwise { goOn.await(); say('At last.') } } as Bot).register()
        def chat = stage.portal.say(stage.portal.customer(), 'hello').chatId
        stage.portal.settle()
        when:
        stage.server.settle(Duration.ofMillis(200))
        then:
        def told = thrown(IllegalStateException)
        told.message.contains("chat=$chat")
        told.message.contains('portal 1 0 on their way, 0 waiting')
        when:
        goOn.countDown()
        stage.settle()
        then:
        stage.said(chat) == ['At last.']
    }

    def "registering again changes nothing"() {
        given:
        stage = new Stage(bot)
        def wanted = Registration.Wanted.byWebhook(stage.portal.simulator.webhook(), stage.server.handler(), [1L: 'bot'])
        when:
        def first = stage.server.register(wanted)
        def second = stage.server.register(wanted)
        then:
        first.any { it ==~ /bot bot is user \d+, new/ }
        first.contains('line 1 is now welcomed by bot')
        second.any { it ==~ /bot bot is user \d+, as before/ }
        second.contains('line 1 is welcomed by bot, as before')
    }
}
