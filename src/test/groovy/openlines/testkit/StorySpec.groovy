package openlines.testkit

import java.nio.file.Path
import java.time.Duration
import openlines.plugin.Plugins
import spock.lang.AutoCleanup
import spock.lang.Specification

/** One message all the way through the house, and a person after it. */
class StorySpec extends Specification {
    @AutoCleanup
    TestPortal portal = TestPortal.with([Plugins.from(Path.of('bots')).find('welcome').get()])

    def "a customer is greeted, asks for a human, waits, is answered and finished"() {
        given:
        def chat = portal.chat()
        def anna = 'Anna'

        when: 'a customer writes'
        chat.customer('hello')
        then: 'the welcome bot answers, and holds the session'
        chat.bot()[0].startsWith('Hello')
        chat.session().heldByBot()

        when: 'a human is asked for'
        chat.customer('a human please')
        then: 'the bot says so and the dialog waits in the queue'
        chat.bot().any { it.contains('colleague') }
        chat.session().waitsInQueue()

        when: 'an operator takes it'
        chat.operator(anna).says("Hi, it's Anna")
        then:
        chat.session().heldByPerson()

        when: 'the customer goes on, and time passes'
        chat.customer('thanks')
        then: 'a person is never talked over'
        chat.bot() == []
        chat.later(Duration.ofMinutes(11)).bot() == []

        when:
        chat.operator(anna).finishes()
        then:
        chat.session().over()
    }
}
