package openlines.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import openlines.bitrix24.rest.Authorities;
import openlines.simulator.Settings;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Starts the portal, the runtime and the bots, and prints the desk's address. */
@Command(
        name = "simulate",
        mixinStandardHelpOptions = true,
        description = "Starts a simulated portal, the runtime and the bots of a folder; prints the desk's address.")
final class SimulateCommand implements Callable<Integer> {
    @Spec
    CommandSpec spec;

    @Option(
            names = "--port",
            defaultValue = "8070",
            paramLabel = "N",
            description = "The portal's port, 0 for a free one (default ${DEFAULT-VALUE}).")
    int port;

    @Option(
            names = "--runtime-port",
            defaultValue = "0",
            paramLabel = "N",
            description = "The runtime's port (default: a free one).")
    int runtimePort;

    @Option(names = "--bots", paramLabel = "FOLDER", description = "Where the bots are (default: the bots that ship).")
    Path bots = Home.bots();

    @Option(names = "--empty", description = "No demo employees, line and webhook.")
    boolean empty;

    @Option(
            names = "--seed",
            defaultValue = "1",
            paramLabel = "N",
            description = "The same seed gives the same tokens (default ${DEFAULT-VALUE}).")
    long seed;

    @Option(names = "--allow-handlers", description = "Call event handlers outside this machine too.")
    boolean outside;

    @Option(
            names = "--tls",
            description = "The portal speaks HTTPS; the throw-away CA's certificate is printed as a file.")
    boolean tls;

    @Option(
            names = "--trust",
            paramLabel = "FILE",
            description = "PEM certificates: event handlers over HTTPS under these authorities are called too.")
    @Nullable
    Path trust;

    @Override
    public Integer call() throws InterruptedException {
        try (var playground = Playground.start(
                settings(), runtimePort, bots, new Workbench(spec.commandLine().getOut()))) {
            tell(playground);
            var stop = new CountDownLatch(1);
            Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(stop::countDown));
            stop.await();
        }
        return 0;
    }

    /** What the flags say of the portal. */
    Settings settings() {
        Settings settings = Settings.defaults().port(port).seed(seed);
        settings = empty ? settings.withoutDemo() : settings;
        settings = outside ? settings.allowingOutside() : settings;
        settings = tls ? settings.overTls() : settings;
        if (trust != null) {
            // a wrong file is told before anything starts
            Authorities.of(trust);
            settings = settings.trusting(trust);
        }
        return settings;
    }

    private void tell(Playground playground) {
        PrintWriter out = spec.commandLine().getOut();
        out.println("  runtime   " + playground.runtime().address());
        out.println("  bots      " + String.join("\n            ", playground.whereabouts()));
        out.println();
        out.println("A saved change of a bot takes effect with its next turn. Ctrl+C stops all.");
        out.flush();
    }
}
