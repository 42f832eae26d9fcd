package openlines.simulator

import com.fasterxml.jackson.databind.ObjectMapper
import com.fasterxml.jackson.databind.module.SimpleModule
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer
import java.net.http.HttpClient
import java.net.http.HttpRequest
import java.net.http.HttpRequest.BodyPublishers
import java.net.http.HttpResponse.BodyHandlers
import java.time.Instant
import openlines.bitrix24.rest.Authorities

/** A simulated portal in a test, spoken to over HTTP only, with a clock that stands until it is told. */
class Portal implements AutoCloseable {

    static final Instant MONDAY_NOON = Instant.parse('2026-03-16T12:00:00Z')

    static final ObjectMapper JSON = new ObjectMapper()
            .registerModule(new SimpleModule().addSerializer(GString, ToStringSerializer.instance))

    final Simulator simulator
    private final HttpClient http

    Portal(Settings settings = Settings.defaults().standingAt(MONDAY_NOON)) {
        this(Simulator.start(settings))
    }

    Portal(Simulator simulator) {
        this.simulator = simulator
        def client = HttpClient.newBuilder()
        simulator.ca().ifPresent { client.sslContext(Authorities.of(it).context()) }
        http = client.build()
    }

    URI getUrl() { simulator.url() }

    /** The control face. */
    def control(String verb, String path, Map body = null) {
        def response = send(verb, "$url/simulator/$path", body)
        assert response.status == 200: "$verb $path: $response"
        response.json
    }

    Map tryControl(String verb, String path, Map body = null) {
        send(verb, "$url/simulator/$path", body)
    }

    /** A method through the seeded webhook; what it answers, or a failed test. */
    def call(String method, Map params = [:]) {
        def response = rest(method, params)
        assert response.status == 200: "$method: $response"
        response.json.result
    }

    /** A method through the seeded webhook, with its status. */
    Map rest(String method, Map params = [:], String webhook = simulator.webhook()) {
        send('POST', webhook + method, params)
    }

    String webhookOf(long userId, List scope = null) {
        control('POST', 'webhooks', scope == null ? [userId: userId] : [userId: userId, scope: scope]).url
    }

    def advance(String duration) { control('POST', 'clock', [advance: duration]) }

    def settle() { assert control('POST', 'settle', [timeout: 'PT20S']).quiet }

    Map customer(Map given = [:]) { control('POST', 'customers', [name: 'Klara Klein'] + given) as Map }

    Map say(Map customer, String text, List files = []) {
        control('POST', "customers/$customer.id/say", [text: text, files: files]) as Map
    }

    Map chat(chatId) { control('GET', "chats/$chatId") as Map }

    Map operator(chatId, long userId, String act, Map given = [:]) {
        control('POST', "chats/$chatId/operators/$userId/$act", given) as Map
    }

    Map line(long id, Map fields) { control('POST', "lines/$id", fields) as Map }

    def presence(long userId, String word) { control('POST', "operators/$userId/presence", [presence: word]) }

    List<String> texts(chatId) { chat(chatId).messages*.text }

    Map send(String verb, String address, Object body, Map headers = ['Content-Type': 'application/json']) {
        def publisher = body == null ? BodyPublishers.noBody()
                : body instanceof byte[] ? BodyPublishers.ofByteArray(body)
                : body instanceof String ? BodyPublishers.ofString(body)
                : BodyPublishers.ofString(JSON.writeValueAsString(body))
        def request = HttpRequest.newBuilder(URI.create(address)).method(verb, publisher)
        headers.each { name, value -> request.header(name, value) }
        def response = http.send(request.build(), BodyHandlers.ofString())
        def json = response.body().startsWith('{') || response.body().startsWith('[')
                || response.headers().firstValue('Content-Type').orElse('').contains('json')
                ? JSON.readValue(response.body(), Object) : null
        [status: response.statusCode(), json: json, text: response.body(), headers: response.headers()]
    }

    @Override
    void close() { simulator.close() }
}
