package openlines.simulator.line;

import jakarta.inject.Singleton;
import java.util.Optional;
import openlines.simulator.chat.Chat;
import openlines.simulator.chat.TypingRule;
import openlines.simulator.line.Customers.Customer;

/** WATCH_TYPING: without it neither side of a line's chat sees the other one write (assumed: the page says only "show typing"). */
@Singleton
final class WatchTyping implements TypingRule {

    private final Sessions sessions;
    private final Lines lines;
    private final Customers customers;

    WatchTyping(Sessions sessions, Lines lines, Customers customers) {
        this.sessions = sessions;
        this.lines = lines;
        this.customers = customers;
    }

    @Override
    public boolean shows(Chat chat, long user) {
        return !chat.lines()
                || line(chat).map(line -> line.flag("WATCH_TYPING")).orElse(true);
    }

    /** That of the session; before the first word that of the customer. */
    private Optional<Line> line(Chat chat) {
        return sessions.last(chat.id())
                .map(Session::lineId)
                .or(() -> customers.find(chat.entity().id()).map(Customer::lineId))
                .flatMap(lines::find);
    }
}
