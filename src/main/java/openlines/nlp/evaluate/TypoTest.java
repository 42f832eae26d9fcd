package openlines.nlp.evaluate;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import openlines.nlp.intent.IntentModel;
import openlines.nlp.intent.IntentTrainer;
import openlines.nlp.intent.Labelled;

/** What misspelt words cost: a corpus' test texts as written and with a share of their words disturbed, medians over seeds. */
public final class TypoTest {
    /** Accuracy without rejection, in percent: as written, with 10 % and with 30 % of the words disturbed. */
    public record Line(String corpus, double clean, double tenth, double threeTenths) {}

    /** Those whose test files are large enough for a point to mean something. */
    private static final List<String> LARGE = List.of("clinc150", "banking77", "hass_ru", "hass_de");

    private static final double TENTH = 0.1;
    private static final double THREE_TENTHS = 0.3;

    private final Path folder;
    private final boolean full;
    private final int seeds;

    public TypoTest(Path folder, boolean full, int seeds) {
        this.folder = folder;
        this.full = full;
        this.seeds = seeds;
    }

    /** Measures the corpora named, or the large ones that are there. */
    public List<Line> measure(List<String> only, Consumer<String> progress) {
        List<Line> lines = new ArrayList<>();
        for (String corpus : only.isEmpty() ? LARGE : only) {
            Path files = folder.resolve(corpus);
            if (Files.isDirectory(files)) {
                List<Labelled> train = Corpora.read(files.resolve("train.tsv"));
                List<Labelled> test = Corpora.read(files.resolve("test.tsv"));
                List<Line> measured = LongStream.rangeClosed(1, seeds)
                        .mapToObj(seed -> {
                            progress.accept("%s, seed %d of %d".formatted(corpus, seed, seeds));
                            return line(corpus, train, test, seed);
                        })
                        .toList();
                lines.add(new Line(
                        corpus,
                        Corpora.median(measured, Line::clean),
                        Corpora.median(measured, Line::tenth),
                        Corpora.median(measured, Line::threeTenths)));
            }
        }
        return lines;
    }

    private Line line(String corpus, List<Labelled> train, List<Labelled> test, long seed) {
        IntentModel model = IntentTrainer.of(train, full, seed).train(train);
        return new Line(
                corpus,
                accuracy(model, test, 0, seed),
                accuracy(model, test, TENTH, seed),
                accuracy(model, test, THREE_TENTHS, seed));
    }

    private static double accuracy(IntentModel model, List<Labelled> test, double share, long seed) {
        List<Labelled> disturbed = test.stream()
                .map(each -> new Labelled(Typos.in(each.text(), share, seed), each.intent()))
                .toList();
        return Report.of(Evaluator.outcomes(model, disturbed)).accuracy();
    }

    /** The table, as the command prints it and the manual shows it. */
    public static String table(List<Line> lines) {
        StringBuilder table =
                new StringBuilder("| corpus | as written | a tenth disturbed | three tenths |\n|---|---|---|---|\n");
        for (Line line : lines) {
            table.append("| %s | %.1f | %.1f (%+.1f) | %.1f (%+.1f) |%n"
                    .formatted(
                            line.corpus(),
                            line.clean(),
                            line.tenth(),
                            line.tenth() - line.clean(),
                            line.threeTenths(),
                            line.threeTenths() - line.clean()));
        }
        return table.toString();
    }
}
