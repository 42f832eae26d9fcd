package openlines.nlp.phrase;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The values an entity can have, each with the ways people spell it. */
public record ValueList(String language, String type, Map<String, List<String>> spellings) {
    public ValueList {
        spellings = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(spellings));
    }
}
