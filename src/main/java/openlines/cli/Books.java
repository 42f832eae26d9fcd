package openlines.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import openlines.nlp.phrase.PhraseBook;

/** The phrases a command is told to use. */
final class Books {
    private Books() {}

    /** The folders' phrases together; the shipped ones where none is named. */
    static PhraseBook read(List<Path> folders) {
        if (folders.isEmpty()) {
            return PhraseBook.shipped();
        }
        PhraseBook book = PhraseBook.empty();
        for (Path folder : folders) {
            book = book.and(PhraseBook.read(folder));
        }
        return book;
    }

    static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
