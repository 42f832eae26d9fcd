package openlines.bench.nlp;

import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.TimeUnit;
import openlines.bot.Understanding;
import openlines.nlp.Hint;
import openlines.nlp.Nlp;
import openlines.nlp.intent.IntentModel;
import openlines.nlp.intent.Verdict;
import opennlp.tools.doccat.DocumentCategorizerME;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;

/** One text of clinc150's test set after the other: ours beside OpenNLP's own categoriser, over the same 150 intents. */
@Fork(value = 1, jvmArgsAppend = "-Xmx1g")
@Warmup(iterations = 4, time = 3)
@Measurement(iterations = 4, time = 4)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class ClassifyBench {
    private static final Hint HINT = Hint.none(ZoneId.of("Europe/Berlin"), Instant.parse("2026-11-21T10:00:00Z"));

    /** What both share. */
    @State(Scope.Benchmark)
    public static class Models {
        IntentModel ours;
        Nlp whole;
        DocumentCategorizerME theirs;
        List<String> texts;

        @Setup
        public void load() throws IOException {
            ours = Trained.loadClassifier();
            whole = Trained.load();
            theirs = Trained.loadTheirs();
            texts = Trained.texts();
        }
    }

    /** Where a thread is among the texts. */
    @State(Scope.Thread)
    public static class Place {
        private int next;

        String text(Models models) {
            int at = next;
            next = at + 1 == models.texts.size() ? 0 : at + 1;
            return models.texts.get(at);
        }
    }

    @Benchmark
    @BenchmarkMode(Mode.SampleTime)
    public Verdict oneText(Models models, Place place) {
        return models.ours.classify(place.text(models));
    }

    /** Intent, language and entities: all that a message goes through. */
    @Benchmark
    @BenchmarkMode(Mode.SampleTime)
    public Understanding understanding(Models models, Place place) {
        return models.whole.understand(place.text(models), HINT);
    }

    @Benchmark
    @BenchmarkMode(Mode.SampleTime)
    public double[] oneTextOfOpenNlp(Models models, Place place) {
        return models.theirs.categorize(Trained.tokens(place.text(models)));
    }

    @Benchmark
    @BenchmarkMode(Mode.Throughput)
    @OutputTimeUnit(TimeUnit.SECONDS)
    @Threads(1)
    public Verdict oneThread(Models models, Place place) {
        return models.ours.classify(place.text(models));
    }

    @Benchmark
    @BenchmarkMode(Mode.Throughput)
    @OutputTimeUnit(TimeUnit.SECONDS)
    @Threads(2)
    public Verdict twoThreads(Models models, Place place) {
        return models.ours.classify(place.text(models));
    }

    /** The first model a fresh JVM loads. */
    @Benchmark
    @BenchmarkMode(Mode.SingleShotTime)
    @OutputTimeUnit(TimeUnit.MILLISECONDS)
    @Fork(value = 5, jvmArgsAppend = "-Xmx1g")
    @Warmup(iterations = 0)
    @Measurement(iterations = 1)
    public Nlp load() {
        return Trained.load();
    }
}
