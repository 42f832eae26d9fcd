package openlines.simulator.line;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.List;
import openlines.simulator.engine.AlarmHandler;
import openlines.simulator.portal.Notifications;
import openlines.simulator.portal.User;
import openlines.simulator.portal.Users;

/** Tells supervisors of answers that took longer than the line's norm. */
@Factory
final class Kpi {

    @Singleton
    @Named("first")
    AlarmHandler first(Floor floor, Notifications notifications, Users users) {
        return new Late(Timers.KPI_FIRST, "KPI_FIRST_ANSWER", floor, notifications, users);
    }

    @Singleton
    @Named("further")
    AlarmHandler further(Floor floor, Notifications notifications, Users users) {
        return new Late(Timers.KPI_FURTHER, "KPI_FURTHER_ANSWER", floor, notifications, users);
    }

    private record Late(String kind, String prefix, Floor floor, Notifications notifications, Users users)
            implements AlarmHandler {

        @Override
        public void ring(long subject) {
            floor.sessions()
                    .find(subject)
                    .filter(session -> session.open() && session.waiting())
                    .ifPresent(this::alert);
        }

        private void alert(Session session) {
            Line line = floor.lineOf(session);
            List<Long> listeners = line.alerted(prefix + "_LIST");
            if (line.flag(prefix + "_ALERT") && listeners != null) {
                String operator = users.find(session.operator()).map(User::name).orElse("");
                String text = line.text(prefix + "_TEXT")
                        .replace("#OPERATOR#", operator)
                        .replace("#DIALOG#", Long.toString(session.id()));
                listeners.forEach(user -> notifications.add(user, 0, text, "imopenlines|kpi"));
            }
        }
    }
}
