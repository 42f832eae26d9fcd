package openlines.bench.runtime;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** A server as a process of its own, and what the machine says of it. */
final class Server implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(120);

    private final Process process;
    private final int port;
    private final double readyMillis;

    private Server(Process process, int port, double readyMillis) {
        this.process = process;
        this.port = port;
        this.readyMillis = readyMillis;
    }

    static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** Starts it, and waits until it answers HTTP. What it prints goes to a file. */
    static Server start(List<String> command, int port, Path log) throws IOException {
        long begun = System.nanoTime();
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        while (!answers(port)) {
            if (!process.isAlive() || System.nanoTime() - begun > PATIENCE.toNanos()) {
                process.destroyForcibly();
                throw new IOException("did not start: " + command + "\n" + Files.readString(log));
            }
            LockSupport.parkNanos(2_000_000);
        }
        return new Server(process, port, (System.nanoTime() - begun) / 1e6);
    }

    /** Any answer will do: whoever says 404 is up. */
    private static boolean answers(int port) {
        try (Wire wire = new Wire(port)) {
            return wire.post("/nothing", "", new byte[0]) > 0;
        } catch (IOException notYet) {
            return false;
        }
    }

    int port() {
        return port;
    }

    double readyMillis() {
        return readyMillis;
    }

    /** CPU time that the process used so far, in all its threads. */
    Duration cpu() {
        return process.info().totalCpuDuration().orElseThrow();
    }

    /** Resident memory in MB, 0 where the system does not tell it this way. */
    long rss() throws IOException {
        Path status = Path.of("/proc/" + process.pid() + "/status");
        return Files.exists(status)
                ? Files.readAllLines(status).stream()
                        .filter(line -> line.startsWith("VmRSS:"))
                        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1_024)
                        .findFirst()
                        .orElse(0)
                : 0;
    }

    @Override
    public void close() throws IOException {
        process.destroy();
        try {
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
