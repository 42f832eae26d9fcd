package openlines.nlp.evaluate;

import java.util.List;

/**
 * What others reached on the public corpora, and what we aim at.
 *
 * @param corpus its folder
 * @param train the file to train on
 * @param measure which figure
 * @param aim what we want at least (of a calibration error, at most)
 * @param others who reached what
 */
public record Published(String corpus, String train, Measure measure, double aim, String others) {
    /** A figure of a {@link Report}. */
    public enum Measure {
        ACCURACY("accuracy"),
        IN_SCOPE("in scope, rejecting"),
        FOREIGN("out-of-scope recall"),
        OVERALL("overall, rejecting"),
        CALIBRATION("calibration error");

        private final String words;

        Measure(String words) {
            this.words = words;
        }

        @Override
        public String toString() {
            return words;
        }

        double of(Report report) {
            Report.ScopeFigures balanced = report.scope().getOrDefault("balanced", new Report.ScopeFigures(0, 0, 0));
            return switch (this) {
                case ACCURACY -> report.accuracy();
                case IN_SCOPE -> balanced.inScope();
                case FOREIGN -> balanced.foreignRecall();
                case OVERALL -> balanced.overall();
                case CALIBRATION -> report.calibrationError();
            };
        }

        boolean reached(double value, double aim) {
            return this == CALIBRATION ? value <= aim : value >= aim;
        }
    }

    private static final String SMALL = "train.tsv";

    /** The table, corpus by corpus. */
    public static final List<Published> TABLE = List.of(
            new Published(
                    "askubuntu",
                    SMALL,
                    Measure.ACCURACY,
                    93.5,
                    "Watson 92, LUIS 90, Rasa 86, Dialogflow 85; best paper 93"),
            new Published(
                    "webapps",
                    SMALL,
                    Measure.ACCURACY,
                    84.5,
                    "Watson 83, LUIS 81, Dialogflow 80, Rasa 74; best paper 85"),
            new Published(
                    "chatbot",
                    SMALL,
                    Measure.ACCURACY,
                    100,
                    "LUIS 98, Rasa 98, Watson 97, Dialogflow 93; best paper 99"),
            new Published(
                    "clinc150",
                    SMALL,
                    Measure.ACCURACY,
                    94.3,
                    "BERT 96.9, MLP on USE 93.5, Dialogflow 91.7, Rasa 91.5"),
            new Published("clinc150", SMALL, Measure.CALIBRATION, 2, ""),
            new Published("clinc150", SMALL, Measure.IN_SCOPE, 93.0, "BERT 96.2, MLP 93.4, Dialogflow 90.8"),
            new Published("clinc150", SMALL, Measure.FOREIGN, 72, "BERT 52.3, MLP 49.1, Dialogflow 26.7"),
            new Published("clinc150", SMALL, Measure.OVERALL, 89.3, "BERT 88.2, MLP 85.3"),
            new Published("banking77", "train_full.tsv", Measure.ACCURACY, 93.2, "BERT 93.66, USE+ConveRT 93.36"),
            new Published("banking77", "train_full.tsv", Measure.CALIBRATION, 2, ""),
            new Published("banking77", "train_10shot.tsv", Measure.ACCURACY, 79.5, "USE+ConveRT 85.2"),
            new Published("hass_ru", SMALL, Measure.ACCURACY, 95, ""),
            new Published("hass_de", SMALL, Measure.ACCURACY, 98, ""));
}
