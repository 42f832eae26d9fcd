package openlines.runtime;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import openlines.store.Claim;
import openlines.store.DialogKey;

/** What the last dialogs remember, read already: a document that is as it was written here need not be read again. */
final class Recollections {
    private static final int MOST = 2_000;

    private final Cache<DialogKey, Document> known =
            Caffeine.newBuilder().maximumSize(MOST).executor(Runnable::run).build();

    private record Document(String text, Remembered remembered) {}

    Remembered of(Claim claim) {
        Document document = known.getIfPresent(claim.key());
        return document != null && document.text().equals(claim.body())
                ? document.remembered()
                : Documents.remembered(claim.body(), Pipeline.blank(claim.key()));
    }

    /** The document of what a dialog remembers from now on. */
    String written(DialogKey dialog, Remembered remembered) {
        String text = Documents.write(remembered);
        known.put(dialog, new Document(text, remembered));
        return text;
    }
}
