package openlines.bot;

import java.util.Set;

/**
 * Where the customer writes: the connector's code, and what it can show.
 *
 * @param code {@code livechat}, {@code telegrambot}, {@code whatsapp}, or a connector's own
 */
public record Channel(String code) {
    /** Assumed: of the built-in channels these show a bot's keyboard; the others get a numbered list. */
    private static final Set<String> WITH_BUTTONS = Set.of("livechat", "network");

    public boolean showsButtons() {
        return WITH_BUTTONS.contains(code);
    }
}
