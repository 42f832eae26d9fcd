package openlines.simulator;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A server certificate for this machine, signed by a CA that is thrown away with it.
 *
 * @param store a PKCS12 file with the server's key
 * @param password of the store
 * @param ca the CA's certificate, for callers to trust
 */
record Certificate(Path store, String password, Path ca) {

    private static final long PATIENCE = 60;

    /** Made with the JDK's own keytool: the JDK has no public interface that signs certificates. */
    static Certificate make(String host) {
        try {
            Path folder = Files.createTempDirectory("openlines-tls");
            Path store = folder.resolve("server.p12");
            Path ca = folder.resolve("ca.pem");
            String password = "throw-away";
            keytool(
                    store,
                    password,
                    "-genkeypair",
                    "-alias",
                    "ca",
                    "-keyalg",
                    "EC",
                    "-groupname",
                    "secp256r1",
                    "-dname",
                    "CN=Openlines throw-away CA",
                    "-ext",
                    "bc:c",
                    "-validity",
                    "30");
            keytool(store, password, "-exportcert", "-rfc", "-alias", "ca", "-file", ca.toString());
            String names = "san=dns:localhost,ip:127.0.0.1" + (host.matches("[\\d.]+") ? ",ip:" : ",dns:") + host;
            keytool(
                    store,
                    password,
                    "-genkeypair",
                    "-alias",
                    "server",
                    "-keyalg",
                    "EC",
                    "-groupname",
                    "secp256r1",
                    "-dname",
                    "CN=localhost",
                    "-ext",
                    names,
                    "-validity",
                    "30",
                    "-signer",
                    "ca");
            keytool(store, password, "-delete", "-alias", "ca");
            return new Certificate(store, password, ca);
        } catch (IOException e) {
            throw new IllegalStateException("no certificate could be made: " + e.getMessage(), e);
        }
    }

    private static void keytool(Path store, String password, String... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.addAll(List.of(arguments));
        command.addAll(
                List.of("-keystore", store.toString(), "-storetype", "PKCS12", "-storepass", password, "-noprompt"));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        try {
            byte[] said = process.getInputStream().readAllBytes();
            if (!process.waitFor(PATIENCE, TimeUnit.SECONDS) || process.exitValue() != 0) {
                process.destroy();
                throw new IOException("keytool said: " + new String(said, StandardCharsets.UTF_8));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}
