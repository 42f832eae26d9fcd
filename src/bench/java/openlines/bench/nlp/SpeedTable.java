package openlines.bench.nlp;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Collection;
import java.util.Locale;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.util.Statistics;

/**
 * All speed figures of the classifier as one table beside what we aim at: trains, measures by JMH, prints.
 *
 * <p>{@code ./openlines bench nlp} runs it; {@code -Dopenlines.corpora=} names the folder with clinc150.
 */
public final class SpeedTable {
    private final StringBuilder table = new StringBuilder("| what | measured | aim |\n|---|---|---|\n");

    private SpeedTable() {}

    /** Prints the table. */
    public static void main(String[] args) throws IOException, RunnerException {
        new SpeedTable().measure();
    }

    private void measure() throws IOException, RunnerException {
        long trained = Trained.trainOurs();
        Trained.trainTheirs();
        row("training 15,000 texts of 150 intents, the process's first", trained / 1e9, "s", 30);
        row("the model's file, all that `openlines train` writes", Files.size(Trained.ours()) / 1e6, "MB", 7);
        Collection<RunResult> results = new Runner(options()).run();
        row(
                "loading it, the first in a fresh JVM, median of 5",
                time(results, "load").getPercentile(50),
                "ms",
                100);
        Statistics ours = time(results, "oneText");
        Statistics theirs = time(results, "oneTextOfOpenNlp");
        row("one text, one thread, p50", ours.getPercentile(50), "µs", 30);
        row("one text, one thread, p99", ours.getPercentile(99), "µs", 100);
        row("the same by OpenNLP's categoriser, p50", theirs.getPercentile(50), "µs");
        row("the same by OpenNLP's categoriser, p99", theirs.getPercentile(99), "µs");
        Statistics whole = time(results, "understanding");
        row("with language and entities, p50", whole.getPercentile(50), "µs");
        row("with language and entities, p99", whole.getPercentile(99), "µs");
        row("allocated for a text", allocated(results, "oneText"), "bytes");
        row("the same by OpenNLP's categoriser", allocated(results, "oneTextOfOpenNlp"), "bytes");
        double one = time(results, "oneThread").getMean();
        double two = time(results, "twoThreads").getMean();
        row("texts a second, one thread", one, "");
        row("texts a second, two threads", two, "");
        growth(two / one);
        System.out.print(table);
    }

    private static Options options() {
        ChainedOptionsBuilder options = new OptionsBuilder()
                .include(ClassifyBench.class.getName() + ".*")
                .addProfiler(GCProfiler.class)
                .jvmArgsPrepend(
                        "-Dopenlines.corpora=" + Trained.corpus().getParent(),
                        "-Dopenlines.bench.models=" + Trained.folder());
        return Boolean.getBoolean("bench.quick")
                ? options.warmupIterations(1).measurementIterations(1).build()
                : options.build();
    }

    private void row(String what, double value, String unit, double most) {
        line(what, value, unit, "≤ %.0f %s (%s)".formatted(most, unit, value <= most ? "met" : "missed"));
    }

    private void row(String what, double value, String unit) {
        line(what, value, unit, "");
    }

    private void growth(double times) {
        line("two threads do, times what one does", times, "", "grows (%s)".formatted(times > 1.2 ? "met" : "missed"));
    }

    private void line(String what, double value, String unit, String aim) {
        table.append(String.format(
                Locale.ROOT,
                value < 100 ? "| %s | %.1f %s | %s |%n" : "| %s | %,.0f %s | %s |%n",
                what,
                value,
                unit,
                aim));
    }

    private static Statistics time(Collection<RunResult> results, String name) {
        return of(results, name).getPrimaryResult().getStatistics();
    }

    private static double allocated(Collection<RunResult> results, String name) {
        return of(results, name).getSecondaryResults().entrySet().stream()
                .filter(each -> each.getKey().endsWith("gc.alloc.rate.norm"))
                .map(java.util.Map.Entry::getValue)
                .mapToDouble(Result::getScore)
                .findFirst()
                .orElse(Double.NaN);
    }

    private static RunResult of(Collection<RunResult> results, String name) {
        return results.stream()
                .filter(each -> each.getParams().getBenchmark().endsWith("." + name))
                .findFirst()
                .orElseThrow();
    }
}
