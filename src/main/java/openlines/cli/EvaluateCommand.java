package openlines.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import openlines.nlp.Lesson;
import openlines.nlp.evaluate.Corpora;
import openlines.nlp.evaluate.Evaluator;
import openlines.nlp.evaluate.Outcome;
import openlines.nlp.evaluate.Report;
import openlines.nlp.evaluate.ReportPage;
import openlines.nlp.evaluate.TypoTest;
import openlines.nlp.intent.Labelled;
import openlines.nlp.intent.Settings;
import openlines.nlp.phrase.PhraseFileException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code openlines evaluate}: how good phrases are, by cross-validation or on a test set. */
@Command(
        name = "evaluate",
        mixinStandardHelpOptions = true,
        description =
                "Measures how well messages are understood: by cross-validation, on a test set, or on public corpora.")
public final class EvaluateCommand implements Callable<Integer> {
    private static final int CONFUSIONS = 10;
    private static final int WORST = 5;
    /** An intent that gained or lost less is within what chance does. */
    private static final double WORTH_TELLING = 2;

    @Parameters(
            arity = "0..*",
            paramLabel = "FOLDER",
            description = "Folders of phrases; without any, the shipped ones.")
    private List<Path> folders = new ArrayList<>();

    @Option(names = "--train", paramLabel = "FILE", description = "text<TAB>intent lines to train on.")
    private @Nullable Path train;

    @Option(names = "--test", paramLabel = "FILE", description = "The same, to test with.")
    private @Nullable Path test;

    @Option(names = "--oos", paramLabel = "FILE", description = "Texts that no intent should answer, to test with.")
    private @Nullable Path foreign;

    @Option(names = "--oos-train", paramLabel = "FILE", description = "The same, to train with.")
    private @Nullable Path foreignTrain;

    @Option(
            names = "--corpora",
            paramLabel = "FOLDER",
            description = "Public corpora: prints the table beside published figures.")
    private @Nullable Path corpora;

    @Option(names = "--only", paramLabel = "NAME", description = "Only these of the corpora.")
    private List<String> only = new ArrayList<>();

    @Option(
            names = "--typos",
            description = "With --corpora: what misspelt words cost, 10 and 30 in a hundred of them.")
    private boolean typos;

    @Option(
            names = "--seeds",
            defaultValue = "3",
            description = "Medians over so many seeds, for --corpora (${DEFAULT-VALUE}).")
    private int seeds = 3;

    @Option(names = "--full", description = "With networks.")
    private boolean full;

    @Option(names = "--seed", defaultValue = "1", description = "The seed of a single run.")
    private long seed = 1;

    @Option(names = "--json", description = "Prints the whole report as JSON.")
    private boolean json;

