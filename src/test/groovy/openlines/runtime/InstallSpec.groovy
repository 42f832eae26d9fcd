package openlines.runtime

import static openlines.bot.Reply.say

import com.sun.net.httpserver.HttpServer
import openlines.bitrix24.rest.AppCredentials
import openlines.bot.Bot
import openlines.store.Portal.Webhook
import spock.lang.AutoCleanup
import spock.lang.Specification

/** How a portal becomes known, and what happens when its tokens or its address become others. */
class InstallSpec extends Specification {
    static final Bot ECHO = { on -> on.otherwise { say("re: ${it.text()}") } } as Bot

    Map app
    @AutoCleanup Stage stage = new Stage(ECHO, { settings, portal ->
        app = portal.control('POST', 'apps', [scope: ['imbot', 'imopenlines', 'im'], userId: 1])
        settings.as(new AppCredentials(app.clientId, app.clientSecret, "$portal.url/oauth/token/"))
    })

    int tell(String event, Map auth) {
        def body = ([event: event, ts: 1] + auth.collectEntries { key, value -> ["auth[$key]": value] })
                .collect { key, value -> "$key=${URLEncoder.encode("$value", 'UTF-8')}" }.join('&')
        stage.portal.send('POST', stage.server.handler(), body, ['Content-Type': 'application/x-www-form-urlencoded']).status
    }

    Map install() {
        def block = stage.portal.control('POST', "apps/$app.clientId/install", [handlerUrl: stage.server.handler()]).auth
        stage.settle()
        block
    }

    /** What the portal hands out with an installation, without telling the runtime. */
    Map granted() { stage.portal.control('POST', "apps/$app.clientId/install", [:]).auth }

    def "an installation is believed where the authorization server knows its token, and leaves no trace where not: #what"() {
        given: 'what a portal of ours is granted'
        def real = granted()
        expect:
        tell(event, real.subMap('domain', 'client_endpoint', 'member_id', 'access_token', 'refresh_token', 'application_token') + forged) == 403
        stage.server.portals().all() == []

        and: 'the real one is'
        install()
        stage.server.portals().all()*.memberId() == [real.member_id]
        stage.server.portals().bots(1)*.code() == ['bot']

        where:
        what                            | event          | forged
        'a made-up refresh token'       | 'ONAPPINSTALL' | [refresh_token: 'made-up']
        'no refresh token'              | 'ONAPPINSTALL' | [refresh_token: '']
        'in the name of another portal' | 'ONAPPINSTALL' | [member_id: 'somebody-else']
        'no application token'          | 'ONAPPINSTALL' | [application_token: '']
        'another event'                 | 'ONIMBOTV2MESSAGEADD' | [:]
    }

    def "the address of a portal is the one that the authorization server tells, not the event's"() {
        given:
        def real = granted()
        when:
        def status = tell('ONAPPINSTALL', real + [domain: 'evil.example', client_endpoint: 'https://evil.example/rest/'])
        stage.settle()
        then:
        status == 200
        stage.server.portals().all()*.domain() == [stage.portal.url.authority]
        stage.server.portals().all().first().access().endpoint() == real.client_endpoint
    }

    def "an update may bring another application token, and the old one is worth nothing then"() {
        given:
        def before = install()
        def updated = granted() + [application_token: 'another-token']
        when:
        def status = tell('ONAPPUPDATE', updated)
        stage.settle()
        then:
        status == 200
        tell('ONTOMORROW', [domain: before.domain, application_token: 'another-token']) == 200
        tell('ONTOMORROW', [domain: before.domain, application_token: before.application_token]) == 403

        when: 'the same is told by somebody who has no token of ours'
        status = tell('ONAPPUPDATE', updated + [application_token: 'evil', refresh_token: 'made-up'])
        then:
        status == 403
        tell('ONTOMORROW', [domain: before.domain, application_token: 'another-token']) == 200
    }

    def "a portal that was removed and comes back is pinned anew"() {
        given:
        install()
        stage.portal.control('POST', "apps/$app.clientId/uninstall")
        stage.settle()
        assert stage.server.portals().all()*.gone() == [true]
        when: 'it is installed again, as the same application'
        app = stage.portal.control('POST', 'apps', [scope: ['imbot', 'imopenlines', 'im'], userId: 1])
        stage.server.close()
        stage.settings = stage.settings.as(new AppCredentials(app.clientId, app.clientSecret, "$stage.portal.url/oauth/token/"))
        stage.server = BotServer.start(stage.settings)
        install()
        then:
        stage.server.portals().all()*.gone() == [false]
    }

    def "a portal that moved is followed, and asked at its new address from then on"() {
        given: 'an old address that redirects'
        def asked = new java.util.concurrent.atomic.AtomicInteger()
        def old = HttpServer.create(new InetSocketAddress('127.0.0.1', 0), 0)
        old.createContext('/') { exchange ->
            asked.incrementAndGet()
            exchange.responseHeaders.set('Location', "$stage.portal.url".replaceAll('/$', '') + exchange.requestURI)
            exchange.sendResponseHeaders(302, -1)
            exchange.close()
        }
        old.start()
        def path = URI.create(stage.portal.simulator.webhook()).path
        stage.server.register(Registration.Wanted.byWebhook("http://127.0.0.1:$old.address.port$path", stage.server.handler(), [1L: 'bot']))
        when:
        def customer = stage.portal.customer()
        def chat = stage.say(customer, 'one').chatId
        then:
        stage.said(chat) == ['re: one']
        asked.get() == 1
        with(stage.server.portals().all().first()) {
            domain() == stage.portal.url.authority
            access() == new Webhook(stage.portal.simulator.webhook())
        }
        when: 'registering again finds the bots as they were'
        def told = stage.server.register(Registration.Wanted.byWebhook(stage.portal.simulator.webhook(), stage.server.handler(), [1L: 'bot']))
        then:
        told.any { it ==~ /bot bot is user \d+, as before/ }
        cleanup:
        old?.stop(0)
    }
}
