package openlines.bench.runtime;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import openlines.bench.runtime.RuntimeBench.Figures;

/** One table: what was measured, medians of the rounds, with the aims and whether they are met. */
final class Report {
    private static final double TIMES_THE_FLOOR = 2.5;
    private static final double P99_MILLIS = 25;
    private static final double READY_MILLIS = 1_500;
    private static final double RSS_MB = 200;

    private final Map<String, Figures> figures;
    private final long repeats;

    Report(Map<String, Figures> figures, long repeats) {
        this.figures = figures;
        this.repeats = repeats;
    }

    void print(PrintStream out, List<String> flags) {
        out.println();
        out.println("| medians | openlines | floor | bolt | aim |");
        out.println("|---|---|---|---|---|");
        double cpu = of("openlines").median("CPU µs");
        double times = cpu / of("floor").median("CPU µs");
        double beside = cpu / of("bolt").median("CPU µs");
        row(out, "events a second, saturated", "events/s", "%,.0f", "");
        row(
                out,
                "CPU an event, saturated, µs",
                "CPU µs",
                "%.0f",
                aim("%.2f times the floor (at most 2.5)", times, TIMES_THE_FLOOR) + "; "
                        + aim("%.2f times Bolt's (at most 1)", beside, 1));
        row(out, "CPU an event at 200/s, µs", "CPU µs at 200/s", "%.0f", "");
        row(out, "p50 at 200/s, ms", "p50", "%.1f", "");
        row(
                out,
                "p99 at 200/s, ms",
                "p99",
                "%.1f",
                aim("at most 25", of("openlines").median("p99"), P99_MILLIS));
        row(
                out,
                "start to ready with an AOT cache, ms",
                "ready, AOT cache",
                "%.0f",
                aim("at most 1,500", of("openlines").median("ready, AOT cache"), READY_MILLIS));
        row(out, "start to the first event's call, with an AOT cache, ms", "first answer, AOT cache", "%.0f", "");
        row(out, "start to ready without a cache, ms", "ready, no cache", "%.0f", "");
        row(out, "start to the first event's call, without, ms", "first answer, no cache", "%.0f", "");
        row(
                out,
                "RSS after the load, MB",
                "RSS",
                "%.0f",
                aim("at most 200", of("openlines").most("RSS"), RSS_MB));
        row(out, "HTTP requests out an event, saturated", "requests out", "%.2f", "");
        row(out, "HTTP requests out an event at 200/s", "requests out at 200/s", "%.2f", "");
        row(out, "events before the first round", "warm-up", "%,.0f", "");
        out.println();
        figures.forEach((name, one) -> out.println("calls an event, " + name + ": " + calls(one)));
        out.println("calls that came twice: " + repeats);
        out.println("flags of all three: " + String.join(" ", flags));
    }

    private void row(PrintStream out, String title, String figure, String format, String aim) {
        out.println("| " + title + " | " + value("openlines", figure, format) + " | " + value("floor", figure, format)
                + " | " + value("bolt", figure, format) + " | " + aim + " |");
    }

    private String value(String name, String figure, String format) {
        return String.format(Locale.ROOT, format, of(name).median(figure));
    }

    private static String aim(String format, double value, double most) {
        return String.format(Locale.ROOT, format, value) + (value <= most ? ": met" : ": MISSED");
    }

    private static String calls(Figures one) {
        var text = new StringBuilder();
        one.calls()
                .forEach((method, times) -> text.append(text.isEmpty() ? "" : ", ")
                        .append(String.format(Locale.ROOT, "%.3f %s", times, method)));
        return text.toString();
    }

    private Figures of(String name) {
        return java.util.Objects.requireNonNull(figures.get(name));
    }
}
