package openlines.nlp.entity;

import java.time.LocalTime;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Turns what was said about an hour into a time of day. */
final class Clock {
    /** How sure one is of an hour that was guessed to be in the afternoon. */
    private static final double GUESSED = 0.7;

    /** A time, and how sure it is. */
    record Told(LocalTime time, double confidence) {}

    private Clock() {}

    static @Nullable Told of(Meaning meaning, Map<Slot, Object> slots) {
        Integer hour = hour(slots);
        if (hour == null) {
            return null;
        }
        int minute = slots.get(Slot.MINUTE) instanceof Integer told ? told : 0;
        int minutes = slots.get(Slot.MINUTES) instanceof Integer told ? told : 0;
        int shift = switch (meaning) {
            case HALF_PAST -> 30;
            case HALF_TO -> -30;
            case BEFORE_HALF -> -30 - minutes;
            case AFTER_HALF -> minutes - 30;
            case ONE_QUARTER -> -45;
            case THREE_QUARTERS -> -15;
            case PAST -> minutes;
            case PAST_TO -> minutes - 60;
            case TO -> -minutes;
            default -> minute + minutes;
        };
        Object half = slots.get(Slot.HALF);
        if (half != null) {
            return halved(hour, shift, half.toString());
        }
        // "at 5" of a shop is in the afternoon; "05:00" and "5:00" mean what they say
        boolean written = slots.containsKey(Slot.MINUTE);
        boolean bare = !written && hour >= 1 && hour <= 6;
        return new Told(time(bare ? hour + 12 : hour, shift), bare ? GUESSED : 1);
    }

    /** Opening hours: "from 9 to 5" ends in the afternoon, "from 2 to 4 pm" begins there too. */
    static @Nullable String range(Map<Slot, Object> slots) {
        if (!(slots.get(Slot.HOUR) instanceof Integer first) || !(slots.get(Slot.HOUR2) instanceof Integer last)) {
            return null;
        }
        Object half = slots.get(Slot.HALF);
        if (half != null) {
            Told end = halved(last, 0, half.toString());
            Told near = halved(first, 0, half.toString());
            Told early = halved(first, 0, "AM");
            Told begin = near != null && end != null && near.time().isBefore(end.time()) ? near : early;
            return begin == null || end == null ? null : begin.time() + "/" + end.time();
        }
        int from = first >= 1 && first <= 6 && last <= 12 && last > first ? first + 12 : first;
        int to = last <= from && last + 12 > from && last <= 12 ? last + 12 : last;
        return from == to ? null : time(from, 0) + "/" + time(to, 0);
    }

    private static @Nullable Told halved(int hour, int shift, String half) {
        if (hour > 12) {
            return half.equals("AM") ? null : new Told(time(hour, shift), 1);
        }
        return switch (half) {
            case "AM" -> new Told(time(hour == 12 ? 0 : hour, shift), 1);
            case "PM" -> new Told(time(hour == 12 ? 12 : hour + 12, shift), 1);
            default -> new Told(time(hour == 12 ? 0 : hour <= 5 ? hour : hour + 12, shift), 1);
        };
    }

    private static @Nullable Integer hour(Map<Slot, Object> slots) {
        for (Slot slot : new Slot[] {Slot.HOUR, Slot.HOUR1, Slot.HOUR_OF, Slot.HALF_HOUR}) {
            if (slots.get(slot) instanceof Integer hour) {
                return hour;
            }
        }
        return null;
    }

    private static LocalTime time(int hour, int shift) {
        return LocalTime.of(hour % 24, 0).plusMinutes(shift);
    }
}
