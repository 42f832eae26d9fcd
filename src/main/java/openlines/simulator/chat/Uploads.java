package openlines.simulator.chat;

import jakarta.inject.Singleton;
import openlines.simulator.engine.SettableClock;
import openlines.simulator.engine.Stock;

/** All files that were sent. */
@Singleton
public final class Uploads extends Stock<File> {

    private final SettableClock clock;

    Uploads(SettableClock clock) {
        super("files", File.class, 5001);
        this.clock = clock;
    }

    public File add(Chat chat, long author, String name, long size, String url) {
        long id = shelf.nextId();
        return shelf.put(id, new File(id, chat.id(), author, name, size, url, clock.instant()));
    }
}
