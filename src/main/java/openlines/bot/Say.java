package openlines.bot;

import java.util.List;

/**
 * A message to the customer.
 *
 * @param text with {@code {}} for each argument; looked up in the bot's translations
 * @param arguments shown in their order, their BB codes made harmless; a map's values go by their names
 * @param keyboard what can be pressed below it
 * @param aside only operators see it
 */
public record Say(String text, List<Object> arguments, Keyboard keyboard, boolean aside) implements Act {
    public Say {
        arguments = List.copyOf(arguments);
    }

    public Say with(Keyboard buttons) {
        return new Say(text, arguments, buttons, aside);
    }

    /** The text as it is sent, in a language. */
    public String in(Translations translations, String language) {
        return Template.fill(translations.find(language, text), arguments);
    }
}
