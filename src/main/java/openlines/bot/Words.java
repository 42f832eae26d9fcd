package openlines.bot;

import java.util.Locale;
import java.util.Set;

/** The few words a form itself listens to, in the languages that the product speaks. */
enum Words {
    CANCEL("cancel", "stop", "never mind", "отмена", "отменить", "стоп", "не надо", "abbrechen", "stopp", "abbruch"),
    SKIP("skip", "-", "пропустить", "пропусти", "дальше", "überspringen", "weiter"),
    BACK("back", "назад", "zurück"),
    YES("yes", "y", "yep", "sure", "ok", "да", "ага", "конечно", "ja", "klar", "jawohl"),
    NO("no", "n", "nope", "нет", "не", "nein", "nö");

    private final Set<String> words;

    Words(String... words) {
        this.words = Set.of(words);
    }

    boolean says(String text) {
        return words.contains(text.strip().toLowerCase(Locale.ROOT).replaceAll("[.!]+$", ""));
    }
}
