package openlines.nlp.evaluate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.ToDoubleFunction;
import java.util.stream.LongStream;
import openlines.nlp.intent.Labelled;

/** A folder of public corpora, each with {@code train.tsv} and {@code test.tsv}: measures ours beside what is published. */
public final class Corpora {
    /** A line of the table: what was wanted, and the median over the seeds. */
    public record Line(Published published, double ours, boolean reached) {}

    private final Path folder;
    private final boolean full;
    private final int seeds;

    public Corpora(Path folder, boolean full, int seeds) {
        this.folder = folder;
        this.full = full;
        this.seeds = seeds;
    }

    /** Measures the corpora named, or all that are there. */
    public List<Line> measure(List<String> only, Consumer<String> progress) {
        Map<String, List<Report>> reports = new LinkedHashMap<>();
        List<Line> lines = new ArrayList<>();
        for (Published published : Published.TABLE) {
            boolean wanted = only.isEmpty() || only.contains(published.corpus());
            if (!wanted || !Files.isDirectory(folder.resolve(published.corpus()))) {
                continue;
            }
            String key = published.corpus() + "/" + published.train();
            List<Report> measured = reports.computeIfAbsent(key, _ -> {
                return measure(published.corpus(), published.train(), progress);
            });
            double median = median(measured, published.measure()::of);
            lines.add(new Line(published, median, published.measure().reached(median, published.aim())));
        }
        return lines;
    }

    private List<Report> measure(String corpus, String train, Consumer<String> progress) {
        List<Labelled> texts = new ArrayList<>(read(folder.resolve(corpus).resolve(train)));
        texts.addAll(foreign(corpus, "oos_train.tsv"));
        List<Labelled> test = new ArrayList<>(read(folder.resolve(corpus).resolve("test.tsv")));
        test.addAll(foreign(corpus, "oos_test.tsv"));
        return LongStream.rangeClosed(1, seeds)
                .mapToObj(seed -> {
                    Report report = Report.of(new Evaluator(full, seed).test(texts, test));
                    progress.accept("%s/%s, seed %d of %d: accuracy %.2f"
                            .formatted(corpus, train, seed, seeds, report.accuracy()));
                    return report;
                })
                .toList();
    }

    private List<Labelled> foreign(String corpus, String file) {
        Path path = folder.resolve(corpus).resolve(file);
        return Files.exists(path)
                ? read(path).stream()
                        .map(text -> new Labelled(text.text(), Labelled.NONE))
                        .toList()
                : List.of();
    }

    static <T> double median(List<T> measured, ToDoubleFunction<T> figure) {
        return measured.stream()
                .mapToDouble(figure)
                .sorted()
                .skip(measured.size() / 2)
                .findFirst()
                .orElse(0);
    }

    /** Reads {@code text<TAB>intent} lines. */
    public static List<Labelled> read(Path file) {
        try {
            List<Labelled> texts = new ArrayList<>();
            for (String line : Files.readAllLines(file)) {
                int tab = line.lastIndexOf('\t');
                if (tab > 0) {
                    texts.add(new Labelled(
                            line.substring(0, tab), line.substring(tab + 1).strip()));
                }
            }
            return texts;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The table, as the command prints it and the manual shows it. */
    public static String table(List<Line> lines) {
        StringBuilder table =
                new StringBuilder("| corpus | measure | ours | aim | published |\n|---|---|---|---|---|\n");
        for (Line line : lines) {
            Published published = line.published();
            String train = published.train().equals("train.tsv")
                    ? ""
                    : " (" + published.train().replace(".tsv", "") + ")";
            table.append("| %s%s | %s | %.2f%s | %s %.1f | %s |%n"
                    .formatted(
                            published.corpus(),
                            train,
                            published.measure(),
                            line.ours(),
                            line.reached() ? "" : " (missed)",
                            published.measure() == Published.Measure.CALIBRATION ? "≤" : "≥",
                            published.aim(),
                            published.others()));
        }
        return table.toString();
    }
}
