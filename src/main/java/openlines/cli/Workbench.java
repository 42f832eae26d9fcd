package openlines.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import openlines.bot.Problem;
import openlines.plugin.Lessons;
import openlines.plugin.LivePlugins;
import openlines.plugin.Plugin;
import openlines.runtime.HostedBot;
import openlines.simulator.Simulator;

/** Bots in the making: trains what is saved, hands it on, and says on the console what came of it. */
final class Workbench implements LivePlugins.Listener {
    private final PrintWriter out;
    private final List<Plugin> waiting = new ArrayList<>();
    private final CompletableFuture<Boolean> start = new CompletableFuture<>();
    private final Lessons lessons = Lessons.after(start);
    private Consumer<HostedBot> next = bot -> {};
    private boolean started;

    Workbench(PrintWriter out) {
        this.out = out;
    }

    /** The portal is there before its bots are. */
    Simulator isUp(Simulator simulator) {
        tell("A portal on your desk (simulated; not Bitrix24)");
        tell("");
        tell("  desk      " + simulator.url() + "/");
        tell("  webhook   " + simulator.webhook());
        simulator.ca().ifPresent(file -> tell("  CA        " + file));
        return simulator;
    }

    /** What was loaded before the start. */
    synchronized List<HostedBot> trained() {
        List<HostedBot> bots = waiting.stream().map(this::train).toList();
        waiting.clear();
        return bots;
    }

    /** From now on a saved bot goes there. */
    synchronized void goesOnWith(Consumer<HostedBot> taker) {
        next = taker;
        started = start.complete(true);
    }

    @Override
    public synchronized void swapped(Plugin plugin) {
        if (started) {
            next.accept(train(plugin));
            tell("bot " + plugin.name() + ": saved, and at work from the next turn on");
        } else {
            waiting.add(plugin);
        }
    }

    @Override
    public synchronized void broken(String bot, List<Problem> problems) {
        tell("bot " + bot + (started ? ": broken, the one before stays" : ": not started"));
        problems.forEach(problem -> tell("  ! " + problem));
    }

    @Override
    public synchronized void removed(String bot) {
        tell("bot " + bot + ": its folder is gone; it answers until the next start");
    }

    /** Learning begins when all is up, so as not to slow it; whoever writes before it has ended waits for it. */
    private HostedBot train(Plugin plugin) {
        return new HostedBot(plugin.conversation(), lessons.of(plugin)::understand);
    }

    private void tell(String words) {
        out.println(words);
        out.flush();
    }
}
