package openlines.runtime;

import openlines.bitrix24.event.DialogEvent.Where;
import openlines.bot.DialogState;

/**
 * What the runtime knows of a dialog between turns.
 *
 * @param state the bot's
 * @param session the session it belongs to; a new session begins anew
 * @param left the bot gave the dialog away and was not called back
 * @param person somebody of the staff spoke since the bot came
 * @param where the last event's place and customer, for turns that no event begins
 */
record Remembered(DialogState state, long session, boolean left, boolean person, Where where) {

    Remembered with(DialogState other) {
        return new Remembered(other, session, left, person, where);
    }

    Remembered leaving() {
        return new Remembered(state, session, true, person, where);
    }

    Remembered personSpoke() {
        return new Remembered(state, session, left, true, where);
    }

    Remembered back() {
        return new Remembered(state, session, false, person, where);
    }
}
