package openlines.nlp.evaluate;

import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** The report as one HTML page with pictures, for people; needs nothing beside it. */
public final class ReportPage {
    private static final int SIDE = 320;
    private static final String STYLE =
            "body{font:15px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#222}"
                    + "table{border-collapse:collapse;width:100%}td,th{padding:.25rem .5rem;border-bottom:1px solid #ddd;text-align:left}"
                    + "td.n{text-align:right;font-variant-numeric:tabular-nums}.row{display:flex;gap:2rem;flex-wrap:wrap}"
                    + "svg{background:#fafafa;border:1px solid #ddd}.bar{background:#4a7;height:.7rem;display:inline-block}"
                    + "details{margin:.3rem 0}.big{font-size:2rem;margin-right:2rem}";

    private final StringBuilder page = new StringBuilder();

    private ReportPage() {}

    /** The page of a report. */
    public static String of(Report report) {
        return new ReportPage().write(report);
    }

    private String write(Report report) {
        page.append(
                        "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>How well it understands</title><style>")
                .append(STYLE)
                .append("</style><h1>How well it understands</h1>");
        add(
                "<p><span class=\"big\">%.1f %%</span> accuracy <span class=\"big\"></span> macro F1 %.1f, "
                        + "calibration error %.1f, %d texts, %d out of scope</p>",
                report.accuracy(), report.macroF1(), report.calibrationError(), report.texts(), report.foreign());
        page.append("<table><tr><th>preset<th>rightly answered<th>foreign refused<th>both</tr>");
        report.scope().entrySet().stream()
                .sorted(java.util.Map.Entry.comparingByKey())
                .forEach(preset -> add(
                        "<tr><td>%s<td class=n>%.1f<td class=n>%.1f<td class=n>%.1f</tr>",
                        preset.getKey(),
                        preset.getValue().inScope(),
                        preset.getValue().foreignRecall(),
                        preset.getValue().overall()));
        page.append("</table><div class=\"row\"><figure><figcaption>Confidence against truth</figcaption>");
        calibration(report.calibration());
        page.append(
                "</figure><figure><figcaption>Rightly answered (green) and foreign refused (red) by threshold</figcaption>");
        curves(report.curve());
        page.append(
                "</figure></div><h2>Intents, the weakest first</h2><table><tr><th>intent<th>texts<th>precision<th>recall<th>F1</tr>");
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
        page.append("</table><h2>Taken for each other</h2>");
        for (Report.Confusion pair : report.confusions()) {
            add(
                    "<details><summary>%s taken for %s: %d</summary><ul>",
                    escape(pair.wanted()), escape(pair.guessed()), pair.texts().size());
            pair.texts().forEach(text -> page.append("<li>").append(escape(text)));
            page.append("</ul></details>");
        }
        return page.append("</html>\n").toString();
    }

    private void calibration(List<Report.Bin> bins) {
        open();
        add("<line x1=\"0\" y1=\"%d\" x2=\"%d\" y2=\"0\" stroke=\"#bbb\"/>", SIDE, SIDE);
        int most = bins.stream().mapToInt(Report.Bin::texts).max().orElse(1);
        for (Report.Bin bin : bins) {
            add(
                    "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"%.1f\" fill=\"#36c\" opacity=\".7\"><title>%.0f %% sure, %.0f %% right, %d texts</title></circle>",
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
        open();
        line(points, Report.ScopePoint::inScope, "#2a7");
        line(points, Report.ScopePoint::foreignRecall, "#c33");
        page.append("</svg>");
    }

    private void line(List<Report.ScopePoint> points, ToDoubleFunction<Report.ScopePoint> value, String colour) {
        page.append("<polyline fill=\"none\" stroke-width=\"2\" stroke=\"")
                .append(colour)
                .append("\" points=\"");
        points.forEach(point -> add("%.1f,%.1f ", x(100 * point.threshold()), y(value.applyAsDouble(point))));
        page.append("\"/>");
    }

    private void open() {
        add("<svg width=\"%d\" height=\"%d\" viewBox=\"0 0 %d %d\">", SIDE, SIDE, SIDE, SIDE);
    }

    @SuppressWarnings("AnnotateFormatMethod") // every format above is a literal
    private void add(String format, Object... values) {
        page.append(String.format(Locale.ROOT, format, values));
    }

    private static double x(double percent) {
        return SIDE * percent / 100;
    }

    private static double y(double percent) {
        return SIDE - SIDE * percent / 100;
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
