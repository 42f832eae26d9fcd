package openlines.runtime;

import openlines.bitrix24.rest.KnownPortals;
import openlines.store.DatabaseSettings;
import openlines.store.Listener;
import openlines.store.News;

/** The other nodes on the same store: follows what they tell. Where there are none, nobody is listened to. */
final class Neighbours implements AutoCloseable {
    private final Machine machine;
    private final KnownPortals known;
    private final Fetching fetching;
    private final DatabaseSettings store;
    private Runnable stop = () -> {};

    Neighbours(Machine machine, KnownPortals known, Fetching fetching, DatabaseSettings store) {
        this.machine = machine;
        this.known = known;
        this.fetching = fetching;
        this.store = store;
    }

    void listen() {
        if (store.shared()) {
            stop = Listener.start(store, this::heard, this::missed)::close;
        }
    }

    private void heard(News news) {
        switch (news) {
            case News.Came(var dialog) -> {
                machine.owner().forget(dialog);
                machine.turns().signalIfAtWork(dialog);
            }
            case News.Waits(var dialog) -> {
                machine.owner().forget(dialog);
                machine.turns().signal(dialog);
            }
            case News.Left _ -> machine.heart().sweepSoon();
            case News.PortalsChanged _ -> {
                known.changed();
                fetching.refresh();
            }
        }
    }

    /** Nobody knows what was told meanwhile. */
    private void missed() {
        known.changed();
        fetching.refresh();
        machine.heart().sweepSoon();
    }

    @Override
    public void close() {
        stop.run();
    }
}
