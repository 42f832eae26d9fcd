package openlines.simulator.channel;

import java.util.List;
import java.util.regex.Pattern;

/** A message's BB codes as words, for channels that know no formatting; the address of a link stays readable. */
final class PlainText {

    private record Rule(Pattern pattern, String replacement) {
        static Rule of(String regex, String replacement) {
            return new Rule(Pattern.compile(regex, Pattern.CASE_INSENSITIVE | Pattern.DOTALL), replacement);
        }
    }

    private static final List<Rule> RULES = List.of(
            Rule.of("\\[br]", "\n"),
            Rule.of("\\[url=([^\\]]*)](.*?)\\[/url]", "$2 ($1)"),
            Rule.of("\\[url](.*?)\\[/url]", "$1"),
            Rule.of("\\[img[^\\]]*](.*?) ?\\[/img]", "$1"),
            Rule.of("\\[call=([^\\]]*)](.*?)\\[/call]", "$2 ($1)"),
            Rule.of("\\[icon=[^\\]]*title=([^\\] ]*)[^\\]]*]", "$1"),
            Rule.of("\\[icon=[^\\]]*]", ""),
            Rule.of("\\[/?(?:b|i|u|s|code|call)]", ""),
            Rule.of("\\[/?(?:size|color|user|chat|context|put|send)(?:=[^\\]]*)?]", ""));

    private PlainText() {}

    static String of(String text) {
        String plain = text;
        for (Rule rule : RULES) {
            plain = rule.pattern.matcher(plain).replaceAll(rule.replacement);
        }
        return plain;
    }
}
