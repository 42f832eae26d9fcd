package openlines.nlp.evaluate;

import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** The report as one HTML page with pictures, for people; needs nothing beside it. */
public final class ReportPage {
    private static final int SIDE = 320;
    /** Room for the numbers at the axes. */
    private static final int EDGE = 34;

    private static final String STYLE = """
            :root{color-scheme:light dark;--ink:#1d2733;--soft:#5b6877;--line:#d9dee5;--page:#fff;--card:#f5f7fa;\
            --good:#1f8a5b;--bad:#c0392b;--dot:#2f6fd0}
            @media(prefers-color-scheme:dark){:root{--ink:#e6eaf0;--soft:#9aa7b6;--line:#354050;--page:#14181d;--card:#1c222a;\
            --good:#4cc38a;--bad:#ff7b6b;--dot:#7aa9ff}}
            body{font:16px/1.5 system-ui,sans-serif;max-width:62rem;margin:2rem auto;padding:0 1rem;color:var(--ink);background:var(--page)}
            h1{font-size:1.6rem;margin:0 0 1rem}h2{font-size:1.15rem;margin:2.2rem 0 .6rem}
            .tiles{display:flex;flex-wrap:wrap;gap:.8rem}.tile{background:var(--card);border-radius:.5rem;padding:.7rem 1.1rem;min-width:7rem}
            .tile b{display:block;font-size:1.7rem;font-variant-numeric:tabular-nums}.tile span,figcaption,.soft{color:var(--soft)}
            table{border-collapse:collapse;width:100%}td,th{padding:.3rem .6rem;border-bottom:1px solid var(--line);text-align:left}
            th{color:var(--soft);font-weight:600}td.n,th.n{text-align:right;font-variant-numeric:tabular-nums}
            .wide{overflow-x:auto}.row{display:flex;gap:2rem;flex-wrap:wrap}figure{margin:1rem 0 0}figcaption{max-width:22rem}
            svg{max-width:100%;height:auto}svg text{fill:var(--soft);font-size:11px}.axis{stroke:var(--line)}
            .bar{background:var(--good);height:.6rem;border-radius:.2rem;display:inline-block;vertical-align:middle}
            .key{font-weight:600}.good{color:var(--good)}.bad{color:var(--bad)}
            details{margin:.35rem 0;padding:.3rem .7rem;background:var(--card);border-radius:.4rem}summary{cursor:pointer}
            """;

    private final StringBuilder page = new StringBuilder();

    private ReportPage() {}

    /** The page of a report. */
    public static String of(Report report) {
        return new ReportPage().write(report);
    }

