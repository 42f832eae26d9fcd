package openlines.simulator.channel;

import java.util.Arrays;
import java.util.Optional;

/**
 * A built-in channel. The portal's pages name three of them and say nothing of what they keep: the profiles follow what
 * such a messenger can show at all (assumed).
 */
public enum Channel {
    LIVECHAT("livechat", "Live Chat", Markup.KEPT, true, true),
    TELEGRAM("telegrambot", "Telegram", Markup.KEPT, false, false),
    NETWORK("network", "Bitrix24.Network", Markup.KEPT, true, true),
    WHATSAPP("whatsapp", "WhatsApp", Markup.PLAIN, false, false),
    FACEBOOK("facebook", "Facebook", Markup.PLAIN, false, true),
    VIBER("viber", "Viber", Markup.PLAIN, false, false);

    /** What becomes of BB codes. */
    public enum Markup {
        KEPT,
        PLAIN
    }

    private final String code;
    private final String title;
    private final Markup markup;
    private final boolean buttons;
    private final boolean typing;

    Channel(String code, String title, Markup markup, boolean buttons, boolean typing) {
        this.code = code;
        this.title = title;
        this.markup = markup;
        this.buttons = buttons;
        this.typing = typing;
    }

    public static Optional<Channel> of(String code) {
        return Arrays.stream(values())
                .filter(channel -> channel.code.equals(code))
                .findFirst();
    }

    public String code() {
        return code;
    }

    public String title() {
        return title;
    }

    public Markup markup() {
        return markup;
    }

    /** Keyboards reach the customer. */
    public boolean buttons() {
        return buttons;
    }

    /** The customer sees that somebody types. */
    public boolean typing() {
        return typing;
    }

    /** The customer rates with two buttons, not with 1 or 0 as a text. */
    public boolean widget() {
        return this == LIVECHAT || this == NETWORK;
    }
}
