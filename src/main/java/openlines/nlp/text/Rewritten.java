package openlines.nlp.text;

/**
 * A message as it was perhaps meant: typed in the wrong keyboard layout, or in Latin letters for Cyrillic ones.
 *
 * @param text the message put right
 * @param origins where each of its characters came from, and the message's length at the end
 */
@SuppressWarnings("ArrayRecordComponent") // offsets, read by index
public record Rewritten(String text, int[] origins) {
    /** Where a character of the rewritten text stood in the message. */
    public int origin(int character) {
        return origins[character];
    }
}
