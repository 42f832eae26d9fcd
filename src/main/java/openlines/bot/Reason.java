package openlines.bot;

import java.util.Locale;

/** Why the bot came into a dialog. The portal does not say it; it is derived from the session. */
public enum Reason {
    /** The customer has just begun. */
    WELCOME,
    /** No operator answered in time. */
    NO_ANSWER,
    /** The line is closed at this hour. */
    AFTER_HOURS,
    /** The session is closing. */
    CLOSING,
    /** An operator gave the dialog back. */
    RETURNED;

    /** The reason that is written so: {@code no-answer}. */
    public static Reason named(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    /** As it is written: {@code no-answer}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
