package openlines.nlp.phrase;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A folder of phrase files: {@code <language>/<intent>.yml}, {@code <language>/*.tsv}, Rasa's {@code nlu.yml}. */
final class PhraseFolder {
    private final Path folder;
    private final BookBuilder book = new BookBuilder();

    PhraseFolder(Path folder) {
        this.folder = folder;
    }

    PhraseBook read() {
        if (!Files.isDirectory(folder)) {
            throw new PhraseFileException(List.of(folder + ": no such folder"));
        }
        files(folder).forEach(entry -> {
            String name = entry.getFileName().toString();
            if (Files.isDirectory(entry)) {
                String language = name.replace("/", "");
                files(entry).forEach(file -> file(language, file));
            } else if (phraseFile(name)) {
                book.complain(
                        new Place(shown(entry), 1), "stands outside a language's folder; move it to en/, ru/, de/ …");
            }
        });
        return book.build();
    }

    private void file(String language, Path file) {
        String name = file.getFileName().toString();
        if (Files.isDirectory(file) || !phraseFile(name)) {
            return;
        }
        try {
            String text = Files.readString(file);
            if (name.endsWith(".tsv")) {
                TsvFile.read(text, language, shown(file), book);
            } else {
                new YamlFile(language, name.substring(0, name.lastIndexOf('.')), shown(file), book).read(text);
            }
        } catch (CharacterCodingException e) {
            book.complain(new Place(shown(file), 1), "is not UTF-8");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String shown(Path file) {
        return folder.relativize(file).toString().replace('\\', '/');
    }

    private static boolean phraseFile(String name) {
        return !name.startsWith(".") && (name.endsWith(".yml") || name.endsWith(".yaml") || name.endsWith(".tsv"));
    }

    private static List<Path> files(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
