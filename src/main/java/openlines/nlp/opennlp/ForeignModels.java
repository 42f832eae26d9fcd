package openlines.nlp.opennlp;

import java.io.IOException;
import java.nio.file.Path;
import openlines.nlp.file.ModelFileException;
import opennlp.tools.doccat.DoccatModel;
import opennlp.tools.doccat.DocumentCategorizer;
import opennlp.tools.doccat.DocumentCategorizerME;
import opennlp.tools.namefind.ThreadSafeNameFinderME;
import opennlp.tools.namefind.TokenNameFinder;
import opennlp.tools.namefind.TokenNameFinderModel;

/** Model files that OpenNLP's own tools wrote. */
public final class ForeignModels {
    private ForeignModels() {}

    /** Reads what {@code opennlp DoccatTrainer} wrote. */
    public static DocumentCategorizer categorizer(Path file) {
        try {
            return new DocumentCategorizerME(new DoccatModel(file));
        } catch (IOException | RuntimeException e) {
            throw refused(file, "document categorizer", e);
        }
    }

    /** Reads what {@code opennlp TokenNameFinderTrainer} wrote; for all threads. */
    public static TokenNameFinder names(Path file) {
        try {
            return new ThreadSafeNameFinderME(new TokenNameFinderModel(file));
        } catch (IOException | RuntimeException e) {
            throw refused(file, "name finder", e);
        }
    }

    /** OpenNLP answers a file that is none of its own with whatever exception it runs into. */
    private static ModelFileException refused(Path file, String what, Exception e) {
        return new ModelFileException(file + ": no " + what + " of OpenNLP's: " + e.getMessage());
    }
}
