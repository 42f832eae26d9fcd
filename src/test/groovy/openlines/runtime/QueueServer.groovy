package openlines.runtime

import java.net.http.HttpClient
import java.net.http.HttpRequest
import java.net.http.HttpRequest.BodyPublishers
import java.net.http.HttpResponse.BodyHandlers
import java.time.Duration
import java.util.concurrent.CountDownLatch
import java.util.concurrent.TimeUnit
import openlines.simulator.Portal

/** Tells events as a portal's queue server does, but also twice, early, and again where nobody answered. */
class QueueServer {
    final Portal portal
    final long bot
    final String token
    private final HttpClient http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build()

    QueueServer(Portal portal, long bot, String token) {
        this.portal = portal
        this.bot = bot
        this.token = token
    }

    /** A customer's message in a chat, {@code [customer, code, chatId]}. */
    String message(Map chat, int number, String text = "m$number") {
        [event: 'ONIMBOTV2MESSAGEADD', 'data[bot][id]': bot, 'data[bot][code]': 'bot',
         'data[message][id]': 1_000_000 + chat.chatId * 100 + number, 'data[message][chatId]': chat.chatId,
         'data[message][authorId]': chat.customer, 'data[message][text]': text,
         'data[chat][id]': chat.chatId, 'data[chat][dialogId]': "chat$chat.chatId", 'data[chat][entityType]': 'LINES',
         'data[chat][entityId]': chat.code, 'data[user][id]': chat.customer, 'data[user][connector]': 1, ts: 1,
         'auth[domain]': portal.url.authority, 'auth[application_token]': "custom$token"]
                .collect { name, value -> "$name=${URLEncoder.encode(value.toString(), 'UTF-8')}" }.join('&')
    }

    /** The status that a runtime answers with. */
    int tell(int port, String body) {
        def request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:$port/bitrix24/events"))
                .timeout(Duration.ofSeconds(10))
                .header('Content-Type', 'application/x-www-form-urlencoded').POST(BodyPublishers.ofString(body)).build()
        http.send(request, BodyHandlers.discarding()).statusCode()
    }

    /** Says it until it is acknowledged. */
    void tellUntilTaken(int port, String body) {
        boolean taken = false
        while (!taken) {
            try {
                taken = tell(port, body) == 200
            } catch (IOException down) {
                soon()
            }
        }
    }

    /** A moment passes. */
    static void soon(long millis = 20) {
        new CountDownLatch(1).await(millis, TimeUnit.MILLISECONDS)
    }

    /** Looks until something is so, or for too long. */
    static boolean eventually(int seconds = 180, Closure<Boolean> condition) {
        def deadline = System.nanoTime() + Duration.ofSeconds(seconds).toNanos()
        while (!condition()) {
            if (System.nanoTime() > deadline) {
                return false
            }
            soon(100)
        }
        true
    }
}
