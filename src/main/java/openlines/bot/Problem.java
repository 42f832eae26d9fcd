package openlines.bot;

/** Something wrong in a bot, found at start: where, what, and what to write instead. */
public record Problem(Origin where, String what) {
    @Override
    public String toString() {
        return where + ": " + what;
    }
}
