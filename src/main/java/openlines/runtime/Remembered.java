package openlines.runtime;

import openlines.bitrix24.event.DialogEvent.Where;
import openlines.bot.DialogState;

/**
 * What the runtime knows of a dialog between turns.
 *
 * @param state the bot's
 * @param session the session it belongs to; a new session begins anew
 * @param came the bot was called into this session
 * @param left the bot gave the dialog away and was not called back
 * @param person somebody of the staff spoke since the bot came
 * @param beside whom the line had asked in vain when it called the bot in, 0 for nobody: he holds the session by name, and
 *     until he speaks the bot may
 * @param where the last event's place and customer, for turns that no event begins
 */
record Remembered(
        DialogState state, long session, boolean came, boolean left, boolean person, long beside, Where where) {

    Remembered with(DialogState other) {
        return new Remembered(other, session, came, left, person, beside, where);
    }

    Remembered leaving() {
        return new Remembered(state, session, came, true, person, beside, where);
    }

    Remembered personSpoke() {
        return new Remembered(state, session, came, left, true, beside, where);
    }

    /** Whether the bot may speak although this user holds the session. */
    boolean besides(long owner) {
        return beside != 0 && beside == owner && !person;
    }
}
