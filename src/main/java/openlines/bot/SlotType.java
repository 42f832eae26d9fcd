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

    /** Somebody's name: what is plainly none is not said back to the customer as one. */
    record Named() implements SlotType {
        private static final int LONGEST = 80;
        private static final int WORDS = 6;

        @Override
        public Optional<String> read(String text, Understanding understanding) {
            String name = text.strip();
            boolean isOne = name.length() <= LONGEST
                    && name.split("\\s+").length <= WORDS
                    && name.codePoints().anyMatch(Character::isLetter)
                    && name.codePoints().noneMatch(letter -> letter == '?' || Character.isDigit(letter))
                    && !Words.YES.says(name)
                    && !Words.NO.says(name);
            return isOne ? Optional.of(name) : Optional.empty();
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

    /** One of these; in a few words also by its number, where the choices are numbers. */
    record OneOf(List<String> choices) implements SlotType {
        private static final int FEW = 4;

        public OneOf {
            choices = List.copyOf(choices);
        }

        @Override
        public Optional<String> read(String text, Understanding understanding) {
            String said = text.strip();
            return choice(said)
                    .or(() -> understanding
                            .entity("number")
                            .filter(_ -> said.split("\\s+").length <= FEW)
                            .flatMap(number -> choice(number.value())));
        }

        private Optional<String> choice(String said) {
            return choices.stream()
                    .filter(choice -> choice.equalsIgnoreCase(said))
                    .findFirst();
        }
    }

    /** Whether words of any kind are an answer, so that only their meaning tells an interruption. */
    default boolean isOpen() {
        return this instanceof Free || this instanceof Named;
    }

    /** What this slot may be filled from without being asked: free text never is. */
    default boolean fillsItself() {
        return this instanceof Found;
    }
}
