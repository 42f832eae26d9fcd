package openlines.simulator

import com.sun.net.httpserver.HttpServer
import java.nio.charset.StandardCharsets
import java.util.concurrent.CopyOnWriteArrayList
import java.util.concurrent.Executors

/** An application's address on this machine: keeps what is posted to it, decoded pair by pair. */
class Handler implements AutoCloseable {

    final List<Map<String, String>> events = new CopyOnWriteArrayList<>()
    final HttpServer server = HttpServer.create(new InetSocketAddress('127.0.0.1', 0), 0)
    volatile int status = 200
    volatile Closure<Void> before = {}

    Handler() {
        server.executor = Executors.newVirtualThreadPerTaskExecutor()
        server.createContext('/') { exchange ->
            def body = new String(exchange.requestBody.readAllBytes(), StandardCharsets.UTF_8)
            events << body.split('&').findAll { it }.collectEntries {
                def (key, value) = it.split('=', 2).collect { URLDecoder.decode(it, StandardCharsets.UTF_8) }
                [key, value]
            }
            before.call()
            exchange.sendResponseHeaders(status, -1)
            exchange.close()
        }
        server.start()
    }

    String getUrl() { "http://127.0.0.1:${server.address.port}/handler" }

    List<String> getNames() { events*.event }

    List<Map<String, String>> named(String name) { events.findAll { it.event == name } }

    @Override
    void close() { server.stop(0) }
}
