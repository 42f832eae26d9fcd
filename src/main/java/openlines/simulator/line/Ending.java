package openlines.simulator.line;

import jakarta.inject.Singleton;

/** What a customer's word can still do to a finished session: rate it, or open it again. */
@Singleton
record Ending(Closing closing, Votes votes) {

    /** 1 and 0 are what the line's question asks for in external channels; a widget's button sends the same. */
    boolean rates(Session session, String text) {
        return votes.awaited(session)
                && (text.strip().equals("1") || text.strip().equals("0"));
    }

    void rate(Session session, String text) {
        votes.take(session, text.strip().equals("1"));
    }
}
