package openlines.cli;

import java.util.concurrent.Callable;
import openlines.runtime.BotServer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Removes the bots from a portal. */
@Command(
        name = "unregister",
        mixinStandardHelpOptions = true,
        description = "Removes the bots from a portal, and the portal from the store.")
final class UnregisterCommand implements Callable<Integer> {
    @Spec
    CommandSpec spec;

    @Mixin
    RuntimeOptions options = new RuntimeOptions();

    @Parameters(paramLabel = "DOMAIN", description = "The portal's domain.")
    String domain = "";

    @Override
    public Integer call() {
        try (BotServer server = BotServer.guest(options.asGuest(options.withoutBots()))) {
            server.unregister(domain).forEach(spec.commandLine().getOut()::println);
        }
        return 0;
    }
}
