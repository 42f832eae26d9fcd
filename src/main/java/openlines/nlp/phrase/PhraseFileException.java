package openlines.nlp.phrase;

import java.util.ArrayList;
import java.util.List;

/** Phrase files that can't be read; the message has one line a complaint, each with its file and line. */
public final class PhraseFileException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ArrayList<String> complaints;

    public PhraseFileException(List<String> complaints) {
        super(String.join("\n", complaints));
        this.complaints = new ArrayList<>(complaints);
    }

    /** One sentence each, {@code file:line: what is wrong}. */
    public List<String> complaints() {
        return List.copyOf(complaints);
    }
}
