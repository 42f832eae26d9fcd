package openlines.nlp.entity;

import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An hour beside a part of the day lies in it: "tomorrow evening at 8", "at 8 tonight". */
final class Dayparts {
    private final Phrases<String> named;

    Dayparts(Phrases<String> named) {
        this.named = named;
    }

    List<Found> settle(Words words, List<Found> found) {
        List<Found> settled = new ArrayList<>(found);
        for (int i = 0; i < found.size(); i++) {
            Found each = found.get(i);
            String part = each.type().equals("time") ? beside(words, found, i) : null;
            if (part != null) {
                settled.set(i, in(part, each));
            }
        }
        return settled;
    }

    private static Found in(String part, Found time) {
        LocalTime said = LocalTime.parse(time.value());
        int hour = said.getHour();
        boolean late = switch (part) {
            case "evening" -> hour >= 4 && hour < 12;
            case "afternoon" -> hour >= 1 && hour < 7;
            case "night" -> hour >= 9 && hour < 12;
            default -> false;
        };
        // a bare "at 5" was taken for the afternoon
        boolean early = time.confidence() < 1 && hour > 12 && (part.equals("morning") || part.equals("night"));
        if (!late && !early) {
            return time;
        }
        return new Found("time", said.plusHours(12).toString(), time.start(), time.end(), 1);
    }

    private @Nullable String beside(Words words, List<Found> found, int i) {
        for (int step : new int[] {-1, 1}) {
            for (int j = i + step; j >= 0 && j < found.size() && joined(found, j, step); j += step) {
                Found each = found.get(j);
                if (each.type().equals("daypart")) {
                    return each.value();
                }
                Phrases.Hit<String> part = named.at(words, each.start());
                if (part != null && part.end() == each.end()) {
                    return part.value();
                }
                if (!each.type().equals("date")) {
                    break;
                }
            }
        }
        return null;
    }

    /** Whether nothing stands between an entity and the one before it in our walk. */
    private static boolean joined(List<Found> found, int j, int step) {
        Found one = found.get(Math.min(j, j - step));
        Found other = found.get(Math.max(j, j - step));
        return other.start() == one.end() || other.start() == one.start();
    }
}
