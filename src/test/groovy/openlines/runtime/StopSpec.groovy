package openlines.runtime

import static openlines.bot.Reply.say

import java.net.http.HttpClient
import java.net.http.HttpRequest
import java.net.http.HttpRequest.BodyPublishers
import java.net.http.HttpResponse.BodyHandlers
import java.util.concurrent.ConcurrentLinkedQueue
import java.util.concurrent.CountDownLatch
import openlines.bot.Bot
import spock.lang.Specification

/** A runtime that stops ends what it has begun, and tells nobody of it as an error. */
class StopSpec extends Specification {
    static final int CALLERS = 4
    static final Bot ECHO = { on -> on.otherwise { say("re: ${it.text()}") } } as Bot

    Stage stage

    def "who still writes while it stops is answered, or finds the door shut"() {
        given: 'callers whose connections are open'
        stage = new Stage(ECHO).register()
        def door = URI.create(stage.server.handler())
        def bot = stage.server.portals().bots(1).first()
        def event = "event=ONIMBOTV2MESSAGEADD&data[bot][id]=$bot.botId&data[message][chatId]=7&data[user][connector]=1" +
                "&auth[domain]=${stage.portal.url.authority}&auth[application_token]=custom$bot.token"
        def statuses = new ConcurrentLinkedQueue<Integer>()
        def under = new CountDownLatch(CALLERS * 5)
        def callers = (1..CALLERS).collect { caller ->
            Thread.startVirtualThread {
                HttpClient.newHttpClient().withCloseable { http ->
                    try {
                        for (int number = 1; ; number++) {
                            statuses << post(http, door, "$event&data[message][id]=${caller * 100_000 + number}")
                            under.countDown()
                        }
                    } catch (IOException shut) {
                        under.countDown()
                    }
                }
            }
        }
        under.await()

        when:
        stage.server.close()
        callers*.join()
        then:
        statuses.size() >= CALLERS * 5
        statuses.toSet() == [200] as Set

        cleanup:
        stage.portal.close()
    }

    private static int post(HttpClient http, URI door, String event) {
        def request = HttpRequest.newBuilder(door)
                .header('Content-Type', 'application/x-www-form-urlencoded').POST(BodyPublishers.ofString(event)).build()
        http.send(request, BodyHandlers.ofString()).statusCode()
    }
}
