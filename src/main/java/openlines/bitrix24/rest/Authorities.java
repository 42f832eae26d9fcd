package openlines.bitrix24.rest;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/** Whom a client over TLS trusts: the JDK's own authorities, and those of a file. */
public record Authorities(KeyStore store) {
    /** Reads PEM certificates; one at least has to be in the file. */
    public static Authorities of(Path file) {
        try (InputStream pem = Files.newInputStream(file)) {
            var certificates = new ArrayList<Certificate>(
                    CertificateFactory.getInstance("X.509").generateCertificates(pem));
            if (certificates.isEmpty()) {
                throw new IllegalArgumentException("no certificate in " + file);
            }
            // the authorization server's certificate is a public one, whatever the portal's is
            certificates.addAll(usual());
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            for (int i = 0; i < certificates.size(); i++) {
                store.setCertificateEntry("authority-" + i, certificates.get(i));
            }
            return new Authorities(store);
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalArgumentException("no certificates can be read from " + file, e);
        }
    }

    private static List<X509Certificate> usual() throws GeneralSecurityException {
        for (TrustManager manager : managers(null)) {
            if (manager instanceof X509TrustManager authorities) {
                return List.of(authorities.getAcceptedIssuers());
            }
        }
        return List.of();
    }

    private static TrustManager[] managers(@Nullable KeyStore store) throws GeneralSecurityException {
        var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        return factory.getTrustManagers();
    }

    /** For the JDK's HTTP client. */
    public SSLContext context() {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, managers(store), null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
