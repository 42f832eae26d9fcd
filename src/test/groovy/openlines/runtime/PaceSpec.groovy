package openlines.runtime

import static openlines.bot.Reply.say

import java.time.Duration
import java.util.concurrent.Executors
import openlines.bitrix24.rest.Pace
import openlines.bot.Bot
import spock.lang.AutoCleanup
import spock.lang.Specification

/** The portal's bucket is ours to respect: 50 requests at once, two a second. */
class PaceSpec extends Specification {
    static final int DIALOGS = 500
    static final Bot ECHO = { on -> on.otherwise { say("re: ${it.text()}") } } as Bot

    @AutoCleanup Stage stage

    def "five hundred answers that wait are delivered within eight seconds, and the bucket never runs over"() {
        given: 'a portal with its usual limit, and a dialog with each of many customers'
        stage = new Stage(ECHO, { it.limits(it.limits().pace(Pace.STANDARD).trust(Duration.ofSeconds(30))) }).register()
        stage.portal.control('POST', 'limits', [rate: 'standard'])
        def customers = each(1..DIALOGS) { stage.portal.customer(name: "C$it") }
        def chats = each(customers) { stage.portal.say(it, 'one').chatId }
        stage.settle()
        stage.secondsUntil(60) { answered('re: one', chats) == DIALOGS }
        stage.advance('PT30S')

        when: 'all of them write'
        each(customers) { stage.portal.say(it, 'two') }
        stage.settle()
        int seconds = stage.secondsUntil(60) { answered('re: two', chats) == DIALOGS }
        println "500 answers: $seconds s of the portal's time"

        then:
        seconds <= 8
        stage.server.counted('openlines.rest.refused') == 0
        stage.portal.control('GET', 'journal?kind=rest').every { it.status != 503 }
    }

    def "calls that come one after another wait for nobody: many bots are registered while the portal's time stands still"() {
        given: 'more calls than go before requests are scarce'
        def bots = (1..12).collectEntries { ["bot$it".toString(), ECHO] }
        stage = new Stage(bots, { it.limits(it.limits().pace(Pace.STANDARD)) })
        stage.portal.control('POST', 'limits', [rate: 'standard'])

        when:
        def registering = Thread.startVirtualThread { stage.register('bot1') }
        then:
        registering.join(Duration.ofSeconds(20))
        stage.portal.control('GET', 'journal?kind=rest').every { it.status == 200 }
        stage.server.portals().bots(1).size() == bots.size()
    }

    private int answered(String text, List chats) {
        // a letter leaves the outbox when it is sent: asking the portal for 500 chats each second would take longer
        stage.server.outbox().waiting() == 0 && stage.server.inbox().waiting() == 0
                ? chats.count { stage.said(it).contains(text) } : 0
    }

    private static <T> List each(Iterable<T> items, Closure work) {
        Executors.newFixedThreadPool(8).withCloseable { pool ->
            items.collect { item -> pool.submit({ work(item) } as java.util.concurrent.Callable) }*.get()
        }
    }
}
