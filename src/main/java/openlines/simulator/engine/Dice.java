package openlines.simulator.engine;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import openlines.simulator.Settings;

/** Tokens and codes that look random and are the same for the same seed. */
@Singleton
public final class Dice implements Kept {

    private final long seed;
    private long thrown;

    Dice(Settings settings) {
        this.seed = settings.seed();
    }

    /** Lower-case hexadecimal of the given length, at most 64. */
    public String hex(int length) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest((seed + ":" + ++thrown).getBytes(StandardCharsets.US_ASCII));
            return HexFormat.of().formatHex(hash).substring(0, length);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    public String uuid() {
        String hex = hex(32);
        return String.join(
                "-",
                hex.substring(0, 8),
                hex.substring(8, 12),
                hex.substring(12, 16),
                hex.substring(16, 20),
                hex.substring(20));
    }

    @Override
    public String name() {
        return "dice";
    }

    @Override
    public JsonNode save() {
        return Json.tree(thrown);
    }

    @Override
    public void load(JsonNode saved) {
        thrown = saved.asLong();
    }

    @Override
    public void clear() {
        thrown = 0;
    }
}
