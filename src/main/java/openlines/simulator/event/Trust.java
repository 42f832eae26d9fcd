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
import javax.net.ssl.TrustManagerFactory;
import openlines.simulator.Settings;
import org.jspecify.annotations.Nullable;

/** The client that calls handlers: made at the first event, follows no redirects, trusts whom the settings name. */
@Singleton
final class Trust implements AutoCloseable {

    private static final Duration CONNECT = Duration.ofSeconds(10);

    private final Optional<Path> trusted;
    private @Nullable HttpClient client;

    Trust(Settings settings) {
        this.trusted = settings.trust();
    }

    synchronized HttpClient client() throws IOException {
        if (client == null) {
            HttpClient.Builder builder = HttpClient.newBuilder()
                    .version(Version.HTTP_1_1)
                    .followRedirects(Redirect.NEVER)
                    .connectTimeout(CONNECT);
            if (trusted.isPresent()) {
                builder.sslContext(context(trusted.get()));
            }
            client = builder.build();
        }
        return client;
    }

    private static SSLContext context(Path certificates) throws IOException {
        try (InputStream pem = Files.newInputStream(certificates)) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            int count = 0;
            for (Certificate certificate :
                    CertificateFactory.getInstance("X.509").generateCertificates(pem)) {
                store.setCertificateEntry("trusted-" + count++, certificate);
            }
            TrustManagerFactory managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            managers.init(store);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, managers.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IOException("the file of trusted certificates can't be read: " + e.getMessage(), e);
        }
    }

    @Override
    @PreDestroy
    public synchronized void close() {
        if (client != null) {
            client.shutdownNow();
        }
    }
}
