package openlines.simulator.portal;

import jakarta.inject.Singleton;
import openlines.simulator.engine.Setting;

/** The language the portal is set to: events tell it to bots. */
@Singleton
public final class PortalLanguage extends Setting<String> {

    private static final String USUAL = "en";

    PortalLanguage() {
        super("language", USUAL, saved -> saved.asText(USUAL));
    }

    /** Two letters. */
    public String code() {
        return value();
    }
}
