package openlines.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import openlines.plugin.LivePlugins;
import openlines.plugin.Plugin;
import openlines.plugin.TrainingFile;
import openlines.simulator.desk.Companion;

/** Writes what a customer said into the training file of the intent that was meant; whoever watches the files does the rest. */
record Notebook(Path bots, LivePlugins plugins) implements Companion.School {
    @Override
    public List<String> intents(String bot) {
        return plugin(bot)
                .map(plugin -> plugin.conversation().intents().stream().sorted().toList())
                .orElse(List.of());
    }

    @Override
    public String teach(String bot, String language, String intent, String phrase) throws IOException {
        Plugin plugin =
                plugin(bot).orElseThrow(() -> new IllegalArgumentException("there is no bot '" + bot + "' here"));
        if (!plugin.conversation().intents().contains(intent)) {
            throw new IllegalArgumentException("the bot '" + bot + "' answers no intent '" + intent + "'");
        }
        TrainingFile file = TrainingFile.of(bots, plugin.name(), language, intent);
        file.add(phrase);
        Path home = bots.toAbsolutePath().normalize().getParent();
        Path path = file.path().toAbsolutePath().normalize();
        return (home == null ? path : home.relativize(path)).toString().replace('\\', '/');
    }

    private Optional<Plugin> plugin(String code) {
        return plugins.running().stream()
                .filter(plugin -> plugin.profile().code().equals(code))
                .findFirst();
    }
}
