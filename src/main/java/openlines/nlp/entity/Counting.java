package openlines.nlp.entity;

/** Whether a number counts something: not "at 5 euro", "в 2 раза", "um 3 Personen", "60 км в час". */
final class Counting {
    private final Lexicon lexicon;
    private final Phrases<String> from;

    Counting(Lexicon lexicon) {
        this.lexicon = lexicon;
        this.from = lexicon.phrases("range-from");
    }

    /** Whether the word after a number is what it counts. */
    boolean counted(Words words, int end) {
        String next = words.at(end);
        return lexicon.notHour.contains(next)
                || lexicon.currencies.containsKey(next)
                || lexicon.percents.contains(next)
                || lexicon.units.containsKey(next)
                || lexicon.multipliers.containsKey(next)
                || lexicon.months.containsKey(next);
    }

    /** Whether digits end here that count what follows. */
    boolean digitsCounted(Words words, int end) {
        return words.get(end - 1).digits() && counted(words, end);
    }

    /** Whether a bare number that ends here can be an hour. */
    boolean hour(Words words, int end) {
        boolean goesOn = words.glued(end)
                && (words.get(end).letters() || (".,:/-".contains(words.at(end)) && words.glued(end + 1)));
        boolean number = end < words.size() && words.get(end).digits();
        // "at 5 Main Street", but every German noun is written so
        boolean name = lexicon.language.equals("en")
                && end < words.size()
                && Character.isUpperCase(words.text.charAt(words.get(end).start()))
                && !lexicon.weekdays.containsKey(words.at(end));
        return !counted(words, end) && !goesOn && !number && !name;
    }

    /** "100 рублей в час", "60 км в час", "раз в час": how much an hour, and not when. */
    boolean rate(Words words, int i) {
        return each(words, i) || (i > 1 && words.get(i - 2).digits());
    }

    /** "Three times a day", "5 dollars an hour". */
    boolean each(Words words, int i) {
        return lexicon.currencies.containsKey(words.at(i - 1)) || lexicon.notHour.contains(words.at(i - 1));
    }

    /** "2 to 3" is no time, "5 to 9" is one, but not of pieces, and not where it says from what. */
    boolean minutes(Words words, int i, int minutes, int end) {
        if (from.at(words, i - 1) != null || (words.get(end - 1).digits() && !hour(words, end))) {
            return false;
        }
        boolean named = false;
        for (int k = i; k < end; k++) {
            named |= "MINUTES".equals(lexicon.units.get(words.at(k)));
        }
        return named || minutes % 5 == 0;
    }
}
