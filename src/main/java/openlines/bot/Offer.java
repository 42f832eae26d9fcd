package openlines.bot;

import java.util.List;
import java.util.Optional;

/** Buttons that were offered, and a text that may stand for one: its number or its label. */
record Offer(List<Button> buttons) {
    Optional<Button> chosenBy(String text) {
        String said = text.strip().replaceAll("[.)]$", "");
        List<Button> pressable =
                buttons.stream().filter(button -> button.link().isEmpty()).toList();
        if (said.matches("\\d{1,2}")) {
            int number = Integer.parseInt(said);
            return number >= 1 && number <= pressable.size()
                    ? Optional.of(pressable.get(number - 1))
                    : Optional.empty();
        }
        return pressable.stream()
                .filter(button -> button.label().equalsIgnoreCase(said))
                .findFirst();
    }
}
