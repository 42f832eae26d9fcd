package openlines.bot;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** What a form's slot takes, and how it is read from a message. */
public sealed interface SlotType {
    /** The slot's value as text, where the message holds one. */
    Optional<String> read(String text, Understanding understanding);

    /** Anything that was written. */
    record Free() implements SlotType {
        @Override
        public Optional<String> read(String text, Understanding understanding) {
            return text.isBlank() ? Optional.empty() : Optional.of(text.strip());
        }
    }

    /** An entity of a type: a phone, a date, a city. */
    record Found(String entity) implements SlotType {
        @Override
        public Optional<String> read(String text, Understanding understanding) {
            return understanding.entity(entity).map(Entity::value);
        }
    }

    /** A whole number. */
    record Whole() implements SlotType {
        @Override
        public Optional<String> read(String text, Understanding understanding) {
            return understanding
                    .entity("number")
                    .map(Entity::value)
                    .flatMap(Whole::whole)
                    .or(() -> whole(text.strip()));
        }

        private static Optional<String> whole(String text) {
            try {
                return Optional.of(String.valueOf(new BigDecimal(text).intValueExact()));
            } catch (ArithmeticException | NumberFormatException e) {
                return Optional.empty();
            }
        }
    }

    /** Yes or no. */
    record YesNo() implements SlotType {
        @Override
        public Optional<String> read(String text, Understanding understanding) {
            var intent = understanding.intent().orElse("");
            if (Words.YES.says(text) || intent.equals("yes")) {
                return Optional.of("true");
            }
            return Words.NO.says(text) || intent.equals("no") ? Optional.of("false") : Optional.empty();
        }
    }

    /** One of these. */
    record OneOf(List<String> choices) implements SlotType {
        public OneOf {
            choices = List.copyOf(choices);
        }

        @Override
        public Optional<String> read(String text, Understanding understanding) {
            return choices.stream()
                    .filter(choice -> choice.equalsIgnoreCase(text.strip()))
                    .findFirst();
        }
    }

    /** What this slot may be filled from without being asked: free text never is. */
    default boolean fillsItself() {
        return this instanceof Found;
    }
}
