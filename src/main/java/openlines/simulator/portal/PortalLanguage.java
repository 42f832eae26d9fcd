package openlines.simulator.portal;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Singleton;
import openlines.simulator.engine.Json;
import openlines.simulator.engine.Kept;

/** The language the portal is set to: events tell it to bots. */
@Singleton
public final class PortalLanguage implements Kept {

    private static final String USUAL = "en";

    private String code = USUAL;

    /** Two letters. */
    public String code() {
        return code;
    }

    public void set(String language) {
        code = language;
    }

    @Override
    public String name() {
        return "language";
    }

    @Override
    public JsonNode save() {
        return Json.tree(code);
    }

    @Override
    public void load(JsonNode saved) {
        code = saved.asText(USUAL);
    }

    @Override
    public void clear() {
        code = USUAL;
    }
}
