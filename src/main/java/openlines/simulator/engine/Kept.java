package openlines.simulator.engine;

import com.fasterxml.jackson.databind.JsonNode;

/** A part of the portal's state; every bean of this type is in the snapshot and is emptied by a reset. */
public interface Kept {

    String name();

    JsonNode save();

    void load(JsonNode saved);

    void clear();
}
