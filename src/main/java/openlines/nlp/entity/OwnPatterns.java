package openlines.nlp.entity;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import openlines.nlp.file.ModelReader;
import openlines.nlp.file.ModelWriter;
import openlines.nlp.phrase.ValuePattern;

/** The bot's own patterns: order numbers, licence plates. */
final class OwnPatterns {
    private final List<ValuePattern> patterns;

    OwnPatterns(List<ValuePattern> patterns) {
        // the same pattern stands in the files of several languages
        Map<String, ValuePattern> different = new TreeMap<>();
        for (ValuePattern each : patterns) {
            different.putIfAbsent(each.type() + ' ' + each.pattern().pattern(), each);
        }
        this.patterns = List.copyOf(different.values());
    }

    void find(String text, Claims claims) {
        String shown = text.length() > Words.MOST ? text.substring(0, Words.MOST) : text;
        for (ValuePattern own : patterns) {
            try {
                find(own, own.pattern().matcher(new Patience(shown)), claims);
            } catch (Patience.Lost | StackOverflowError _) {
                // what it found up to here counts: a careless pattern costs a message its entity, never the answer
            }
        }
    }

    private static void find(ValuePattern own, Matcher match, Claims claims) {
        while (match.find()) {
            if (match.end() > match.start()) {
                String value = match.groupCount() > 0 && match.group(1) != null ? match.group(1) : match.group();
                claims.characters(own.type(), value, match.start(), match.end(), 1);
            }
        }
    }

    void write(ModelWriter out) {
        out.list(
                patterns,
                own -> out.text(own.language())
                        .text(own.type())
                        .text(own.pattern().pattern())
                        .integer(own.pattern().flags()));
    }

    static OwnPatterns read(ModelReader in) {
        return new OwnPatterns(
                in.list(() -> new ValuePattern(in.text(), in.text(), Pattern.compile(in.text(), in.integer()))));
    }
}
