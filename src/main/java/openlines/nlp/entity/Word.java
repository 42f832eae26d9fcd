package openlines.nlp.entity;

/**
 * A word, a run of digits or a sign, as the grammars see it.
 *
 * @param text folded
 * @param start where it begins in the message
 * @param end one past its last character
 * @param apart whether a blank (or the message's edge) stands before it
 */
record Word(String text, int start, int end, boolean apart) {
    boolean digits() {
        // all of them: the sign ½ folds to 1⁄2, and is no number for that
        return text.chars().allMatch(Character::isDigit);
    }

    boolean letters() {
        return Character.isLetter(text.charAt(0));
    }
}
