package openlines.desk

import com.fasterxml.jackson.databind.ObjectMapper
import com.sun.net.httpserver.HttpServer
import java.net.http.HttpClient
import java.net.http.HttpRequest
import java.net.http.HttpResponse.BodyHandlers
import java.nio.charset.StandardCharsets
import java.util.concurrent.Executors
import openlines.simulator.Simulator

/** A bot that knows the portal by its documented protocol alone: it greets, and hands over when asked for a person. */
class WelcomeBot implements AutoCloseable {

    private final HttpServer server = HttpServer.create(new InetSocketAddress('127.0.0.1', 0), 0)
    private final HttpClient http = HttpClient.newHttpClient()
    private final ObjectMapper json = new ObjectMapper()
    private final Simulator portal
    final long id

    WelcomeBot(Simulator portal) {
        this.portal = portal
        server.executor = Executors.newSingleThreadExecutor()
        server.createContext('/') { exchange ->
            def event = new String(exchange.requestBody.readAllBytes(), StandardCharsets.UTF_8).split('&').collectEntries {
                it.split('=', 2).collect { URLDecoder.decode(it, StandardCharsets.UTF_8) }
            }
            exchange.sendResponseHeaders(200, -1)
            exchange.close()
            if (event.event == 'ONIMBOTV2MESSAGEADD') {
                answer(event['data[message][chatId]'], event['data[message][text]'])
            }
        }
        server.start()
        id = call('imbot.v2.Bot.register', [fields: [code: 'welcome', botToken: 'secret', properties: [name: 'Marina'], type: 'openline',
                eventMode: 'webhook', webhookUrl: "http://127.0.0.1:${server.address.port}/" as String]]).bot.id
        post("$portal.url/simulator/lines/1" as String, [WELCOME_BOT_ENABLE: 'Y', WELCOME_BOT_ID: id])
    }

    private void answer(String chat, String text) {
        if (text.contains('human')) {
            say(chat, 'Calling a colleague.')
            call('imopenlines.bot.session.operator', [CHAT_ID: chat])
        } else {
            say(chat, "You said: [b]${text.take(40)}[/b]", [[TEXT: 'A colleague', ACTION: 'SEND', ACTION_VALUE: 'a human please']])
        }
    }

    private void say(String chat, String text, List keyboard = null) {
        call('imbot.v2.Chat.Message.send', [botId: id, botToken: 'secret', dialogId: "chat$chat" as String,
                fields: [message: text] + (keyboard ? [keyboard: keyboard] : [:])])
    }

    private Map call(String method, Map parameters) { post(portal.webhook() + method, parameters).result as Map ?: [:] }

    private Object post(String address, Map body) {
        def request = HttpRequest.newBuilder(URI.create(address)).header('Content-Type', 'application/json')
                .POST(HttpRequest.BodyPublishers.ofString(json.writeValueAsString(body))).build()
        def answer = json.readValue(http.send(request, BodyHandlers.ofString()).body(), Map)
        answer.result instanceof Boolean ? [:] : answer
    }

    @Override
    void close() {
        server.stop(0)
        server.executor.shutdownNow()
    }
}
