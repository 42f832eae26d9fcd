package openlines.bot;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A bot's texts in other languages, by the text that stands in the code.
 *
 * @param byLanguage language, then the text as written, then its translation
 */
public record Translations(Map<String, Map<String, String>> byLanguage) {
    public static final Translations NONE = new Translations(Map.of());

    public Translations {
        var copy = new LinkedHashMap<String, Map<String, String>>();
        byLanguage.forEach((language, texts) -> copy.put(language, Map.copyOf(texts)));
        byLanguage = Map.copyOf(copy);
    }

    /** The text in that language, or as it was written. */
    public String find(String language, String text) {
        return byLanguage.getOrDefault(language, Map.of()).getOrDefault(text, text);
    }

    /** These texts, and the other's where there is none here. */
    public Translations over(Translations other) {
        var joined = new LinkedHashMap<String, Map<String, String>>();
        other.byLanguage.forEach((language, texts) -> joined.put(language, new LinkedHashMap<>(texts)));
        byLanguage.forEach((language, texts) -> joined.computeIfAbsent(language, ignored -> new LinkedHashMap<>())
                .putAll(texts));
        return new Translations(joined);
    }
}
