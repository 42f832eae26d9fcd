package openlines.cli;

import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import openlines.runtime.BotServer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The server a team deploys. */
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        description = "Runs the bots of a folder for the portals that are registered.")
final class RunCommand implements Callable<Integer> {
    @Spec
    CommandSpec spec;

    @Mixin
    RuntimeOptions options = new RuntimeOptions();

    @Override
    public Integer call() throws InterruptedException {
        var stop = new CountDownLatch(1);
        var stopped = new CountDownLatch(1);
        try (BotServer server = BotServer.start(options.settings())) {
            var out = spec.commandLine().getOut();
            out.println("events    " + server.handler());
            out.println("health    " + server.address() + "/health");
            out.println("metrics   " + server.address() + "/prometheus");
            out.flush();
            Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(() -> end(stop, stopped)));
            stop.await();
        }
        stopped.countDown();
        return 0;
    }

    /** The process lives until turns in flight have ended and claims are given back. */
    private static void end(CountDownLatch stop, CountDownLatch stopped) {
        stop.countDown();
        try {
            stopped.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
