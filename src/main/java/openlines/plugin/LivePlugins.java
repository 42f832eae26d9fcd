package openlines.plugin;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import openlines.bot.Problem;
import openlines.nlp.phrase.PhraseBook;

/**
 * The bots of a folder while somebody works on them: a saved change makes a new bot, a broken one leaves the old.
 *
 * <p>A bot is swapped whole, or not at all. Dialogs keep their state: it belongs to the store, not to the bot.
 */
public final class LivePlugins implements AutoCloseable {
    /** What is told about a change. Called on the watching thread, one change at a time. */
    public interface Listener {
        /** A bot is new, or has changed and has nothing wrong in it. */
        void swapped(Plugin plugin);

        /** A bot was saved with problems; the one before it, if any, stays. */
        void broken(String bot, List<Problem> problems);

        /** A bot's folder is gone. */
        void removed(String bot);

        /** All that is wrong at this moment, by the bot it is told of; told after every change. */
        default void troubled(Map<String, List<Problem>> now) {}
    }

    private final Path bots;
    private final Listener listener;
    private final Map<String, Plugin> running = new LinkedHashMap<>();
    private final Map<String, List<Problem>> troubles = new TreeMap<>();
    private Map<String, Long> seen = Map.of();
    private final FolderWatch watch;

    private LivePlugins(Path bots, Listener listener) {
        this.bots = bots;
        this.listener = listener;
        this.watch = new FolderWatch(List.of(bots, Plugins.intents(bots)));
    }

    /** Loads the bots, tells each to the listener, and goes on watching. */
    public static LivePlugins watch(Path bots, Listener listener) {
        var live = new LivePlugins(bots, listener);
        live.refresh();
        live.watch.start(live::refreshQuietly);
        return live;
    }

    /** The bots that run now. */
    public synchronized List<Plugin> running() {
        return List.copyOf(running.values());
    }

    /** Looks at the folder now; tells whether anything had changed. */
    public synchronized boolean refresh() {
        Map<String, Long> now = FolderWatch.states(bots, Plugins.intents(bots));
        if (now.equals(seen)) {
            return false;
        }
        Set<String> changed = changed(now);
        seen = now;
        // what is not looked at again stays as wrong as it was; the shared phrases are looked at each time
        troubles.keySet().removeIf(name -> changed.contains(name) || !now.containsKey(name));
        Set<String> gone = new TreeSet<>(running.keySet());
        load(changed).forEach((name, plugin) -> {
            gone.remove(name);
            if (plugin.problems().isEmpty()) {
                running.put(name, plugin);
                listener.swapped(plugin);
            } else {
                broken(name, plugin.problems());
            }
        });
        gone.removeIf(now::containsKey);
        gone.forEach(name -> {
            running.remove(name);
            listener.removed(name);
        });
        listener.troubled(Map.copyOf(troubles));
        return true;
    }

    private void broken(String name, List<Problem> problems) {
        troubles.put(name, problems);
        listener.broken(name, problems);
    }

    /** Phrases are shared, so a change of theirs is a change of every bot. */
    private Set<String> changed(Map<String, Long> now) {
        boolean phrases = !now.getOrDefault(FolderWatch.SHARED, 0L).equals(seen.getOrDefault(FolderWatch.SHARED, 0L));
        return now.entrySet().stream()
                .filter(entry -> phrases || !entry.getValue().equals(seen.get(entry.getKey())))
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Map<String, Plugin> load(Set<String> changed) {
        List<Problem> problems = new ArrayList<>();
        PhraseBook shared = Plugins.shared(bots, problems);
        Plugins loaded = new BotsFolder(bots, shared, changed::contains).load().with(problems);
        Map<String, Plugin> plugins = new LinkedHashMap<>();
        loaded.all().forEach(plugin -> plugins.put(plugin.name(), plugin));
        outside(loaded.problems()).forEach(this::broken);
        return plugins;
    }

    /** Problems of what could not become a bot at all, by the bot they are told of. */
    private static Map<String, List<Problem>> outside(List<Problem> problems) {
        return problems.stream()
                .collect(Collectors.groupingBy(LivePlugins::bot, LinkedHashMap::new, Collectors.toList()));
    }

    private static String bot(Problem problem) {
        String[] path = problem.where().file().split("/", -1);
        return path.length > 1 && path[0].equals("bots") ? path[1] : path[0];
    }

    private void refreshQuietly() {
        try {
            refresh();
        } catch (UncheckedIOException vanished) {
            // a file went while it was read: its own event follows and looks again
            synchronized (this) {
                seen = Map.of();
            }
        }
    }

    @Override
    public void close() {
        watch.close();
    }
}
