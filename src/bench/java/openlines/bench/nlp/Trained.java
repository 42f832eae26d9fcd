package openlines.bench.nlp;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import openlines.nlp.Nlp;
import openlines.nlp.evaluate.Corpora;
import openlines.nlp.file.ModelReader;
import openlines.nlp.intent.IntentModel;
import openlines.nlp.intent.Labelled;
import openlines.nlp.phrase.PhraseBook;
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

    /** Trains ours on all 15,000 texts, as {@code openlines train} does, and tells how long that took, in nanoseconds. */
    static long trainOurs() throws IOException {
        Path english = Files.createDirectories(folder().resolve("phrases/en"));
        Files.copy(corpus().resolve("train.tsv"), english.resolve("train.tsv"), StandardCopyOption.REPLACE_EXISTING);
        PhraseBook book = PhraseBook.read(folder().resolve("phrases"));
        long began = System.nanoTime();
        Nlp model = Nlp.train(book);
        long took = System.nanoTime() - began;
        model.save(ours());
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

    static Nlp load() {
        return Nlp.load(ours());
    }

    /** The classifier alone, which is what OpenNLP's categoriser is to be compared with. */
    static IntentModel loadClassifier() {
        return ModelReader.read(ours(), in -> {
            in.text(); // what the file was made from
            in.text(); // how ready it is to say no
            return IntentModel.read(in);
        });
    }

    static DocumentCategorizerME loadTheirs() throws IOException {
        return new DocumentCategorizerME(new DoccatModel(theirs()));
    }

    static String[] tokens(String text) {
        return MessageTokenizer.INSTANCE.tokenize(text.toLowerCase(Locale.ROOT));
    }
}
