package openlines.bitrix24.event;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Reads a body made by PHP's {@code http_build_query}: {@code data[message][id]=7} becomes nested maps with texts as
 * leaves. Bounded in keys and depth, so that a stranger's body costs no more than its length.
 */
final class PhpForm {
    static final int DEPTH = 16;
    static final int KEYS = 4_000;

    private final byte[] body;
    private final byte[] scratch;
    private final Map<String, Object> root = new LinkedHashMap<>();
    private int keys;

    private PhpForm(byte[] body) {
        this.body = body;
        this.scratch = new byte[body.length];
    }

    static Tree read(byte[] body) {
        return new PhpForm(body).parse();
    }

    private Tree parse() {
        int start = 0;
        while (start < body.length) {
            int end = next('&', start, body.length);
            if (end > start) {
                pair(start, end);
            }
            start = end + 1;
        }
        return new Tree(root);
    }

    private void pair(int start, int end) {
        if (++keys > KEYS) {
            throw new MalformedBody("more than " + KEYS + " keys");
        }
        int equals = next('=', start, end);
        String key = decode(start, equals);
        String value = equals < end ? decode(equals + 1, end) : "";
        put(key, value);
    }

    private void put(String key, String value) {
        int open = key.indexOf('[');
        if (open <= 0) {
            root.put(key, value);
            return;
        }
        Map<String, Object> at = root;
        String name = key.substring(0, open);
        int depth = 0;
        while (open >= 0 && open < key.length() && key.charAt(open) == '[') {
            int close = key.indexOf(']', open);
            if (close < 0) {
                throw new MalformedBody("a bracket that is not closed");
            }
            if (++depth > DEPTH) {
                throw new MalformedBody("nested deeper than " + DEPTH);
            }
            at = inside(at, name);
            String inner = key.substring(open + 1, close);
            name = inner.isEmpty() ? Integer.toString(at.size()) : inner;
            open = close + 1;
        }
        at.put(name, value);
    }

    /** As in PHP, a later key wins over an earlier text of the same name. */
    @SuppressWarnings("unchecked")
    private static Map<String, Object> inside(Map<String, Object> at, String name) {
        if (at.get(name) instanceof Map<?, ?> map) {
            return (Map<String, Object>) map;
        }
        var made = new LinkedHashMap<String, Object>();
        at.put(name, made);
        return made;
    }

    private int next(char sought, int from, int to) {
        int at = from;
        while (at < to && body[at] != sought) {
            at++;
        }
        return at;
    }

    private String decode(int start, int end) {
        int length = 0;
        boolean ascii = true;
        for (int at = start; at < end; at++) {
            byte octet = body[at];
            if (octet == '+') {
                octet = ' ';
            } else if (octet == '%') {
                if (at + 2 >= end) {
                    throw new MalformedBody("a percent sign without two hexadecimal digits");
                }
                octet = (byte) (digit(body[at + 1]) << 4 | digit(body[at + 2]));
                at += 2;
            }
            ascii &= octet >= 0;
            scratch[length++] = octet;
        }
        return ascii ? ascii(length) : text(length);
    }

    @SuppressWarnings("deprecation") // the one constructor that copies ASCII without looking at it twice
    private String ascii(int length) {
        return new String(scratch, 0, 0, length);
    }

    private String text(int length) {
        try {
            return UTF_8.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(scratch, 0, length))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new MalformedBody("not UTF-8");
        }
    }

    private static int digit(byte octet) {
        int digit = Character.digit(octet, 16);
        if (digit < 0) {
            throw new MalformedBody("a percent sign without two hexadecimal digits");
        }
        return digit;
    }
}
