package openlines.nlp.phrase;

import java.util.List;

/** Something a customer might write, and what it means. */
public record Phrase(String language, String intent, String text, List<Mark> marks, Place place) {
    /** The intent of phrases that no bot should answer: they teach what is out of scope. */
    public static final String OUT_OF_SCOPE = "out.of.scope";

    public Phrase {
        marks = List.copyOf(marks);
    }

    public boolean inScope() {
        return !intent.equals(OUT_OF_SCOPE);
    }
}
