package openlines.bench.nlp;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import openlines.nlp.evaluate.Corpora;
import openlines.nlp.intent.IntentModel;
import openlines.nlp.intent.IntentTrainer;
import openlines.nlp.intent.Labelled;
import openlines.nlp.intent.Verdict;
import opennlp.tools.doccat.BagOfWordsFeatureGenerator;
import opennlp.tools.doccat.DoccatFactory;
import opennlp.tools.doccat.DocumentCategorizerME;
import opennlp.tools.doccat.DocumentSample;
import opennlp.tools.doccat.FeatureGenerator;
import opennlp.tools.tokenize.SimpleTokenizer;
import opennlp.tools.util.ObjectStreamUtils;
import opennlp.tools.util.TrainingParameters;
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

/**
 * One text through the FAST classifier of 150 intents, beside OpenNLP's own categoriser over the same intents.
 *
 * <p>OpenNLP is trained on ten texts an intent in ten rounds: its time for one text depends on the outcomes, not on how
 * well it was trained.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 3, time = 5)
@Fork(value = 1, jvmArgsAppend = "-Xmx4g")
public class ClassifyBench {
    private static final Path CORPUS =
            Path.of(System.getProperty("openlines.corpora", "../shared/nlu")).resolve("clinc150");

    private IntentModel model;
    private DocumentCategorizerME openNlp;
    private List<String> texts;
    private int next;

    @Setup
    public void train() throws IOException {
        List<Labelled> train = Corpora.read(CORPUS.resolve("train.tsv"));
        model = IntentTrainer.of(train, false, 1).train(train);
        List<DocumentSample> samples = new ArrayList<>();
        for (Labelled text : Corpora.read(CORPUS.resolve("train_10shot.tsv"))) {
            samples.add(new DocumentSample(text.intent(), SimpleTokenizer.INSTANCE.tokenize(text.text())));
        }
        TrainingParameters parameters = TrainingParameters.defaultParams();
        parameters.put(TrainingParameters.CUTOFF_PARAM, 0);
        parameters.put(TrainingParameters.ITERATIONS_PARAM, 10);
        openNlp = new DocumentCategorizerME(DocumentCategorizerME.train(
                "en",
                ObjectStreamUtils.createObjectStream(samples),
                parameters,
                new DoccatFactory(new FeatureGenerator[] {new BagOfWordsFeatureGenerator()})));
        texts = Corpora.read(CORPUS.resolve("test.tsv")).stream()
                .map(Labelled::text)
                .toList();
    }

    private String text() {
        int at = next;
        next = at + 1 == texts.size() ? 0 : at + 1;
        return texts.get(at);
    }

    @Benchmark
    @Threads(1)
    public Verdict oneThread() {
        return model.classify(text());
    }

    @Benchmark
    @Threads(2)
    public Verdict twoThreads() {
        return model.classify(texts.get(ThreadLocalRandom.current().nextInt(texts.size())));
    }

    @Benchmark
    @Threads(1)
    public double[] openNlpCategorizer() {
        return openNlp.categorize(SimpleTokenizer.INSTANCE.tokenize(text()));
    }
}
