package openlines.plugin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import openlines.nlp.phrase.PhraseBook;

/** The bots on the class path: {@code bots/<name>/}, in a jar or in a folder of classes. */
final class ShippedBots {
    private ShippedBots() {}

    static Plugins load(PhraseBook shared) {
        ClassLoader loader = ShippedBots.class.getClassLoader();
        Plugins all = new Plugins(List.of(), List.of());
        try {
            for (URL folder : Collections.list(loader.getResources("bots"))) {
                all = all.and(load(folder.toURI(), shared, loader));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
        return all.withoutDoubles();
    }

    private static Plugins load(URI bots, PhraseBook shared, ClassLoader loader) {
        if (bots.getScheme().equals("file")) {
            return JarBots.load(Path.of(bots), shared, loader);
        }
        // jar:file:/…/openlines.jar!/bots
        String shown = bots.toString();
        Path jar = Path.of(URI.create(shown.substring("jar:".length(), shown.indexOf("!/"))));
        return JarBots.inside(jar, shared, loader);
    }
}
