package openlines.simulator.chat;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Singleton;
import java.util.Optional;
import openlines.simulator.engine.Kept;
import openlines.simulator.engine.SettableClock;
import openlines.simulator.engine.Shelf;

/** All files that were sent. */
@Singleton
public final class Uploads implements Kept {

    private final SettableClock clock;
    private final Shelf<File> shelf = new Shelf<>(File.class, 5001);

    Uploads(SettableClock clock) {
        this.clock = clock;
    }

    public File add(Chat chat, long author, String name, long size, String url) {
        long id = shelf.nextId();
        return shelf.put(id, new File(id, chat.id(), author, name, size, url, clock.instant()));
    }

    public Optional<File> find(long id) {
        return shelf.find(id);
    }

    @Override
    public String name() {
        return "files";
    }

    @Override
    public JsonNode save() {
        return shelf.save();
    }

    @Override
    public void load(JsonNode saved) {
        shelf.load(saved);
    }

    @Override
    public void clear() {
        shelf.clear();
    }
}
