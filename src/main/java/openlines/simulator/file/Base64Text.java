package openlines.simulator.file;

import java.util.Base64;
import java.util.Optional;

/** Plain Base64 as calls carry it, without a {@code data:} prefix. */
public final class Base64Text {

    private Base64Text() {}

    /** Empty where it is none; white space inside does no harm. */
    public static Optional<byte[]> bytes(String text) {
        try {
            return Optional.of(Base64.getDecoder().decode(text.replaceAll("\\s", "")));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
