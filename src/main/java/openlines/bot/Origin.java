package openlines.bot;

/** Where a route was written: {@code PlansBot.java:21}, {@code bot.yml:7}. */
public record Origin(String file, int line) {
    @Override
    public String toString() {
        return file + ":" + line;
    }

    /** The bot's line that called into this package. */
    static Origin ofCaller() {
        return StackWalker.getInstance()
                .walk(frames -> frames.filter(frame -> isBots(frame.getClassName()))
                        .findFirst()
                        .map(frame -> new Origin(
                                frame.getFileName() == null ? frame.getClassName() : frame.getFileName(),
                                frame.getLineNumber()))
                        .orElse(new Origin("unknown", 0)));
    }

    private static boolean isBots(String className) {
        return !className.equals(Dialog.class.getName())
                && !className.equals(Origin.class.getName())
                && !className.startsWith("java.")
                && !className.contains("groovy.");
    }
}
