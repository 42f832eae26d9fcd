package openlines.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import openlines.bot.Problem;
import openlines.plugin.LivePlugins;
import openlines.plugin.Plugin;

/** The bot of a chat, as it was last saved with nothing wrong in it; says what becomes of a save. */
final class ChatBench implements LivePlugins.Listener {
    private final String bot;
    private final PrintWriter out;
    private final Map<String, Plugin> loaded = new TreeMap<>();
    private List<Problem> problems = List.of();
    private boolean talking;
    private Optional<Plugin> saved = Optional.empty();

    ChatBench(String bot, PrintWriter out) {
        this.bot = bot;
        this.out = out;
    }

    /** The bot, where it can be talked to. From now on a save is told. */
    synchronized Optional<Plugin> begin() {
        talking = true;
        saved = Optional.empty();
        return Optional.ofNullable(loaded.get(bot));
    }

    /** The bot that was saved since this was last asked. */
    synchronized Optional<Plugin> saved() {
        var next = saved;
        saved = Optional.empty();
        return next;
    }

    /** What is wrong in the bot. */
    synchronized List<Problem> problems() {
        return problems;
    }

    /** The bots that can be talked to. */
    synchronized List<String> names() {
        return List.copyOf(loaded.keySet());
    }

    @Override
    public synchronized void swapped(Plugin plugin) {
        loaded.put(plugin.name(), plugin);
        if (plugin.name().equals(bot)) {
            saved = Optional.of(plugin);
            tell("  (saved, and at work from the next turn on)", plugin.hints());
        }
    }

    @Override
    public synchronized void broken(String name, List<Problem> all) {
        if (name.equals(bot)) {
            problems = List.copyOf(all);
            tell("  (broken, the one before stays)", all);
        }
    }

    @Override
    public synchronized void removed(String name) {
        loaded.remove(name);
        if (name.equals(bot)) {
            tell("  (its folder is gone; it answers until the end of this chat)", List.of());
        }
    }

    private void tell(String words, List<Problem> all) {
        if (talking) {
            out.println();
            out.println(words);
            all.forEach(problem -> out.println("  ! " + problem));
            out.flush();
        }
    }
}
