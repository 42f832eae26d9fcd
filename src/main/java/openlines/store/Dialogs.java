package openlines.store;

import java.util.List;
import java.util.Optional;

/** The dialogs: who works on one, what it remembers, what waits in it. A turn's whole effect is one transaction here. */
public sealed interface Dialogs permits OwnDialogs, SharedDialogs {

    /** For a node of this name. */
    static Dialogs of(Database database, String node) {
        return database.claims()
                .<Dialogs>map(claims -> new OwnDialogs(database, claims, node))
                .orElseGet(() -> new SharedDialogs(database, node));
    }

    /**
     * Takes a dialog, unless another node has it; that node sees new events of it before it lets go.
     *
     * @param until the claim holds, should this node die
     */
    Optional<Claim> claim(DialogKey key, long now, long until);

    /** An event is in the inbox, by this process, in a transaction that is to be committed still. */
    void coming(DialogKey dialog, Claim.Event event);

    /** An event was kept by this process; told before the dialog is claimed for it. */
    void came(DialogKey dialog, Claim.Event event);

    /**
     * Whether the dialog is this node's still. A node that stood still for longer than its claims hold asks the store;
     * where no other node took the dialog, it goes on.
     */
    boolean holds(long id, long now, long until);

    /** Prolongs all that this node has: a claim ends with its node, not with a portal that takes its time. */
    void prolong(long until);

    /** Tells the node that is at a dialog that something came there. */
    void tellCame(DialogKey dialog);

    /** Tells all nodes that something waits which this one does not take up. */
    void tellWaits(DialogKey dialog);

    /** Lets go, so that any node may take it. */
    void release(long id);

    /** Lets go where all is done but timers that are not due. */
    void release(Claim done);

    /** Lets go with the last letter sent. */
    void releaseSettled(Claim done, long letter);

    /** Whether there is more than the claim, which is let go, had. */
    boolean waits(Claim done);

    /** All of a turn, or nothing: empty where the claim was lost meanwhile. */
    Optional<TurnEffect.Left> commit(TurnEffect effect);

    /** Claims that outlived their node's process are given back, and the other nodes may take them. */
    int releaseOwn();

    /** Dialogs that nobody works on and in which something waits by {@code horizon}. */
    List<DialogKey> waiting(long now, long horizon, int limit);
}
