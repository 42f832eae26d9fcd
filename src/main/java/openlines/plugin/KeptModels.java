package openlines.plugin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.CodeSource;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import openlines.nlp.Nlp;
import openlines.nlp.Training;
import openlines.nlp.file.ModelFileException;
import openlines.nlp.phrase.PhraseBook;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Models in a folder: what was learnt once from the same phrases by the same release is read, not learnt again. Where the
 * folder can't be written, all is learnt at each start.
 */
final class KeptModels {
    private static final Logger LOG = LoggerFactory.getLogger(KeptModels.class);
    private static final int MOST = 16;
    private static final String ENDING = ".model";

    private final Path folder;
    private final String release;

    KeptModels(Path folder) {
        this(folder, release());
    }

    /** For a release of this name. */
    KeptModels(Path folder, String release) {
        this.folder = folder;
        this.release = release;
    }

    /** Another build may train otherwise. */
    private static String release() {
        try {
            CodeSource code = KeptModels.class.getProtectionDomain().getCodeSource();
            return code == null
                    ? ""
                    : Long.toString(
                            Files.getLastModifiedTime(Path.of(code.getLocation().toURI()))
                                    .toMillis());
        } catch (IOException | URISyntaxException e) {
            return "";
        }
    }

    Nlp of(PhraseBook book) {
        // what is found under this name is of these phrases
        String name = Nlp.fingerprint(book, Training.FAST).replace(' ', '-') + '-' + release;
        Path file = folder.resolve(name + ENDING);
        if (Files.exists(file)) {
            try {
                return Nlp.load(file);
            } catch (ModelFileException | UncheckedIOException e) {
                LOG.warn("a model is learnt anew: {}", e.getMessage());
            }
        }
        Nlp model = Nlp.train(book);
        keep(model, file);
        return model;
    }

    private void keep(Nlp model, Path file) {
        try {
            model.save(file);
            forgetOld();
        } catch (IOException | UncheckedIOException e) {
            LOG.warn("models can't be kept in {}: {}", folder, e.getMessage());
        }
    }

    private void forgetOld() throws IOException {
        for (Path file : newestFirst().stream().skip(MOST).toList()) {
            Files.deleteIfExists(file);
        }
    }

    private List<Path> newestFirst() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(ENDING))
                    .sorted(Comparator.comparing(KeptModels::written).reversed())
                    .toList();
        }
    }

    private static FileTime written(Path file) {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException gone) {
            return FileTime.fromMillis(0);
        }
    }
}
