package openlines.nlp.entity;

import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads a number, in digits or in words: {@code 1,500.50}, {@code 1 500,50}, {@code twenty five}, {@code 5 тыс}. */
final class Numbers {
    /** A number in the text and one past its last word. */
    record Hit(BigDecimal value, int end) {}

    private static final int MOST_DIGITS = 15;
    private static final BigDecimal HALF = new BigDecimal("0.5");

    private final Lexicon lexicon;

    Numbers(Lexicon lexicon) {
        this.lexicon = lexicon;
    }

    @Nullable
    Hit at(Words words, int from) {
        if (from >= words.size()) {
            return null;
        }
        Hit hit = words.get(from).digits() ? digits(words, from) : worded(words, from);
        return hit == null ? null : multiplied(words, halved(words, hit));
    }

    private @Nullable Hit worded(Words words, int from) {
        BigDecimal fraction = fraction(words.at(from));
        if (fraction != null) {
            return new Hit(fraction, from + 1);
        }
        Phrases.Hit<String> half = lexicon.halfOf.at(words, from);
        if (half != null && lexicon.multipliers.containsKey(words.at(half.end()))) {
            return new Hit(HALF, half.end());
        }
        return spoken(words, from);
    }

    /** One and a half and its like, which German writes as one word with any number. */
    private @Nullable BigDecimal fraction(String word) {
        BigDecimal known = lexicon.fractions.get(word);
        if (known != null || !word.endsWith(lexicon.halfEnding) || lexicon.halfEnding.isEmpty()) {
            return known;
        }
        Integer whole = lexicon.numbers.get(word.substring(0, word.length() - lexicon.halfEnding.length()));
        return whole == null ? null : BigDecimal.valueOf(whole).add(HALF);
    }

    private Hit halved(Words words, Hit hit) {
        Phrases.Hit<String> half = lexicon.halfMore.at(words, hit.end());
        return half == null ? hit : new Hit(hit.value().add(HALF), half.end());
    }

    /** A whole number that fits an int; empty otherwise. */
    @Nullable
    Hit whole(Words words, int from, int most) {
        Hit hit = at(words, from);
        return hit != null
                        && hit.value().scale() <= 0
                        && hit.value().compareTo(BigDecimal.valueOf(most)) <= 0
                        && hit.value().signum() >= 0
                ? hit
                : null;
    }

    private Hit multiplied(Words words, Hit hit) {
        Integer times = lexicon.multipliers.get(words.at(hit.end()));
        boolean letter = words.at(hit.end()).length() == 1;
        // "5k" but not "5 k"; and not "5к1", a house number
        boolean house = words.glued(hit.end() + 1) && words.get(hit.end() + 1).digits();
        if (times == null || (letter && (house || !words.glued(hit.end())))) {
            return hit;
        }
        int end = hit.end() + 1;
        // "5 тыс. руб.", "5 Mio. Euro": the point belongs to the abbreviation
        boolean shortened =
                words.at(end).equals(".") && words.glued(end) && lexicon.currencies.containsKey(words.at(end + 1));
        return new Hit(hit.value().multiply(BigDecimal.valueOf(times)), shortened ? end + 1 : end);
    }

    private @Nullable Hit digits(Words words, int from) {
        if (words.get(from).text().length() > MOST_DIGITS) {
            return null;
        }
        StringBuilder whole = new StringBuilder(ascii(words.at(from)));
        int end = from + 1;
        if (whole.length() <= 3 && !whole.toString().equals("0")) {
            end = thousands(words, end, whole);
        }
        String point = words.at(end);
        boolean decimal = (point.equals(".") || point.equals(",")) && words.glued(end) && words.glued(end + 1);
        if (decimal
                && words.get(end + 1).digits()
                && words.at(end + 1).length() < MOST_DIGITS
                && !dotted(words, end + 2)) {
            return new Hit(new BigDecimal(whole + "." + ascii(words.at(end + 1))), end + 2);
        }
        return new Hit(new BigDecimal(whole.toString()), end);
    }

