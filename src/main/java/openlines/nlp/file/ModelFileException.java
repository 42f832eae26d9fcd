package openlines.nlp.file;

/** A model file that can't be used: not one, damaged, or written by another version. */
public final class ModelFileException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ModelFileException(String message) {
        super(message);
    }
}
