package openlines.simulator.portal;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import openlines.simulator.engine.SettableClock;
import openlines.simulator.engine.Stock;

/** What stands in the employees' notification centres. */
@Singleton
public final class Notifications extends Stock<Notifications.Notification> {

    /**
     * One notification.
     *
     * @param authorId 0 for the system
     * @param setting {@code module|event}
     */
    public record Notification(
            long id,
            long userId,
            long authorId,
            String text,
            String setting,
            Instant date,
            String tag,
            String subTag,
            String owner,
            boolean read) {

        public Notification tagged(String newTag, String newSubTag, String newOwner) {
            return new Notification(id, userId, authorId, text, setting, date, newTag, newSubTag, newOwner, read);
        }

        public Notification read(boolean now) {
            return new Notification(id, userId, authorId, text, setting, date, tag, subTag, owner, now);
        }
    }

    private final SettableClock clock;

    Notifications(SettableClock clock) {
        super("notifications", Notification.class, 120_001);
        this.clock = clock;
    }

    public Notification add(long user, long author, String text, String setting) {
        long id = shelf.nextId();
        return shelf.put(id, new Notification(id, user, author, text, setting, clock.instant(), "", "", "", false));
    }

    public void put(Notification changed) {
        shelf.put(changed.id(), changed);
    }

    public void remove(Notification notification) {
        shelf.remove(notification.id());
    }

    /** Newest first. */
    public List<Notification> of(long user) {
        return shelf.newestFirst().stream()
                .filter(notification -> notification.userId == user)
                .toList();
    }
}
