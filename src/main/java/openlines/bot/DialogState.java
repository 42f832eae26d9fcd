package openlines.bot;

import java.util.List;
import java.util.Map;

/**
 * What a dialog remembers between turns; the runtime stores it as it is.
 *
 * @param language the bot speaks it; {@code ""} before the first turn
 * @param misunderstood messages in a row that no handler took
 * @param offered the buttons of the last message, in their order
 * @param form the form that is being filled, {@code ""} where none is
 * @param slot the slot that is being asked
 * @param memory filled slots, what handlers remembered, and what the customer said of late
 */
public record DialogState(
        String language, int misunderstood, List<Button> offered, String form, String slot, Memory memory) {
    public static final DialogState NEW =
            new DialogState("", 0, List.of(), "", "", new Memory(Map.of(), Map.of(), List.of()));

    public DialogState {
        offered = List.copyOf(offered);
    }

    boolean asking() {
        return !form.isEmpty();
    }

    DialogState speaking(String tongue) {
        return new DialogState(tongue, misunderstood, offered, form, slot, memory);
    }

    DialogState misunderstood(int times) {
        return new DialogState(language, times, offered, form, slot, memory);
    }

    DialogState offering(List<Button> buttons) {
        return new DialogState(language, misunderstood, buttons, form, slot, memory);
    }

    DialogState asking(String ofForm, String nextSlot) {
        return new DialogState(language, misunderstood, offered, ofForm, nextSlot, memory);
    }

    DialogState with(Memory other) {
        return new DialogState(language, misunderstood, offered, form, slot, other);
    }
}
