package openlines.simulator.event;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpClient.Version;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import openlines.simulator.Settings;
import org.jspecify.annotations.Nullable;

/** The client that calls handlers: made at the first event, follows no redirects, trusts whom the settings name too. */
@Singleton
final class Trust implements AutoCloseable {

    private static final Duration CONNECT = Duration.ofSeconds(10);

    private final Optional<SSLContext> trusted;
    private @Nullable HttpClient client;

    /** A file that can't be read stops the start, not the first event. */
    Trust(Settings settings) {
        this.trusted = settings.trust().map(Trust::context);
    }

    synchronized HttpClient client() {
        if (client == null) {
            HttpClient.Builder builder = HttpClient.newBuilder()
                    .version(Version.HTTP_1_1)
                    .followRedirects(Redirect.NEVER)
                    .connectTimeout(CONNECT);
            trusted.ifPresent(builder::sslContext);
            client = builder.build();
        }
        return client;
    }

    private static SSLContext context(Path file) {
        try (InputStream pem = Files.newInputStream(file)) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            int count = 0;
            for (Certificate certificate :
                    CertificateFactory.getInstance("X.509").generateCertificates(pem)) {
                store.setCertificateEntry("trusted-" + count++, certificate);
            }
            for (TrustManager manager : managers(null)) {
                if (manager instanceof X509TrustManager usual) {
                    for (Certificate certificate : usual.getAcceptedIssuers()) {
                        store.setCertificateEntry("usual-" + count++, certificate);
                    }
                }
            }
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, managers(store), null);
            return context;
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalArgumentException("no certificates can be read from " + file, e);
        }
    }

    /** For the authorities of a store; for the JDK's own without one. */
    private static TrustManager[] managers(@Nullable KeyStore store) throws GeneralSecurityException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        return factory.getTrustManagers();
    }

    @Override
    @PreDestroy
    public synchronized void close() {
        if (client != null) {
            client.shutdownNow();
        }
    }
}
