package openlines.simulator.chat;

import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** A file of a chat; what is in it lies where {@code url} says. */
public record File(long id, long chatId, long authorId, String name, long size, String url, Instant date) {

    private static final List<String> IMAGES = List.of("jpe", "jpg", "jpeg", "png", "webp", "gif", "bmp");
    private static final List<String> VIDEOS = List.of("mp4", "webm", "mov");
    private static final List<String> AUDIOS = List.of("mp3", "ogg", "wav");

    public String extension() {
        int dot = name.lastIndexOf('.');
        return dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
    }

    public String type() {
        if (IMAGES.contains(extension())) {
            return "image";
        }
        if (VIDEOS.contains(extension())) {
            return "video";
        }
        return AUDIOS.contains(extension()) ? "audio" : "file";
    }

    /** The simulator does not look into pictures. */
    public int height() {
        return 0;
    }

    public int width() {
        return 0;
    }
}