    /** A date or an address like 10.0.0.1 goes on after the second number. */
    private static boolean dotted(Words words, int at) {
        return (words.at(at).equals(".") || words.at(at).equals(","))
                && words.glued(at)
                && words.glued(at + 1)
                && words.get(at + 1).digits();
    }

    /** Takes groups of three in: {@code 1 500}, {@code 1,500} or {@code 1.500}, as the language has it. */
    private int thousands(Words words, int from, StringBuilder whole) {
        int end = from;
        String separator = "";
        while (true) {
            String mark = words.at(end);
            boolean blank = words.at(end).length() == 3
                    && words.get(end).digits()
                    && !words.glued(end)
                    && words.get(end).start() - words.get(end - 1).end() == 1
                    && separator.isBlank();
            if (blank && !(words.glued(end + 1) && words.at(end + 1).equals(":"))) {
                separator = " ";
                whole.append(ascii(mark));
                end++;
                continue;
            }
            boolean sign = mark.equals(lexicon.decimalComma ? "." : ",") || mark.equals("'");
            if (sign
                    && (separator.isEmpty() || separator.equals(mark))
                    && words.glued(end)
                    && words.glued(end + 1)
                    && words.get(end + 1).digits()
                    && words.at(end + 1).length() == 3) {
                separator = mark;
                whole.append(ascii(words.at(end + 1)));
                end += 2;
                continue;
            }
            return end;
        }
    }

    private static String ascii(String digits) {
        StringBuilder ascii = new StringBuilder(digits.length());
        digits.codePoints().forEach(c -> ascii.append(Character.digit(c, 10)));
        return ascii.toString();
    }

    private @Nullable Hit spoken(Words words, int from) {
        long total = 0;
        long current = 0;
        long room = Long.MAX_VALUE;
        int end = from;
        boolean any = false;
        for (int i = from; i < words.size(); i++) {
            String word = words.at(i);
            Integer times = lexicon.multipliers.get(word);
            Integer value = value(word);
            if (value != null && (!any || (value < room && value > 0))) {
                current += value;
                room = value >= 100 ? 100 : value >= 20 ? 10 : 0;
            } else if (times != null && (any || i == from) && word.length() > 1) {
                long scaled = Math.max(1, current) * times;
                total += times >= 1000 ? scaled : 0;
                current = times >= 1000 ? 0 : scaled;
                room = times;
            } else if (any
                    && (lexicon.joiners.contains(word) || word.equals("-"))
                    && room > 1
                    && value(words.at(i + 1)) != null) {
                continue;
            } else {
                break;
            }
            any = true;
            end = i + 1;
        }
        return any ? new Hit(BigDecimal.valueOf(total + current), end) : null;
    }

    private @Nullable Integer value(String word) {
        Integer known = lexicon.numbers.get(word);
        return known != null || lexicon.compound.isEmpty() ? known : compound(word, 0);
    }

    /** German writes a number as one word: zweihundert-fünf-und-zwanzig. */
    private @Nullable Integer compound(String word, int depth) {
        Integer known = lexicon.numbers.get(word);
        if (known != null || depth > 4 || word.length() > 60) {
            return known;
        }
        for (String part : new String[] {"tausend", "hundert"}) {
            int at = word.indexOf(part);
            if (at >= 0) {
                int times = part.equals("tausend") ? 1000 : 100;
                Integer before = at == 0 ? Integer.valueOf(1) : compound(word.substring(0, at), depth + 1);
                String rest = word.substring(at + part.length());
                Integer after = rest.isEmpty() ? Integer.valueOf(0) : compound(rest, depth + 1);
                return before == null || after == null ? null : Integer.valueOf(before * times + after);
            }
        }
        int joint = word.indexOf(lexicon.compound, 1);
        return joint < 0
                ? null
                : units(lexicon.numbers, word.substring(0, joint), word.substring(joint + lexicon.compound.length()));
    }

    private static @Nullable Integer units(Map<String, Integer> numbers, String ones, String tens) {
        Integer one = numbers.get(ones);
        Integer ten = numbers.get(tens);
        return one != null && ten != null && one < 10 && ten >= 20 ? Integer.valueOf(one + ten) : null;
    }
}
