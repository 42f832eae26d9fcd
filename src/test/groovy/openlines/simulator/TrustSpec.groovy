package openlines.simulator

import com.sun.net.httpserver.HttpsConfigurator
import com.sun.net.httpserver.HttpsServer
import java.nio.file.Files
import java.nio.file.Path
import java.security.KeyStore
import java.util.concurrent.CopyOnWriteArrayList
import javax.net.ssl.KeyManagerFactory
import javax.net.ssl.SSLContext
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification
import spock.lang.TempDir

/** Handlers over HTTPS under an authority that no JDK knows. */
class TrustSpec extends Specification {

    @Shared Certificate certificate = Certificate.make('127.0.0.1')
    @Shared List<String> bodies = new CopyOnWriteArrayList<>()
    @Shared HttpsServer handler = HttpsServer.create(new InetSocketAddress('127.0.0.1', 0), 0)
    @AutoCleanup Portal portal
    @TempDir Path folder

    def setupSpec() {
        handler.httpsConfigurator = new HttpsConfigurator(identity())
        handler.createContext('/') { exchange ->
            bodies << exchange.requestBody.getText('UTF-8')
            exchange.sendResponseHeaders(200, -1)
            exchange.close()
        }
        handler.start()
    }

    def cleanupSpec() { handler.stop(0) }

    private SSLContext identity() {
        def password = certificate.password().toCharArray()
        def store = KeyStore.getInstance(certificate.store().toFile(), password)
        def keys = KeyManagerFactory.getInstance(KeyManagerFactory.defaultAlgorithm)
        keys.init(store, password)
        SSLContext.getInstance('TLS').tap { it.init(keys.keyManagers, null, null) }
    }

    private Map installation(Settings settings) {
        portal = new Portal(settings)
        portal.control('POST', 'apps', [handlerUrl: "https://127.0.0.1:$handler.address.port/install"])
        portal.settle()
        portal.control('GET', 'journal?kind=event').find { it.name == 'ONAPPINSTALL' } as Map
    }

    def "an authority of the trusted file is believed"() {
        given:
        bodies.clear()
        when:
        def event = installation(Settings.defaults().standingAt(Portal.MONDAY_NOON).trusting(certificate.ca()))
        then:
        event.status == 200
        bodies.size() == 1
        bodies[0].contains('event=ONAPPINSTALL')
    }

    def "without the file it is not, and the journal says why"() {
        given:
        bodies.clear()
        when:
        def event = installation(Settings.defaults().standingAt(Portal.MONDAY_NOON))
        then:
        event.status == 0
        event.problem.contains('SSLHandshakeException')
        bodies.empty
    }

    def "another authority's file does not help"() {
        given:
        bodies.clear()
        when:
        def event = installation(Settings.defaults().standingAt(Portal.MONDAY_NOON).trusting(Certificate.make('127.0.0.1').ca()))
        then:
        event.status == 0
        event.problem.contains('SSLHandshakeException')
        bodies.empty
    }

    def "a file that is no certificate stops the start"() {
        given:
        def file = Files.writeString(folder.resolve('ca.pem'), '-----BEGIN CERTIFICATE-----\nnothing\n-----END CERTIFICATE-----\n')
        when:
        Simulator.start(Settings.defaults().trusting(file))
        then:
        def failure = thrown(RuntimeException)
        "$failure ${failure.cause}".contains('no certificates can be read')
    }

    def "the portal over TLS is reached by who trusts its throw-away authority, and by nobody else"() {
        given:
        portal = new Portal(Settings.defaults().standingAt(Portal.MONDAY_NOON).overTls())
        expect:
        portal.simulator.webhook().startsWith('https://')
        portal.call('imopenlines.config.get', [CONFIG_ID: 1]).LINE_NAME == 'Shop'
        when:
        java.net.http.HttpClient.newHttpClient().send(
                java.net.http.HttpRequest.newBuilder(portal.url).build(), java.net.http.HttpResponse.BodyHandlers.discarding())
        then:
        thrown(javax.net.ssl.SSLHandshakeException)
    }
}
