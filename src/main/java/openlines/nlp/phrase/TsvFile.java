package openlines.nlp.phrase;

/** {@code text<TAB>intent}, one a line. */
final class TsvFile {
    private TsvFile() {}

    static void read(String text, String language, String file, BookBuilder book) {
        String[] lines = text.split("\\R", -1);
        for (int i = 0; i < lines.length; i++) {
            if (lines[i].isBlank()) {
                continue;
            }
            int tab = lines[i].lastIndexOf('\t');
            if (tab <= 0 || tab == lines[i].length() - 1) {
                book.complain(new Place(file, i + 1), "expected: text, a tab, intent");
            } else {
                book.phrase(
                        language,
                        lines[i].substring(tab + 1).strip(),
                        lines[i].substring(0, tab),
                        new Place(file, i + 1));
            }
        }
    }
}
