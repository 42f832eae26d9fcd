package openlines.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import openlines.runtime.BotServer;
import openlines.runtime.Registration;
import openlines.store.BotEntry.Generation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes the bots of a folder known at a portal. */
@Command(
        name = "register",
        mixinStandardHelpOptions = true,
        description = "Registers the bots of a folder at a portal; what is as it should be stays as it is.")
final class RegisterCommand implements Callable<Integer> {
    @Spec
    CommandSpec spec;

    @Mixin
    RuntimeOptions options = new RuntimeOptions();

    @Parameters(
            paramLabel = "PORTAL",
            description = "An incoming webhook's address, or the domain of a portal that installed the application.")
    String portal = "";

    @Option(
            names = "--line",
            paramLabel = "LINE=BOT[,BOT]",
            description = "Which bots work on which line, each for the role that its bot.yml names, and for the welcome"
                    + " where it names none; more than once for more lines.")
    Map<Long, String> lines = new LinkedHashMap<>();

    @Option(names = "--fetch", description = "The bots fetch their events: for a runtime without a public address.")
    boolean fetch;

    @Option(names = "--v1", description = "Registers by the first generation of the bot platform.")
    boolean first;

    @Override
    public Integer call() {
        boolean byWebhook = portal.startsWith("http");
        try (BotServer server = BotServer.guest(options.asGuest(options.settings()))) {
            String handler = fetch ? "" : options.handler();
            server.register(new Registration.Wanted(
                            byWebhook ? portal : "",
                            byWebhook ? "" : portal,
                            handler,
                            lines,
                            first ? Generation.V1 : Generation.V2))
                    .forEach(spec.commandLine().getOut()::println);
        }
        return 0;
    }
}
