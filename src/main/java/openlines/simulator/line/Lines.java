package openlines.simulator.line;

import jakarta.inject.Singleton;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import openlines.simulator.engine.Facts;
import openlines.simulator.engine.SettableClock;
import openlines.simulator.engine.Stock;
import openlines.simulator.portal.User;
import openlines.simulator.portal.Users;

/** The open lines of the portal and who stands in their queues. */
@Singleton
public final class Lines extends Stock<Line> {

    private final SettableClock clock;
    private final Users users;
    private final Facts facts;

    Lines(SettableClock clock, Users users, Facts facts) {
        super("lines", Line.class, 1);
        this.clock = clock;
        this.users = users;
        this.facts = facts;
    }

    public Line add() {
        long id = shelf.nextId();
        return shelf.put(id, new Line(id, clock.instant()));
    }

    public Line get(long id) {
        return find(id).orElseThrow(() -> new IllegalStateException("no line " + id));
    }

    public boolean remove(long id) {
        boolean removed = shelf.remove(id) != null;
        if (removed) {
            facts.emit(new LineRemoved(id));
        }
        return removed;
    }

    /** The employees of the queue in its order, a department's members in place of the department; nobody dismissed. */
    public List<User> operators(Line line) {
        Set<User> operators = new LinkedHashSet<>();
        for (Line.Place place : line.queue()) {
            if (place.department()) {
                operators.addAll(users.inDepartment(place.id()));
            } else {
                users.find(place.id()).filter(User::employee).ifPresent(operators::add);
            }
        }
        return operators.stream().filter(User::active).toList();
    }

    public boolean serves(Line line, long user) {
        return operators(line).stream().anyMatch(operator -> operator.id() == user);
    }
}
