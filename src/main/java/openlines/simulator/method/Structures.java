package openlines.simulator.method;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import openlines.simulator.engine.Json;
import org.jspecify.annotations.Nullable;

/** Keyboards and attachments that come as JSON text. */
final class Structures {

    private Structures() {}

    /** Null where the text is no JSON. */
    static @Nullable Object parse(String text) {
        try {
            return Json.parse(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            return null;
        }
    }
}
