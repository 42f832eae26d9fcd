package openlines.nlp.entity;

/**
 * A text that a pattern may read so many times over and no more: a bot's own pattern may try again without end, and even
 * {@code \b} walks back over every accent that is stacked on a letter.
 */
final class Patience implements CharSequence {
    /** The pattern has read more than any sensible one does. */
    static final class Lost extends RuntimeException {
        private static final long serialVersionUID = 1;

        Lost() {
            super("a pattern tried too often", null, false, false);
        }
    }

    private static final int READS = 250;
    private static final int FOR_SHORT_ONES = 10_000;

    private final String text;
    private int left;

    Patience(String text) {
        this.text = text;
        this.left = FOR_SHORT_ONES + READS * text.length();
    }

    @Override
    public int length() {
        return text.length();
    }

    @Override
    public char charAt(int index) {
        if (left-- == 0) {
            throw new Lost();
        }
        return text.charAt(index);
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return text.substring(start, end);
    }

    @Override
    public String toString() {
        return text;
    }
}
