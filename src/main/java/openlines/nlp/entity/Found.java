package openlines.nlp.entity;

/** Something found among the words: from {@code start} up to but not including {@code end}. */
record Found(String type, String value, int start, int end, double confidence) {
    Found(String type, String value, int start, int end) {
        this(type, value, start, end, 1);
    }

    int size() {
        return end - start;
    }
}
