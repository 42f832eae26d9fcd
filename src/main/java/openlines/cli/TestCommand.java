package openlines.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import openlines.bot.Problem;
import openlines.plugin.Lessons;
import openlines.plugin.Plugin;
import openlines.plugin.Plugins;
import openlines.plugin.script.BotAlone;
import openlines.plugin.script.Difference;
import openlines.plugin.script.Play;
import openlines.plugin.script.Script;
import openlines.plugin.script.ScriptFile;
import openlines.testkit.Theatre;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Plays the dialog scripts of bots, in virtual time. */
@Command(
        name = "test",
        mixinStandardHelpOptions = true,
        description = "Plays the dialogs of bots (bots/<name>/dialogs/*.yml) in virtual time; shows where one differs.")
final class TestCommand implements Callable<Integer> {
    @Spec
    CommandSpec spec = CommandSpec.create();

    @Parameters(
            arity = "0..1",
            paramLabel = "FOLDER",
            description = "The folder of all bots, or of one (default: bots).")
    Path folder = Home.bots();

    @Option(
            names = "--portal",
            description = "Play them through a simulated portal and the runtime, over HTTP, not with the bot alone.")
    boolean throughPortal;

    private final Lessons lessons = Lessons.now();
    private int dialogs;
    private int different;

    /** Plays one script of a bot. */
    private interface Playing {
        Optional<Difference> play(Plugin plugin, Script script);
    }

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        Path given = folder.toAbsolutePath().normalize();
        boolean one = Files.exists(given.resolve("bot.yml"));
        Path parent = given.getParent();
        Path bots = one && parent != null ? parent : given;
        String only = one ? String.valueOf(given.getFileName()) : "";
        Plugins plugins = Plugins.from(bots);
        List<Problem> problems = new ArrayList<>(plugins.everyProblem().stream()
                .filter(problem -> only.isEmpty() || problem.where().file().startsWith("bots/" + only + "/"))
                .toList());
        List<Plugin> tested = plugins.all().stream()
                .filter(plugin -> only.isEmpty() || plugin.name().equals(only))
                .filter(plugin -> plugin.problems().isEmpty())
                .toList();
        try (var theatre = new Theatre(tested, lessons)) {
            Playing playing = throughPortal
                    ? (plugin, script) -> theatre.play(plugin.profile().code(), script)
                    : this::alone;
            tested.forEach(
                    plugin -> test(plugin, ScriptFile.of(bots.resolve(plugin.name()), problems::add), playing, out));
        }
        problems.forEach(out::println);
        out.println(dialogs + (dialogs == 1 ? " dialog, " : " dialogs, ") + different + " different"
                + (problems.isEmpty() ? "" : ", " + problems.size() + " problems"));
        out.flush();
        return different == 0 && problems.isEmpty() ? 0 : 1;
    }

    private Optional<Difference> alone(Plugin plugin, Script script) {
        return Play.of(script, new BotAlone(plugin.conversation(), lessons.of(plugin)::in, script.setting()));
    }

    private void test(Plugin plugin, List<Script> scripts, Playing playing, PrintWriter out) {
        if (scripts.isEmpty()) {
            out.println(plugin.name() + ": no dialogs; write bots/" + plugin.name() + "/dialogs/first.yml");
            return;
        }
        int before = different;
        for (Script script : scripts) {
            dialogs++;
            playing.play(plugin, script).ifPresent(found -> {
                different++;
                out.println(found);
            });
            out.flush();
        }
        out.println(plugin.name() + ": " + scripts.size() + " dialogs, " + (different - before) + " different");
    }
}
