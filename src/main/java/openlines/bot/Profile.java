package openlines.bot;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Who a bot is.
 *
 * @param code what it is registered by; its folder's name
 * @param name what customers see
 * @param language the one its texts are written in
 * @param translations its texts in others
 * @param role for what a line is to call it in; empty where that is for others to say
 */
public record Profile(String code, String name, String language, Translations translations, Optional<Reason> role) {
    public Profile(String code, String name, String language, Translations translations) {
        this(code, name, language, translations, Optional.empty());
    }

    /** The languages it speaks, its own first. */
    public Set<String> languages() {
        var all = new LinkedHashSet<String>();
        all.add(language);
        all.addAll(translations.byLanguage().keySet());
        return all;
    }
}
