package openlines.simulator.connector;

import jakarta.inject.Singleton;
import java.util.function.Predicate;
import openlines.simulator.engine.JsonMap;
import openlines.simulator.event.Bindings;
import openlines.simulator.event.Bindings.Binding;
import openlines.simulator.event.Delivery;
import openlines.simulator.event.Outgoing;
import openlines.simulator.portal.App;
import openlines.simulator.portal.Apps;
import openlines.simulator.portal.AuthBlock;
import openlines.simulator.portal.User;
import openlines.simulator.portal.Users;

/** Tells applications of the events that they have bound, once their installation is finished. */
@Singleton
final class Announcer {

    /**
     * What is told.
     *
     * @param name of the event, in upper case
     * @param idKey what the pages of this event call the number of the handler
     * @param data a tree or a plain value
     * @param userId whose action it was; 0 for nobody's, and then no tokens go along
     */
    record Announcement(String name, String idKey, Object data, long userId) {}

    private final Bindings bindings;
    private final Apps apps;
    private final Users users;
    private final AuthBlock auth;
    private final Delivery delivery;

    Announcer(Bindings bindings, Apps apps, Users users, AuthBlock auth, Delivery delivery) {
        this.bindings = bindings;
        this.apps = apps;
        this.users = users;
        this.auth = auth;
        this.delivery = delivery;
    }

    void tell(Announcement news, Predicate<App> whom) {
        for (Binding binding : bindings.find(bound -> bound.event().equals(news.name))) {
            apps.find(binding.clientId())
                    .filter(app -> app.installed() && whom.test(app))
                    .ifPresent(app -> post(news, binding, app));
        }
    }

    private void post(Announcement news, Binding binding, App app) {
        JsonMap form = JsonMap.of("event", news.name)
                .with(news.idKey, binding.id())
                .with("data", news.data)
                .with("ts", 0)
                .with("auth", auth(news, binding, app));
        delivery.post(new Outgoing(news.name, binding.handler(), form));
    }

    /** Bots and customers have no rights of their own: the one who installed the application acts for them (assumed). */
    private JsonMap auth(Announcement news, Binding binding, App app) {
        long user = binding.userId() > 0 ? binding.userId() : news.userId;
        if (user == 0) {
            return auth.withoutUser(app);
        }
        boolean employee = users.find(user).filter(User::employee).isPresent();
        return auth.ofEvent(app, employee ? user : app.userId());
    }
}
