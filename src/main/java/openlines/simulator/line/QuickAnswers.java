package openlines.simulator.line;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import openlines.simulator.engine.Json;
import openlines.simulator.engine.Kept;

/** Texts that operators keep at hand; the portal has one list for all lines here. */
@Singleton
public final class QuickAnswers implements Kept {

    private final List<String> texts = new ArrayList<>();

    public boolean add(String text) {
        return texts.add(text);
    }

    @Override
    public String name() {
        return "quick-answers";
    }

    @Override
    public JsonNode save() {
        return Json.tree(texts);
    }

    @Override
    public void load(JsonNode saved) {
        clear();
        texts.addAll(Json.read(saved, new TypeReference<List<String>>() {}));
    }

    @Override
    public void clear() {
        texts.clear();
    }
}
