package openlines.nlp.phrase;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;

/** The class path's {@code intents/} folders, packed in a jar or not. */
final class ShippedPhrases {
    private static final String FOLDER = "intents";

    private ShippedPhrases() {}

    static PhraseBook read() {
        PhraseBook book = PhraseBook.empty();
        try {
            ClassLoader loader = ShippedPhrases.class.getClassLoader();
            for (URL folder : Collections.list(loader.getResources(FOLDER))) {
                book = book.and(read(folder.toURI()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
        return book;
    }

    private static PhraseBook read(URI folder) throws IOException {
        if (folder.getScheme().equals("file")) {
            return PhraseBook.read(Path.of(folder));
        }
        // jar:file:/…/openlines.jar!/intents
        String shown = folder.toString();
        Path jar = Path.of(URI.create(shown.substring("jar:".length(), shown.indexOf("!/"))));
        try (FileSystem inside = FileSystems.newFileSystem(jar, Map.of())) {
            return PhraseBook.read(inside.getPath("/" + FOLDER));
        }
    }
}
