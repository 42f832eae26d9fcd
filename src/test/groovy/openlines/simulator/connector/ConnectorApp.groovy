package openlines.simulator.connector

import com.sun.net.httpserver.HttpServer
import java.nio.charset.StandardCharsets
import java.util.concurrent.ConcurrentHashMap
import java.util.concurrent.CopyOnWriteArrayList
import java.util.concurrent.Executors
import java.util.concurrent.atomic.AtomicInteger
import openlines.simulator.Portal

/** A connector's application as somebody would write it: an HTTP server that talks to the portal by its methods alone. */
class ConnectorApp implements AutoCloseable {

    static final List<String> EVENTS = ['OnImConnectorMessageAdd', 'OnImConnectorMessageUpdate', 'OnImConnectorMessageDelete',
            'OnImConnectorDialogStart', 'OnImConnectorDialogFinish', 'OnImConnectorStatusDelete', 'OnImConnectorLineDelete']
    static final Map ICON = [DATA_IMAGE: 'data:image/svg+xml,%3Csvg%20xmlns%3D%22http://www.w3.org/2000/svg%22/%3E', COLOR: '#69acc0']

    final Portal portal
    final String code
    final HttpServer server = HttpServer.create(new InetSocketAddress('127.0.0.1', 0), 0)
    final Map app
    final List<Map> events = new CopyOnWriteArrayList<>()
    /** What stands in the channel, by its own message ids. */
    final Map<String, Map> channel = new ConcurrentHashMap<>()
    private final AtomicInteger ids = new AtomicInteger()
    volatile int status = 200
    volatile boolean confirming = true
    volatile Closure<?> before = {}

    ConnectorApp(Portal portal, String code = 'myconnector', List<String> scope = ['imopenlines', 'imconnector', 'im', 'crm']) {
        this.portal = portal
        this.code = code
        server.executor = Executors.newVirtualThreadPerTaskExecutor()
        server.createContext('/') { exchange ->
            def body = new String(exchange.requestBody.readAllBytes(), StandardCharsets.UTF_8)
            def event = parse(body)
            before.call(event)
            if (event.event) {
                events << event
                if (status == 200) {
                    take(event)
                }
            } else {
                events << event + [query: parse(exchange.requestURI.rawQuery ?: '')]
            }
            exchange.sendResponseHeaders(status, -1)
            exchange.close()
        }
        server.start()
        app = portal.control('POST', 'apps', [handlerUrl: url, scope: scope, userId: 1])
        portal.settle()
        events.clear()
    }

    String getUrl() { "http://127.0.0.1:${server.address.port}/handler".toString() }

    /** Registered, bound, active and configured: what a settings page does. */
    ConnectorApp connect(long line = 1, Map options = [:]) {
        assert does('imconnector.register', registration(options)).result
        EVENTS.each { does('event.bind', [event: it, handler: url]) }
        does('imconnector.activate', [CONNECTOR: code, LINE: line, ACTIVE: 1])
        does('imconnector.connector.data.set', [CONNECTOR: code, LINE: line, DATA: [ID: 'channel-123', URL: 'https://example.com/chats/123', NAME: 'Support Channel']])
        this
    }

    Map registration(Map options = [:]) {
        [ID: code, NAME: 'My Connector', ICON: ICON, PLACEMENT_HANDLER: "http://127.0.0.1:${server.address.port}/settings".toString()] + options
    }

    Map rest(String method, Map params = [:]) {
        portal.send('POST', "$portal.url/rest/$method", params + [auth: app.auth.access_token])
    }

    def does(String method, Map params = [:]) {
        def response = rest(method, params)
        assert response.status == 200: "$method: $response"
        response.json.result
    }

    /** Messages into the line; each may override the blocks of the documented example. */
    List<Map> send(long line, List<Map> messages) {
        does('imconnector.send.messages', [CONNECTOR: code, LINE: line, MESSAGES: messages]).DATA.RESULT as List<Map>
    }

    Map send(Map given) { send(1, [message(given)])[0] }

    static Map message(Map given) {
        [user   : [id: given.user ?: 'ext-user-42', name: 'Ivan', last_name: 'Ivanov'] + (given.person ?: [:]),
         message: [id: given.id ?: 'ext-msg-1', date: 1773265993, text: given.text ?: 'Good afternoon'] + (given.message ?: [:]),
         chat   : [id: given.chat ?: 'channel-123'] + (given.place ?: [:])]
    }

    List<Map> named(String event) { events.findAll { it.event == event.toUpperCase(Locale.ROOT) } }

    /** The texts that the portal sent, in the order of their coming. */
    List<String> getTexts() { named('OnImConnectorMessageAdd').collect { it.data.MESSAGES['0'].message.text } }

    /** Keeps the portal's messages as the channel would, and confirms them by the application's token. */
    private void take(Map event) {
        (event.data instanceof Map ? event.data.MESSAGES ?: [:] : [:]).values().each { Map item ->
            switch (event.event) {
                case 'ONIMCONNECTORMESSAGEADD':
                    def id = "$code-out-${ids.incrementAndGet()}".toString()
                    channel[id] = [chat: item.chat.id, text: item.message.text, im: item.im]
                    confirm(event, item, [id])
                    break
                case 'ONIMCONNECTORMESSAGEUPDATE':
                    item.message.id?.values()?.each { channel[it].text = item.message.text }
                    confirm(event, item, item.message.id?.values()?.toList() ?: [])
                    break
                case 'ONIMCONNECTORMESSAGEDELETE':
                    channel.remove(item.message.id)
            }
        }
    }

    private void confirm(Map event, Map item, List<String> ids) {
        if (confirming) {
            assert does('imconnector.send.status.delivery', [CONNECTOR: code, LINE: event.data.LINE,
                    MESSAGES: [[im: item.im, message: [id: ids, date: 1738065600], chat: item.chat]]]) == [SUCCESS: true, DATA: []]
        }
    }

    /** As PHP reads a form; every list is a map by index, every value a text. */
    static Map parse(String form) {
        def tree = [:]
        form.split('&').findAll { it }.each {
            def (key, value) = it.split('=', 2).collect { URLDecoder.decode(it, StandardCharsets.UTF_8) }
            def path = key.replace(']', '').split('\\[') as List
            def place = path.init().inject(tree) { Map node, step -> node.computeIfAbsent(step) { [:] } as Map }
            place[path.last()] = value
        }
        tree
    }

    @Override
    void close() { server.stop(0) }
}
