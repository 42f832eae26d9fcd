package openlines.bench.nlp;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import openlines.nlp.evaluate.Corpora;
import openlines.nlp.file.ModelReader;
import openlines.nlp.file.ModelWriter;
import openlines.nlp.intent.IntentModel;
import openlines.nlp.intent.IntentTrainer;
import openlines.nlp.intent.Labelled;
import openlines.nlp.text.MessageTokenizer;
import opennlp.tools.doccat.BagOfWordsFeatureGenerator;
import opennlp.tools.doccat.DoccatFactory;
import opennlp.tools.doccat.DoccatModel;
import opennlp.tools.doccat.DocumentCategorizerME;
import opennlp.tools.doccat.DocumentSample;
import opennlp.tools.doccat.FeatureGenerator;
import opennlp.tools.util.ObjectStreamUtils;
import opennlp.tools.util.TrainingParameters;

/** Models over the 150 intents of clinc150, trained once and kept in files, so that every fork measures the same ones. */
final class Trained {
    private static final String FOLDER = "openlines.bench.models";

    private Trained() {}

    static Path corpus() {
        return Path.of(System.getProperty("openlines.corpora", "../shared/nlu")).resolve("clinc150");
    }

    static Path folder() {
        return Path.of(System.getProperty(FOLDER, "target/bench"));
    }

    static Path ours() {
        return folder().resolve("clinc150.bin");
    }

    private static Path theirs() {
        return folder().resolve("clinc150.opennlp.bin");
    }

    static List<String> texts() {
        return Corpora.read(corpus().resolve("test.tsv")).stream()
                .map(Labelled::text)
                .toList();
    }

    /** Trains ours on all 15,000 texts and tells how long that took, in nanoseconds. */
    static long trainOurs() throws IOException {
        Files.createDirectories(folder());
        List<Labelled> texts = Corpora.read(corpus().resolve("train.tsv"));
        long began = System.nanoTime();
        IntentModel model = IntentTrainer.of(texts, false, 1).train(texts);
        long took = System.nanoTime() - began;
        ModelWriter out = new ModelWriter();
        model.write(out);
        out.save(ours());
        return took;
    }

    /**
     * Trains OpenNLP's on ten texts an intent in ten rounds: its time for one text depends on the outcomes, not on how well
     * it was trained.
     */
    static void trainTheirs() throws IOException {
        List<DocumentSample> samples = Corpora.read(corpus().resolve("train_10shot.tsv")).stream()
                .map(text -> new DocumentSample(text.intent(), tokens(text.text())))
                .toList();
        TrainingParameters parameters = TrainingParameters.defaultParams();
        parameters.put(TrainingParameters.CUTOFF_PARAM, 0);
        parameters.put(TrainingParameters.ITERATIONS_PARAM, 10);
        DocumentCategorizerME.train(
                        "en",
                        ObjectStreamUtils.createObjectStream(samples),
                        parameters,
                        new DoccatFactory(new FeatureGenerator[] {new BagOfWordsFeatureGenerator()}))
                .serialize(theirs());
    }

    static IntentModel load() {
        return ModelReader.read(ours(), IntentModel::read);
    }

    static DocumentCategorizerME loadTheirs() throws IOException {
        return new DocumentCategorizerME(new DoccatModel(theirs()));
    }

    static String[] tokens(String text) {
        return MessageTokenizer.INSTANCE.tokenize(text.toLowerCase(Locale.ROOT));
    }
}
