package openlines.runtime;

import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/** What was written into documents a moment ago: mostly they are read next, and say what they said. */
final class LastWritten {
    private static final int MOST = 256;

    private final AtomicReferenceArray<@Nullable Written> places = new AtomicReferenceArray<>(MOST);

    private record Written(String document, Object value) {}

    void put(String document, Object value) {
        places.set(place(document), new Written(document, value));
    }

    @Nullable
    Object get(String document) {
        Written written = places.get(place(document));
        return written != null && written.document().equals(document) ? written.value() : null;
    }

    private static int place(String document) {
        return Math.floorMod(document.hashCode(), MOST);
    }
}
