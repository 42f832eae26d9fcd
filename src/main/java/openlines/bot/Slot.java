package openlines.bot;

/**
 * One question of a form.
 *
 * @param name the record's component; state is stored by it
 * @param question asked when the slot is empty
 * @param again asked when the answer could not be read
 * @param optional "skip" leaves it empty
 */
public record Slot(String name, String question, String again, SlotType type, boolean optional) {
    Keyboard choices() {
        return type instanceof SlotType.OneOf(var choices)
                ? new Keyboard(choices.stream()
                        .map(choice -> Button.carrying(choice, new Chosen(name, choice)))
                        .toList())
                : Keyboard.NONE;
    }

    /** A pressed choice; an older question's button names its own slot, and so corrects it. */
    record Chosen(String slot, String value) {}
}