    private String write(Report report) {
        page.append("<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\">")
                .append("<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">")
                .append("<title>How well it understands</title><style>")
                .append(STYLE)
                .append("</style></head><body><h1>How well it understands</h1><div class=\"tiles\">");
        tile("%.1f %%", report.accuracy(), "accuracy");
        tile("%.1f", report.macroF1(), "macro F1");
        tile("%.1f", report.calibrationError(), "calibration error");
        tile("%.0f", report.texts(), "texts in scope");
        tile("%.0f", report.foreign(), "out of scope");
        page.append(
                "</div><h2>Presets</h2><div class=\"wide\"><table><tr><th>preset<th class=n>rightly answered<th class=n>"
                        + "foreign refused<th class=n>both</tr>");
        report.scope().entrySet().stream()
                .sorted(java.util.Map.Entry.comparingByKey())
                .forEach(preset -> add(
                        "<tr><td>%s<td class=n>%.1f<td class=n>%.1f<td class=n>%.1f</tr>",
                        preset.getKey(),
                        preset.getValue().inScope(),
                        preset.getValue().foreignRecall(),
                        preset.getValue().overall()));
        page.append("</table></div><div class=\"row\"><figure>");
        calibration(report.calibration());
        page.append(
                "<figcaption>How sure it was, and how often it was right, in percent. On the line they agree; a larger "
                        + "dot is more texts.</figcaption></figure><figure>");
        curves(report.curve());
        page.append(
                "<figcaption>By threshold: <span class=\"key good\">rightly answered</span> and <span class=\"key bad\">"
                        + "foreign refused</span>, in percent</figcaption></figure></div><h2>Intents, the weakest first</h2>"
                        + "<div class=\"wide\"><table><tr><th>intent<th class=n>texts<th class=n>precision<th class=n>recall<th>F1</tr>");
        for (Report.IntentFigures intent : report.intents()) {
            add(
                    "<tr><td>%s<td class=n>%d<td class=n>%.1f<td class=n>%.1f<td><span class=bar style=\"width:%.0fpx\"></span> %.1f</tr>",
                    escape(intent.intent()),
                    intent.texts(),
                    intent.precision(),
                    intent.recall(),
                    intent.f1(),
                    intent.f1());
        }
        page.append("</table></div><h2>Taken for each other</h2>");
        if (report.confusions().isEmpty()) {
            page.append("<p class=soft>None was.</p>");
        }
        for (Report.Confusion pair : report.confusions()) {
            add(
                    "<details><summary>%s taken for %s: %d</summary><ul>",
                    escape(pair.wanted()), escape(pair.guessed()), pair.texts().size());
            pair.texts().forEach(text -> page.append("<li>").append(escape(text)));
            page.append("</ul></details>");
        }
        return page.append("</body></html>\n").toString();
    }

    private void tile(String format, double value, String what) {
        page.append("<div class=tile><b>");
        add(format, value);
        page.append("</b><span>").append(what).append("</span></div>");
    }

    private void calibration(List<Report.Bin> bins) {
        open("sure", "right");
        add("<line class=axis x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\"/>", x(0), y(0), x(100), y(100));
        int most = bins.stream().mapToInt(Report.Bin::texts).max().orElse(1);
        for (Report.Bin bin : bins) {
            add(
                    "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"%.1f\" fill=\"var(--dot)\" opacity=\".75\"><title>%.0f %% sure, %.0f %% right, %d texts</title></circle>",
                    x(bin.confidence()),
                    y(bin.right()),
                    3 + 9 * Math.sqrt((double) bin.texts() / most),
                    bin.confidence(),
                    bin.right(),
                    bin.texts());
        }
        page.append("</svg>");
    }

    private void curves(List<Report.ScopePoint> points) {
        open("threshold", "");
        line(points, Report.ScopePoint::inScope, "var(--good)");
        line(points, Report.ScopePoint::foreignRecall, "var(--bad)");
        page.append("</svg>");
    }

    private void line(List<Report.ScopePoint> points, ToDoubleFunction<Report.ScopePoint> value, String colour) {
        page.append("<polyline fill=\"none\" stroke-width=\"2\" stroke=\"")
                .append(colour)
                .append("\" points=\"");
        points.forEach(point -> add("%.1f,%.1f ", x(100 * point.threshold()), y(value.applyAsDouble(point))));
        page.append("\"/>");
    }

    /** A picture with both axes from 0 to 100 %. */
    private void open(String across, String up) {
        int whole = SIDE + EDGE + 10;
        add("<svg role=\"img\" width=\"%d\" height=\"%d\" viewBox=\"0 0 %d %d\">", whole, whole, whole, whole);
        for (int tick = 0; tick <= 100; tick += 25) {
            add(
                    "<line class=axis x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" stroke-dasharray=\"2 3\"/>",
                    x(0), y(tick), x(100), y(tick));
            add("<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"end\">%d</text>", x(0) - 5, y(tick) + 4, tick);
            add("<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"middle\">%d</text>", x(tick), y(0) + 15, tick);
        }
        add("<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"end\">%s</text>", x(100), y(0) + 28, across);
        add("<text x=\"%.1f\" y=\"%.1f\">%s</text>", x(0) + 5, y(100) + 13, up);
    }

    @SuppressWarnings("AnnotateFormatMethod") // every format above is a literal
    private void add(String format, Object... values) {
        page.append(String.format(Locale.ROOT, format, values));
    }

    private static double x(double percent) {
        return EDGE + SIDE * percent / 100;
    }

    private static double y(double percent) {
        return 10 + SIDE - SIDE * percent / 100;
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
