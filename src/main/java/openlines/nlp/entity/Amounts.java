package openlines.nlp.entity;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Money, percents, ordinals and bare numbers. */
final class Amounts {
    /** An account's number has no more groups than so many on either side. */
    private static final int NEAR = 8;

    private final Lexicon lexicon;
    private final Numbers numbers;

    Amounts(Lexicon lexicon, Numbers numbers) {
        this.lexicon = lexicon;
        this.numbers = numbers;
    }

    @Nullable
    Found at(Words words, int i) {
        if (attached(words, i)) {
            return null;
        }
        String currency = lexicon.currencies.get(words.at(i));
        if (currency != null && (!words.get(i).letters() || code(words, i))) {
            Numbers.Hit after = numbers.at(words, i + 1);
            return after == null ? null : money(after.value(), currency, i, after.end());
        }
        Numbers.Hit number = numbers.at(words, i);
        if (number == null || account(words, i)) {
            return ordinal(words, i);
        }
        int end = number.end();
        // "50,- €"
        int unitAt = words.at(end).equals(",")
                        && words.glued(end)
                        && words.at(end + 1).equals("-")
                ? end + 2
                : end;
        String unit = lexicon.currencies.get(words.at(unitAt));
        if (unit != null) {
            return money(number.value(), unit, i, unitAt + 1);
        }
        if (lexicon.percents.contains(words.at(end))) {
            return new Found("percent", plain(number.value()), i, end + 1);
        }
        Found ordinal = ordinal(words, i);
        if (ordinal != null && ordinal.end() > end) {
            return ordinal;
        }
        return runsOn(words, end) || article(words, i, end) ? null : new Found("number", plain(number.value()), i, end);
    }

    private @Nullable Found ordinal(Words words, int i) {
        SlotReader.Filled nth = new SlotReader(lexicon, numbers).fill(Slot.NTH, words, i);
        boolean point = nth != null && words.at(nth.end() - 1).equals(".");
        return nth == null || point ? null : new Found("ordinal", nth.value().toString(), i, nth.end());
    }

    /** "USD 50": a currency's code, not a word that means money. */
    private static boolean code(Words words, int i) {
        Word word = words.get(i);
        String written = words.text.substring(word.start(), word.end());
        return written.length() == 3 && written.chars().allMatch(Character::isUpperCase);
    }

    /** A piece of a card's or an account's number: digits in fours, at least three such groups. */
    private static boolean account(Words words, int i) {
        int first = i;
        while (i - first < NEAR && grouped(words, first - 1)) {
            first--;
        }
        int end = i;
        int fours = 0;
        while (end - i < NEAR && grouped(words, end)) {
            fours += words.at(end).length() == 4 ? 1 : 0;
            end++;
        }
        for (int k = first; k < i; k++) {
            fours += words.at(k).length() == 4 ? 1 : 0;
        }
        return fours >= 3;
    }

    private static boolean grouped(Words words, int i) {
        return i >= 0
                && i < words.size()
                && words.get(i).digits()
                && words.at(i).length() <= 4;
    }

    /** Part of a code: A-12, v2, 5-12, 10.0.0.1. */
    private static boolean attached(Words words, int i) {
        if (!words.glued(i)) {
            return false;
        }
        String before = words.at(i - 1);
        boolean sign = "-_/#@.:\\".contains(before) && i > 1 && words.glued(i - 1);
        return words.get(i - 1).letters()
                || words.get(i - 1).digits()
                || (words.get(i).digits() && sign);
    }

    private static boolean runsOn(Words words, int end) {
        if (!words.glued(end)) {
            return false;
        }
        boolean sign = "-_/:.,".contains(words.at(end)) && words.glued(end + 1) && !"!?)".contains(words.at(end + 1));
        return words.get(end).letters() || sign;
    }

    /** "This one", "ein Problem": no number, unless it is all that is said. */
    private boolean article(Words words, int i, int end) {
        return end == i + 1 && words.size() > 1 && lexicon.articles.containsKey(words.at(i));
    }

    private static Found money(BigDecimal amount, String currency, int start, int end) {
        return new Found("money", plain(amount) + " " + currency, start, end);
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}
