package openlines.simulator.rest;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import openlines.simulator.engine.JsonMap;

/** Reads {@code multipart/form-data}: part names carry the same brackets as forms do. */
final class Multipart {

    private static final Pattern BOUNDARY = Pattern.compile("boundary=\"?([^\";]+)\"?", Pattern.CASE_INSENSITIVE);
    private static final Pattern NAME = Pattern.compile("[; ]name=\"([^\"]*)\"", Pattern.CASE_INSENSITIVE);

    private Multipart() {}

    static JsonMap parse(byte[] body, String contentType) throws IOException {
        Matcher boundary = BOUNDARY.matcher(contentType);
        if (!boundary.find()) {
            throw new IOException("no boundary");
        }
        // one char a byte, so that positions are those of the bytes
        String text = new String(body, StandardCharsets.ISO_8859_1);
        JsonMap tree = new JsonMap();
        for (String part : text.split(Pattern.quote("--" + boundary.group(1)), -1)) {
            int head = part.indexOf("\r\n\r\n");
            Matcher name = NAME.matcher(head < 0 ? "" : part.substring(0, head));
            if (name.find()) {
                int end = part.endsWith("\r\n") ? part.length() - 2 : part.length();
                String value = part.substring(Math.min(head + 4, end), end);
                PhpForm.put(tree, utf8(name.group(1)), utf8(value));
            }
        }
        return tree;
    }

    private static String utf8(String bytes) {
        return new String(bytes.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }
}
