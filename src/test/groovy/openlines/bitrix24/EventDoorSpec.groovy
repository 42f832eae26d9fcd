package openlines.bitrix24

import static openlines.bot.Reply.say

import java.net.http.HttpClient
import java.net.http.HttpRequest
import java.net.http.HttpRequest.BodyPublishers
import java.net.http.HttpResponse.BodyHandlers
import openlines.bot.Bot
import openlines.runtime.Stage
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification

/** Whatever comes to the event door gets the documented answer, and the next good event is served. */
class EventDoorSpec extends Specification {
    static final Bot ECHO = { on ->
        on.welcome { say('Hello!') }
        on.otherwise { say('Sorry?') }
    } as Bot

    @Shared @AutoCleanup Stage stage = new Stage(ECHO).register()
    @Shared HttpClient http = HttpClient.newHttpClient()
    @Shared String token = stage.server.portals().bots(1).first().token()
    @Shared long bot = stage.server.portals().bots(1).first().botId()

    int post(byte[] body, String type = 'application/x-www-form-urlencoded') {
        def request = HttpRequest.newBuilder(URI.create(stage.server.handler()))
                .header('Content-Type', type).POST(BodyPublishers.ofByteArray(body)).build()
        def response = http.send(request, BodyHandlers.ofString())
        assert !response.body().contains('Exception') && !response.body().contains('\tat ')
        response.statusCode()
    }

    int post(String body) { post(body.bytes) }

    String auth(String applicationToken = "custom$token") {
        "auth[domain]=${stage.portal.url.authority}&auth[application_token]=$applicationToken"
    }

    def "#what is answered #status, leaves no trace, and the next good event is served"() {
        given:
        def before = stage.server.inbox().keys(1)
        expect:
        post(body(this)) == status
        stage.server.inbox().keys(1) == before

        when: 'a customer writes'
        def customer = stage.portal.customer()
        def chat = stage.say(customer, 'hello').chatId
        then:
        stage.said(chat) == ['Hello!', 'Sorry?']

        where:
        what                           | status | body
        'an event without a token'     | 403    | { "event=ONIMBOTV2MESSAGEADD&data[message][id]=1".bytes }
        'an event with a wrong token'  | 403    | { "event=ONIMBOTV2MESSAGEADD&data[message][id]=1&${it.auth('custom')}".bytes }
        'a stranger portal'            | 403    | { "event=ONIMBOTV2MESSAGEADD&auth[domain]=evil.example&auth[application_token]=custom${it.token}".bytes }
        'a stranger who installs'      | 403    | { "event=ONAPPINSTALL&auth[domain]=evil.example&auth[application_token]=x&auth[refresh_token]=y&auth[member_id]=z".bytes }
        'a broken percent sign'        | 400    | { "event=ONIMBOTV2MESSAGEADD&data=%zz".bytes }
        'a bracket that is not closed' | 400    | { "event=X&data[a=1".bytes }
        'text that is not UTF-8'       | 400    | { "event=X&data=%ff%fe".bytes }
        'an empty body'                | 400    | { new byte[0] }
        'a body without an event'      | 400    | { "hello=world".bytes }
        'broken JSON'                  | 400    | { '{"event": "X", '.bytes }
        'nested 1,000 deep'            | 400    | { ("event=X&data" + "[a]" * 1000 + "=1").bytes }
        'JSON nested 1,000 deep'       | 400    | { ('{"event":"X","data":' + '{"a":' * 1000 + '1' + '}' * 1001).bytes }
        '5,000 keys'                   | 400    | { ("event=X" + (1..5000).collect { "&a$it=1" }.join()).bytes }
        'an unknown event'             | 200    | { "event=ONTOMORROW&${it.auth()}".bytes }
        'an event that tells nothing'  | 200    | { "event=ONIMBOTV2MESSAGEADD&${it.auth()}".bytes }
    }

    def "10 MB are refused unread, and the next good event is served"() {
        when:
        int status
        try {
            status = post(new byte[10 << 20])
        } catch (IOException closedWhileWriting) {
            status = 413
        }
        then:
        status == 413
        when:
        def chat = stage.say(stage.portal.customer(), 'hello').chatId
        then:
        stage.said(chat) == ['Hello!', 'Sorry?']
    }

    def "what was refused is counted"() {
        given:
        def before = [refused: stage.server.counted('openlines.events', 'outcome', 'refused'),
                      malformed: stage.server.counted('openlines.events', 'outcome', 'malformed')]
        when:
        post('event=X&auth[application_token]=no')
        post('nothing')
        post('')
        then:
        stage.server.counted('openlines.events', 'outcome', 'refused') == before.refused + 1
        stage.server.counted('openlines.events', 'outcome', 'malformed') == before.malformed + 2
    }

    def "a repeat is acknowledged and dropped, as a form and as JSON"() {
        given:
        def customer = stage.portal.customer()
        def said = stage.say(customer, 'hello')
        def again = "event=ONIMBOTV2MESSAGEADD&data[bot][id]=$bot&data[bot][code]=bot&data[message][id]=$said.messageId" +
                "&data[message][chatId]=$said.chatId&data[message][text]=hello&ts=1&${auth()}"
        def json = """{"event": "ONIMBOTV2MESSAGEADD", "ts": 1, "data": {"bot": {"id": $bot}, "message": {"id": $said.messageId,
                "chatId": $said.chatId, "text": "hello"}}, "auth": {"domain": "${stage.portal.url.authority}", "application_token": "custom$token"}}"""
        def repeats = stage.server.counted('openlines.inbox', 'outcome', 'repeat')
        expect:
        post(again) == 200
        post(json.bytes, 'application/json') == 200
        when:
        stage.settle()
        then:
        stage.said(said.chatId) == ['Hello!', 'Sorry?']
        stage.server.counted('openlines.inbox', 'outcome', 'repeat') == repeats + 2
    }

    def "the bot's joinings are told apart by who brought it in, and the same one told again is not"() {
        given: 'all in one second of the portal'
        def joined = { long by ->
            post("event=ONIMBOTV2JOINCHAT&data[bot][id]=$bot&data[bot][code]=bot&data[dialogId]=chat77&data[chat][id]=77" +
                    "&data[chat][dialogId]=chat77&data[user][id]=$by&ts=5&${auth()}")
        }
        def kept = { stage.server.counted('openlines.inbox', 'outcome', 'kept') }
        def before = kept()
        expect:
        [joined(1), joined(1), joined(0), joined(1)] == [200] * 4
        kept() == before + 2
    }

    def "health and metrics are open to whoever watches"() {
        expect:
        def health = http.send(HttpRequest.newBuilder(URI.create("${stage.server.address()}/health")).build(), BodyHandlers.ofString())
        health.statusCode() == 200
        def metrics = http.send(HttpRequest.newBuilder(URI.create("${stage.server.address()}/prometheus")).build(), BodyHandlers.ofString())
        metrics.statusCode() == 200
        metrics.body().contains('openlines_events_total')
        !metrics.body().contains(token)
    }
}