    @Option(
            names = "--html",
            paramLabel = "FILE",
            defaultValue = ".openlines/evaluation.html",
            description = "The page with pictures (${DEFAULT-VALUE}).")
    private Path html = Path.of(".openlines/evaluation.html");

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        if (corpora != null) {
            return corpora(corpora, out);
        }
        if (typos) {
            spec.commandLine().getErr().println("--typos needs --corpora FOLDER");
            return 2;
        }
        try {
            Report report = Report.of(outcomes());
            save(report);
            if (json) {
                out.println(mapper().writeValueAsString(report));
            } else {
                print(report, out);
            }
            out.flush();
            return 0;
        } catch (PhraseFileException e) {
            e.complaints().forEach(spec.commandLine().getErr()::println);
            return 1;
        }
    }

    private int corpora(Path folder, PrintWriter out) throws IOException {
        Consumer<String> progress = spec.commandLine().getErr()::println;
        String table;
        List<?> lines;
        if (typos) {
            List<TypoTest.Line> measured = new TypoTest(folder, full, seeds).measure(only, progress);
            lines = measured;
            table = TypoTest.table(measured);
        } else {
            List<Corpora.Line> measured = new Corpora(folder, full, seeds).measure(only, progress);
            lines = measured;
            table = Corpora.table(measured);
        }
        if (lines.isEmpty()) {
            spec.commandLine().getErr().println("none of the corpora is in " + folder);
            return 1;
        }
        out.println(json ? mapper().writeValueAsString(lines) : table);
        out.flush();
        return 0;
    }

    private List<Outcome> outcomes() {
        Evaluator evaluator = new Evaluator(full, seed);
        Consumer<String> progress = spec.commandLine().getErr()::println;
        if (train == null) {
            Lesson lesson = Lesson.of(Books.read(folders));
            return evaluator.crossValidate(lesson.texts(), lesson.settings(), progress);
        }
        List<Labelled> taught = new ArrayList<>(Corpora.read(train));
        taught.addAll(foreign(foreignTrain));
        if (test == null) {
            return evaluator.crossValidate(taught, Settings.of(taught), progress);
        }
        List<Labelled> tried = new ArrayList<>(Corpora.read(test));
        tried.addAll(foreign(foreign));
        return evaluator.test(taught, tried);
    }

    private static List<Labelled> foreign(@Nullable Path file) {
        return file == null
                ? List.of()
                : Corpora.read(file).stream()
                        .map(text -> new Labelled(text.text(), Labelled.NONE))
                        .toList();
    }

    /** Keeps the report beside the page, for the next run to compare with. */
    private void save(Report report) throws IOException {
        Path last = html.resolveSibling("evaluation.json");
        Path folder = html.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        if (Files.exists(last) && !json) {
            compare(mapper().readTree(last.toFile()), report);
        }
        Files.writeString(last, mapper().writeValueAsString(report));
        Files.writeString(html, ReportPage.of(report));
    }

    private void compare(JsonNode last, Report report) {
        spec.commandLine()
                .getOut()
                .printf(
                        Locale.ROOT,
                        "since the last run: accuracy %+.1f, macro F1 %+.1f, calibration error %+.1f%n",
                        report.accuracy() - last.path("accuracy").asDouble(),
                        report.macroF1() - last.path("macroF1").asDouble(),
                        report.calibrationError()
                                - last.path("calibrationError").asDouble());
        Map<String, Double> before = new HashMap<>();
        last.path("intents")
                .forEach(intent -> before.put(
                        intent.path("intent").asText(), intent.path("f1").asDouble()));
        report.intents().stream()
                .filter(intent ->
                        Math.abs(intent.f1() - before.getOrDefault(intent.intent(), intent.f1())) >= WORTH_TELLING)
                .sorted(Comparator.comparingDouble(
                        intent -> -Math.abs(intent.f1() - before.getOrDefault(intent.intent(), 0.0))))
                .limit(WORST)
                .forEach(intent -> spec.commandLine()
                        .getOut()
                        .printf(
                                Locale.ROOT,
                                "%-9s %-28s F1 %.1f, was %.1f%n",
                                intent.f1() > before.getOrDefault(intent.intent(), 0.0) ? "better" : "worse",
                                intent.intent(),
                                intent.f1(),
                                before.getOrDefault(intent.intent(), 0.0)));
    }

    private void print(Report report, PrintWriter out) {
        out.printf(
                Locale.ROOT,
                "%d texts, %d out of scope%naccuracy %.1f, macro F1 %.1f, calibration error %.1f%n",
                report.texts(),
                report.foreign(),
                report.accuracy(),
                report.macroF1(),
                report.calibrationError());
        report.scope().entrySet().stream()
                .sorted(java.util.Map.Entry.comparingByKey())
                .forEach(preset -> out.printf(
                        Locale.ROOT,
                        "%-9s rightly answered %.1f, foreign refused %.1f, both %.1f%n",
                        preset.getKey(),
                        preset.getValue().inScope(),
                        preset.getValue().foreignRecall(),
                        preset.getValue().overall()));
        report.intents().stream()
                .limit(WORST)
                .forEach(intent -> out.printf(
                        Locale.ROOT,
                        "weak      %-28s F1 %.1f (%d texts)%n",
                        intent.intent(),
                        intent.f1(),
                        intent.texts()));
        report.confusions().stream().limit(CONFUSIONS).forEach(pair -> {
            out.printf(
                    "confused  %s taken for %s, %d times%n",
                    pair.wanted(), pair.guessed(), pair.texts().size());
            pair.texts().stream().limit(3).forEach(text -> out.println("            " + text));
        });
        out.println("page      " + html);
    }

    private static ObjectMapper mapper() {
        return new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
    }
}
