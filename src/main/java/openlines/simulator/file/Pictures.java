package openlines.simulator.file;

import jakarta.inject.Singleton;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/** Avatars of bots and chats: looked at, then kept. */
@Singleton
public final class Pictures {

    private static final int LARGEST = 5000;

    /** What became of a picture. */
    public sealed interface Outcome {}

    /** It has an address now. */
    public record Kept(String url) implements Outcome {}

    /** It is none. */
    public record NoPicture() implements Outcome {}

    /** It is wider or higher than 5000 pixels. */
    public record TooLarge() implements Outcome {}

    private record Size(int width, int height) {}

    private final Contents contents;

    Pictures(Contents contents) {
        this.contents = contents;
    }

    public Outcome keep(String base64) {
        Optional<Size> size = Base64Text.bytes(base64).flatMap(Pictures::size);
        if (size.isEmpty()) {
            return new NoPicture();
        }
        if (size.get().width > LARGEST || size.get().height > LARGEST) {
            return new TooLarge();
        }
        return new Kept(contents.keep("avatar", base64.replaceAll("\\s", "")));
    }

    /** Reads the head alone, so that a huge picture costs nothing. */
    private static Optional<Size> size(byte[] bytes) {
        try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(bytes))) {
            var readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                return Optional.empty();
            }
            ImageReader reader = readers.next();
            reader.setInput(in);
            Size size = new Size(reader.getWidth(0), reader.getHeight(0));
            reader.dispose();
            return Optional.of(size);
        } catch (IOException | RuntimeException broken) {
            return Optional.empty();
        }
    }
}
