package openlines.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import openlines.bot.Channel;
import openlines.plugin.LivePlugins;
import openlines.plugin.Plugin;
import openlines.plugin.Plugins;
import openlines.plugin.script.Setting;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Talks to a bot in the terminal, and shows how it understood. */
@Command(
        name = "chat",
        mixinStandardHelpOptions = true,
        description = "Talks to a bot in the terminal; shows intent, confidence, what a form knows and what was done.",
        footer = {
            "",
            "In the chat a line is what the customer writes, and a number presses a button.",
            "  :wait 10m       time passes          :join no-answer  the bot comes in again",
            "  :operator Hi    a colleague writes   :return          the colleague gives the dialog back",
            "  :save FILE      keeps the dialog as a test          :quit",
            "",
            "A saved change of the bot takes effect with the next line."
        })
final class ChatCommand implements Callable<Integer> {
    @Spec
    CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "BOT", description = "A bot's folder name.")
    String bot = "";

    @Option(names = "--bots", paramLabel = "FOLDER", description = "Where the bots are (default: bots).")
    Path bots = Home.bots();

    @Option(
            names = "--channel",
            defaultValue = "livechat",
            paramLabel = "CODE",
            description = "The connector (default ${DEFAULT-VALUE}); whatsapp gets numbered lists.")
    String channel = "livechat";

    @Option(
            names = "--language",
            defaultValue = "en",
            paramLabel = "XX",
            description = "As the portal gives it (default ${DEFAULT-VALUE}).")
    String language = "en";

    @Option(
            names = "--customer",
            defaultValue = "Olga",
            paramLabel = "NAME",
            description = "Who writes (default ${DEFAULT-VALUE}).")
    String customer = "Olga";

    @Option(names = "--wire", description = "Show the REST calls that a portal would get.")
    boolean wire;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        var bench = new ChatBench(bot, out);
        if (!Files.isDirectory(bots)) {
            Plugins.shipped().all().forEach(bench::swapped);
            return chat(bench, out);
        }
        try (var _ = LivePlugins.watch(bots, bench)) {
            return chat(bench, out);
        }
    }

    private int chat(ChatBench bench, PrintWriter out) throws IOException {
        Optional<Plugin> plugin = bench.begin();
        if (plugin.isEmpty() && bench.problems().isEmpty()) {
            throw new IllegalArgumentException(
                    "there is no bot '" + bot + "'; there are " + String.join(", ", bench.names()));
        }
        if (plugin.isEmpty()) {
            bench.problems().forEach(out::println);
            out.flush();
            return 1;
        }
        plugin.get().hints().forEach(hint -> out.println("(" + hint + ")"));
        var setting =
                new Setting(customer, new Channel(channel), language, Setting.DEFAULT.at(), Setting.DEFAULT.zone());
        var lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        var chat = new TerminalChat(plugin.get(), setting, wire, out);
        chat.begin();
        boolean goesOn = true;
        while (goesOn) {
            String line = chat.ask(lines);
            bench.saved().ifPresent(chat::goOnWith);
            goesOn = line != null && chat.take(line);
            out.flush();
        }
        return 0;
    }
}
