package openlines.nlp.file;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collection;
import java.util.function.Consumer;
import java.util.zip.CRC32C;

/** Writes a model: numbers, texts and arrays one after the other, a checksum over all. */
public final class ModelWriter {
    static final int MAGIC = 0x4F4C4E4C; // "OLNL"
    static final int VERSION = 3;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 20);
    private final DataOutputStream out = new DataOutputStream(bytes);

    private interface Writing {
        void write() throws IOException;
    }

    private ModelWriter write(Writing writing) {
        try {
            writing.write();
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public ModelWriter integer(int value) {
        return write(() -> out.writeInt(value));
    }

    public ModelWriter number(float value) {
        return write(() -> out.writeFloat(value));
    }

    public ModelWriter flag(boolean value) {
        return write(() -> out.writeBoolean(value));
    }

    public ModelWriter text(String value) {
        return bytes(value.getBytes(StandardCharsets.UTF_8));
    }

    public ModelWriter bytes(byte[] values) {
        integer(values.length);
        return write(() -> out.write(values));
    }

    public ModelWriter numbers(float[] values) {
        integer(values.length);
        for (float value : values) {
            number(value);
        }
        return this;
    }

    /** Numbers at half precision, which is enough for a scale. */
    public ModelWriter halves(float[] values) {
        integer(values.length);
        for (float value : values) {
            write(() -> out.writeShort(Float.floatToFloat16(value)));
        }
        return this;
    }

    /** Ascending numbers as their differences, in as few bytes as each needs. */
    public ModelWriter ascending(long[] values) {
        integer(values.length);
        long last = 0;
        for (long value : values) {
            long difference = value - last;
            while (difference > 0x7F) {
                byte low = (byte) ((difference & 0x7F) | 0x80);
                write(() -> out.writeByte(low));
                difference >>>= 7;
            }
            byte high = (byte) difference;
            write(() -> out.writeByte(high));
            last = value;
        }
        return this;
    }

    public ModelWriter flags(boolean[] values) {
        integer(values.length);
        byte[] packed = new byte[(values.length + 7) / 8];
        for (int i = 0; i < values.length; i++) {
            packed[i / 8] |= (byte) (values[i] ? 1 << (i % 8) : 0);
        }
        return bytes(packed);
    }

    /** A list, each of its entries by {@code each}. */
    public <T> ModelWriter list(Collection<T> values, Consumer<T> each) {
        integer(values.size());
        values.forEach(each);
        return this;
    }

    /** Puts the file in place whole: a reader sees the old model or the new one. */
    public void save(Path file) {
        byte[] content = bytes.toByteArray();
        CRC32C sum = new CRC32C();
        sum.update(content);
        ByteBuffer whole = ByteBuffer.allocate(16 + content.length);
        whole.putInt(MAGIC)
                .putInt(VERSION)
                .putInt((int) sum.getValue())
                .putInt(content.length)
                .put(content);
        try {
            Path folder = file.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            Path fresh = file.resolveSibling(file.getFileName() + ".new");
            Files.write(fresh, whole.array());
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
