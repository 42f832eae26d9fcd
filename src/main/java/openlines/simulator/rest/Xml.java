package openlines.simulator.rest;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import openlines.simulator.engine.JsonMap;
import org.jspecify.annotations.Nullable;

/** The envelope as XML with the root {@code response}; that list elements are called {@code item} is assumed. */
final class Xml {

    private Xml() {}

    static byte[] of(JsonMap envelope) {
        StringBuilder xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"utf-8\"?>");
        element(xml, "response", envelope);
        return xml.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void element(StringBuilder xml, String name, @Nullable Object value) {
        String tag = name.matches("[A-Za-z_][\\w.-]*") ? name : "item";
        xml.append('<').append(tag).append('>');
        switch (value) {
            case null -> {}
            case Map<?, ?> map -> map.forEach((key, item) -> element(xml, String.valueOf(key), item));
            case List<?> list -> list.forEach(item -> element(xml, "item", item));
            default -> escape(xml, value.toString());
        }
        xml.append("</").append(tag).append('>');
    }

    private static void escape(StringBuilder xml, String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '<' -> xml.append("&lt;");
                case '>' -> xml.append("&gt;");
                case '&' -> xml.append("&amp;");
                default -> {
                    // what XML can't hold is left out
                    if (c >= ' ' || c == '\n' || c == '\r' || c == '\t') {
                        xml.append(c);
                    }
                }
            }
        }
    }
}
