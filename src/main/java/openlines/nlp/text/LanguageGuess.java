package openlines.nlp.text;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import openlines.nlp.file.ModelReader;
import openlines.nlp.file.ModelWriter;

/**
 * Tells in which of the bot's languages a text is written: naive Bayes over words and runs of one to three letters,
 * learned from the phrases themselves.
 */
public final class LanguageGuess {
    private static final int BUCKETS = 1 << 12;
    private static final int MOST_TOKENS = 60;
    /** How much the dialog's language counts against the text's own: about one clear word. */
    private static final float HEAD_START = 2f;

    private static final Set<String> COMMON =
            Set.of("ok", "okay", "okey", "no", "hi", "bye", "super", "stop", "sms", "email");
    private static final int LONGEST_COMMON = 5;

    private final List<String> languages;
    private final float[] logs;

    private LanguageGuess(List<String> languages, float[] logs) {
        this.languages = List.copyOf(languages);
        this.logs = logs;
    }

    /** Learns from texts of each language. */
    public static LanguageGuess learn(Map<String, ? extends Collection<String>> texts) {
        List<String> languages = new ArrayList<>(new TreeMap<>(texts).keySet());
        float[] logs = new float[BUCKETS * languages.size()];
        Tokens tokens = new Tokens();
        for (int l = 0; l < languages.size(); l++) {
            float[] counts = new float[BUCKETS];
            float[] total = new float[1];
            for (String text : java.util.Objects.requireNonNull(texts.get(languages.get(l)))) {
                each(tokens.read(text), bucket -> {
                    counts[bucket]++;
                    total[0]++;
                });
            }
            for (int bucket = 0; bucket < BUCKETS; bucket++) {
                double log = Math.log((counts[bucket] + 0.2) / (total[0] + 0.2 * BUCKETS));
                // as precise as the file keeps it, so that a loaded model answers exactly like the trained one
                logs[bucket * languages.size() + l] = Float.float16ToFloat(Float.floatToFloat16((float) log));
            }
        }
        return new LanguageGuess(languages, logs);
    }

    public List<String> languages() {
        return languages;
    }

    /** The text's language; where nothing in it tells, the one hinted at, else English if it is known, else the first. */
    public String of(Tokens tokens, String hint) {
        if (languages.isEmpty() || !telling(tokens)) {
            return !hint.isEmpty() || languages.isEmpty()
                    ? hint
                    : languages.contains("en") ? "en" : languages.getFirst();
        }
        float[] sums = new float[languages.size()];
        int hinted = languages.indexOf(hint);
        if (hinted >= 0) {
            sums[hinted] = HEAD_START;
        }
        each(tokens, bucket -> {
            for (int l = 0; l < sums.length; l++) {
                sums[l] += logs[bucket * sums.length + l];
            }
        });
        int best = 0;
        for (int l = 1; l < sums.length; l++) {
            if (sums[l] > sums[best]) {
                best = l;
            }
        }
        return languages.get(best);
    }

    private static boolean telling(Tokens tokens) {
        for (int i = 0; i < tokens.count(); i++) {
            if (Character.isLetter(tokens.letters()[tokens.start(i)]) && !anybodys(tokens, i)) {
                return true;
            }
        }
        return false;
    }

    /** "Ok" is said in every language, and changes none. */
    private static boolean anybodys(Tokens tokens, int token) {
        return tokens.end(token) - tokens.start(token) <= LONGEST_COMMON && COMMON.contains(tokens.token(token));
    }

    private static void each(Tokens tokens, java.util.function.IntConsumer bucket) {
        char[] letters = tokens.letters();
        int count = Math.min(tokens.count(), MOST_TOKENS);
        for (int i = 0; i < count; i++) {
            int start = tokens.start(i);
            int end = tokens.end(i);
            if (!Character.isLetter(letters[start]) || anybodys(tokens, i)) {
                continue;
            }
            int word = 7;
            for (int from = start; from < end; from++) {
                word = word * 31 + letters[from];
                int run = 1;
                for (int at = from; at < Math.min(end, from + 3); at++) {
                    run = run * 31 + letters[at];
                    bucket.accept(spread(run));
                }
            }
            bucket.accept(spread(word));
        }
    }

    private static int spread(int hash) {
        return (hash * 0x9E3779B1) >>> 20; // the upper 12 bits: a bucket
    }

    /** Writes what was learned. */
    public void write(ModelWriter out) {
        out.list(languages, out::text).halves(logs);
    }

    /** Reads what {@link #write} wrote. */
    public static LanguageGuess read(ModelReader in) {
        return new LanguageGuess(in.list(in::text), in.halves());
    }
}
