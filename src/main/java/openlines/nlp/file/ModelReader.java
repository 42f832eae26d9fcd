package openlines.nlp.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.zip.CRC32C;

/** Reads what {@link ModelWriter} wrote, out of a memory map. */
public final class ModelReader {
    private static final int HEADER = 16;

    private final ByteBuffer in;

    private ModelReader(ByteBuffer in) {
        this.in = in;
    }

    /** Reads a whole model by {@code content}; whatever is wrong with the file is said in one sentence. */
    public static <T> T read(Path file, Function<ModelReader, T> content) {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
                Arena whileRead = Arena.ofConfined()) {
            ByteBuffer map = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), whileRead)
                    .asByteBuffer();
            if (map.remaining() < HEADER || map.getInt() != ModelWriter.MAGIC) {
                throw new ModelFileException(file + " is not a model of Openlines");
            }
            int version = map.getInt();
            if (version != ModelWriter.VERSION) {
                throw new ModelFileException("%s has format %d, this is format %d: train again"
                        .formatted(file, version, ModelWriter.VERSION));
            }
            int sum = map.getInt();
            int length = map.getInt();
            CRC32C found = new CRC32C();
            found.update(map.slice());
            if (length != map.remaining() || sum != (int) found.getValue()) {
                throw new ModelFileException(file + " is damaged: train again");
            }
            return content.apply(new ModelReader(map));
        } catch (BufferUnderflowException e) {
            throw new ModelFileException(file + " is damaged: train again");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public int integer() {
        return in.getInt();
    }

    public float number() {
        return in.getFloat();
    }

    public boolean flag() {
        return in.get() != 0;
    }

    public String text() {
        return new String(bytes(), StandardCharsets.UTF_8);
    }

    public byte[] bytes() {
        byte[] values = new byte[length()];
        in.get(values);
        return values;
    }

    public float[] numbers() {
        float[] values = new float[length()];
        in.asFloatBuffer().get(values);
        in.position(in.position() + Float.BYTES * values.length);
        return values;
    }

    public float[] halves() {
        short[] halves = new short[length()];
        in.asShortBuffer().get(halves); // one at a time out of the map is slow in a fresh process
        in.position(in.position() + Short.BYTES * halves.length);
        float[] values = new float[halves.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = Float.float16ToFloat(halves[i]);
        }
        return values;
    }

    public long[] ascending() {
        long[] values = new long[length()];
        byte[] ahead = new byte[(int) Math.min(in.remaining(), 10L * values.length)];
        in.get(in.position(), ahead);
        int at = 0;
        long last = 0;
        for (int i = 0; i < values.length; i++) {
            long difference = 0;
            int shift = 0;
            byte next;
            do {
                if (at == ahead.length) {
                    throw new BufferUnderflowException();
                }
                next = ahead[at++];
                difference |= (next & 0x7FL) << shift;
                shift += 7;
            } while (next < 0);
            last += difference;
            values[i] = last;
        }
        in.position(in.position() + at);
        return values;
    }

    public boolean[] flags() {
        boolean[] values = new boolean[integer()];
        byte[] packed = bytes();
        for (int i = 0; i < values.length; i++) {
            values[i] = (packed[i / 8] >> (i % 8) & 1) == 1;
        }
        return values;
    }

    public <T> List<T> list(Supplier<T> each) {
        int size = length();
        List<T> values = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            values.add(each.get());
        }
        return values;
    }

    private int length() {
        int length = in.getInt();
        if (length < 0 || length > in.remaining()) {
            throw new BufferUnderflowException();
        }
        return length;
    }
}
