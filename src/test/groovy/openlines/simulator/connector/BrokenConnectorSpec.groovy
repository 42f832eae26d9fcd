package openlines.simulator.connector

import java.util.concurrent.CountDownLatch
import openlines.simulator.Portal
import spock.lang.AutoCleanup
import spock.lang.Specification

/** A connector in trouble harms only itself, and the journal says so. */
class BrokenConnectorSpec extends Specification {

    @AutoCleanup Portal portal = new Portal()
    @AutoCleanup ConnectorApp broken = new ConnectorApp(portal, 'broken').connect()
    @AutoCleanup ConnectorApp sound = new ConnectorApp(portal, 'sound').connect()

    Map talk(ConnectorApp app) {
        def chat = app.send([:]).session.CHAT_ID
        def operator = portal.chat(chat).session.operator
        portal.operator(chat, operator, 'answer')
        [id: chat, operator: operator]
    }

    void say(Map chat, String... texts) {
        texts.each { portal.operator(chat.id, chat.operator, 'say', [text: it]) }
    }

    List<Map> journal() {
        portal.control('GET', 'journal?kind=event&name=ONIMCONNECTORMESSAGEADD').findAll { it.url == broken.url }
    }

    def "one that answers 500 gets every event once; each failure stands in the journal, the messages in the portal"() {
        given:
        def chat = talk(broken)
        def other = talk(sound)
        broken.status = 500

        when:
        say(chat, 'one', 'two', 'three')
        say(other, 'hello')
        portal.settle()

        then: "no event comes twice, none is lost"
        broken.texts*.replaceFirst(/.*\[br]/, '') == ['one', 'two', 'three']
        journal()*.status == [500, 500, 500]
        portal.texts(chat.id).containsAll(['one', 'two', 'three'])
        portal.chat(chat.id).messages.findAll { it.kind == 'employee' }.every { !it.params.containsKey('CONNECTOR_MID') }
        sound.texts == ['[b]Paul Berger:[/b] [br]hello']

        when: "it recovers"
        broken.status = 200
        say(chat, 'four')
        portal.settle()

        then:
        journal()*.status == [500, 500, 500, 200]
        portal.chat(chat.id).messages.last().params.CONNECTOR_MID

        and: "what it missed it can read"
        broken.does('im.dialog.messages.get', [DIALOG_ID: "chat$chat.id".toString()]).messages*.text.containsAll(['one', 'two', 'three'])
    }

    def "one that is down: the portal goes on, and says what happened to each event"() {
        given:
        def chat = talk(broken)
        portal.settle()
        broken.close()

        when:
        say(chat, 'one', 'two')
        broken.does('imconnector.send.messages', [CONNECTOR: 'broken', LINE: 1, MESSAGES: [ConnectorApp.message(id: '2', text: 'are you there?')]])
        portal.settle()

        then:
        journal()*.status == [0, 0]
        journal().every { it.problem.startsWith('ConnectException') }
        portal.texts(chat.id).takeRight(3) == ['one', 'two', 'are you there?']
    }

    def "one that hangs: everybody else is served meanwhile, and its own events wait in order"() {
        given:
        def chat = talk(broken)
        def other = talk(sound)
        portal.settle()
        def arrived = new CountDownLatch(1)
        def release = new CountDownLatch(1)
        def heard = new CountDownLatch(3)
        broken.before = { arrived.countDown(); release.await() }
        sound.before = { heard.countDown() }

        when: "its first event hangs in its handler"
        say(chat, 'one', 'two')
        arrived.await()
        say(other, 'a', 'b', 'c')
        heard.await()
        def another = sound.send(user: 'other', id: '9')

        then: "the sound one has had its three, and lines take new customers"
        another.SUCCESS
        broken.texts.isEmpty()
        portal.control('POST', 'settle', [timeout: 'PT0S']).underWay > 0

        when:
        release.countDown()
        portal.settle()

        then:
        broken.texts*.replaceFirst(/.*\[br]/, '') == ['one', 'two']
        sound.texts*.replaceFirst(/.*\[br]/, '') == ['a', 'b', 'c']
        journal()*.status == [200, 200]
    }
}
