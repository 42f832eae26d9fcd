package openlines.plugin.table;

import java.util.Map;
import openlines.bot.Turn;

/**
 * A turn, and a form's answers where one has just been filled.
 *
 * @param answers by slot, as they are stored
 */
record Moment(Turn turn, Map<String, String> answers) {
    static Moment of(Turn turn) {
        return new Moment(turn, Map.of());
    }
}
