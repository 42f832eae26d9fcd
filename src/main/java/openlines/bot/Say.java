package openlines.bot;

import java.util.ArrayList;
import java.util.List;

/**
 * A message to the customer.
 *
 * @param text with {@code {}} for each argument; looked up in the bot's translations
 * @param arguments shown in their order, their BB codes made harmless; a map's values go by their names
 * @param keyboard what can be pressed below it
 * @param aside only operators see it
 * @param attachments pictures and files; a channel that shows none gets their addresses
 */
public record Say(String text, List<Object> arguments, Keyboard keyboard, boolean aside, List<Attachment> attachments)
        implements Act {
    public Say {
        arguments = List.copyOf(arguments);
        attachments = List.copyOf(attachments);
    }

    /** Without attachments. */
    public Say(String text, List<Object> arguments, Keyboard keyboard, boolean aside) {
        this(text, arguments, keyboard, aside, List.of());
    }

    public Say with(Keyboard buttons) {
        return new Say(text, arguments, buttons, aside, attachments);
    }

    /** Shows a picture below the message. */
    public Say picture(String name, String address) {
        return with(new Attachment(Attachment.Kind.PICTURE, name, address));
    }

    /** Offers a file below the message. */
    public Say file(String name, String address) {
        return with(new Attachment(Attachment.Kind.FILE, name, address));
    }

    private Say with(Attachment one) {
        var more = new ArrayList<>(attachments);
        more.add(one);
        return new Say(text, arguments, keyboard, aside, more);
    }

    /** The text as it is sent, in a language. */
    public String in(Translations translations, String language) {
        return Template.fill(translations.find(language, text), arguments);
    }
}
