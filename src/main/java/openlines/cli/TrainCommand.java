package openlines.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import openlines.nlp.Nlp;
import openlines.nlp.Training;
import openlines.nlp.file.ModelFileException;
import openlines.nlp.phrase.PhraseBook;
import openlines.nlp.phrase.PhraseFileException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code openlines train}: phrases in, a model file out. */
@Command(name = "train", mixinStandardHelpOptions = true, description = "Trains a model from phrase files.")
public final class TrainCommand implements Callable<Integer> {
    @Parameters(
            arity = "0..*",
            paramLabel = "FOLDER",
            description = "Folders of phrases; without any, the shipped ones.")
    private List<Path> folders = new ArrayList<>();

    @Option(names = "--full", description = "Networks help: slower to train, a little better.")
    private boolean full;

    @Option(names = "--seed", defaultValue = "1", description = "The same seed gives the same model.")
    private long seed = 1;

    @Option(
            names = {"-o", "--out"},
            defaultValue = ".openlines/model.bin",
            description = "Where the model goes (${DEFAULT-VALUE}).")
    private Path out = Path.of(".openlines/model.bin");

    @Option(names = "--force", description = "Train even where nothing changed.")
    private boolean force;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        try {
            PhraseBook book = Books.read(folders);
            book.warnings().forEach(warning -> say("warning: " + warning));
            Training how = new Training(full, seed, this::say);
            if (!force && fresh(Nlp.fingerprint(book, how))) {
                say(out + ": nothing changed");
                return 0;
            }
            long began = System.nanoTime();
            Nlp.train(book, how).save(out);
            say("%s: %d intents in %d ms, %,d bytes"
                    .formatted(out, book.intents().size(), (System.nanoTime() - began) / 1_000_000, Books.size(out)));
            return 0;
        } catch (PhraseFileException e) {
            e.complaints().forEach(spec.commandLine().getErr()::println);
            return 1;
        }
    }

    /** Whether the model there is of these phrases; one that can't be read is not. */
    private boolean fresh(String fingerprint) {
        if (!Files.exists(out)) {
            return false;
        }
        try {
            return Nlp.load(out).fingerprint().equals(fingerprint);
        } catch (ModelFileException e) {
            say(String.valueOf(e.getMessage()));
            return false;
        }
    }

    private void say(String line) {
        spec.commandLine().getOut().println(line);
        spec.commandLine().getOut().flush();
    }
}
