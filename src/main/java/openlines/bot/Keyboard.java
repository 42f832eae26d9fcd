package openlines.bot;

import java.util.ArrayList;
import java.util.List;

/** Buttons below a message. A channel that shows none gets a numbered list; "2" or the label is then a press. */
public record Keyboard(List<Button> buttons) {
    static final Keyboard NONE = new Keyboard(List.of());

    public Keyboard {
        buttons = List.copyOf(buttons);
    }

    static Keyboard of(Object... labelsAndPayloads) {
        if (labelsAndPayloads.length % 2 != 0) {
            throw new IllegalArgumentException("keyboard(...) takes pairs: a label, then what the button carries");
        }
        var buttons = new ArrayList<Button>();
        for (int i = 0; i < labelsAndPayloads.length; i += 2) {
            if (!(labelsAndPayloads[i] instanceof String label)
                    || !(labelsAndPayloads[i + 1] instanceof Record payload)) {
                throw new IllegalArgumentException(
                        "keyboard(...) takes pairs: a label (String), then what the button carries (a record)");
            }
            buttons.add(Button.carrying(label, payload));
        }
        return new Keyboard(buttons);
    }

    /** This keyboard with a button that opens an address. */
    public Keyboard link(String label, String address) {
        var more = new ArrayList<>(buttons);
        more.add(new Button(label, "", address));
        return new Keyboard(more);
    }

    public boolean isEmpty() {
        return buttons.isEmpty();
    }
}
