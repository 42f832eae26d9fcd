package openlines.simulator.desk;

import jakarta.inject.Singleton;
import java.util.Optional;
import openlines.simulator.chat.ChatFact;
import openlines.simulator.engine.AlarmRang;
import openlines.simulator.engine.Fact;
import openlines.simulator.engine.JsonMap;
import openlines.simulator.engine.SettableClock;
import openlines.simulator.line.LineFact;
import openlines.simulator.line.PresenceChanged;
import openlines.simulator.line.Session;

/** A fact with what it changed, whole, so that who hears it need not ask. */
@Singleton
final class FactView {

    private final Portal portal;
    private final DialogView dialogs;
    private final People people;
    private final SettableClock clock;

    FactView(Portal portal, DialogView dialogs, People people, SettableClock clock) {
        this.portal = portal;
        this.dialogs = dialogs;
        this.people = people;
        this.clock = clock;
    }

    Optional<JsonMap> of(Fact fact) {
        JsonMap json = JsonMap.of("name", fact.name()).with("at", clock.instant());
        json.putAll(fact.json());
        return switch (fact) {
            case ChatFact chat -> Optional.of(of(chat, json));
            case LineFact line -> Optional.of(withDialog(json, line.session().chatId()));
            case AlarmRang rang ->
                session(rang)
                        .map(session -> withDialog(json, session.chatId())
                                .with("chatId", session.chatId())
                                .with("sessionId", session.id()));
            case PresenceChanged presence -> Optional.of(json.with("user", people.user(presence.user())));
            default -> Optional.of(json);
        };
    }

    private JsonMap of(ChatFact fact, JsonMap json) {
        withDialog(json, fact.chat().id());
        switch (fact) {
            case ChatFact.MessageAdded added -> json.with("message", dialogs.message(added.message()));
            case ChatFact.MessageUpdated updated -> json.with("message", dialogs.message(updated.message()));
            case ChatFact.MessageDeleted deleted -> json.with("message", dialogs.message(deleted.message()));
            case ChatFact.Joined joined -> withUser(json, joined.userId());
            case ChatFact.Left left -> withUser(json, left.userId());
            case ChatFact.Typing typing -> withUser(json, typing.userId());
        }
        return json;
    }

    private JsonMap withDialog(JsonMap json, long chatId) {
        dialogs.dialog(chatId).ifPresent(dialog -> json.put("dialog", dialog));
        return json;
    }

    private void withUser(JsonMap json, long userId) {
        portal.users().find(userId).ifPresent(user -> json.put("user", people.user(user)));
        portal.customers().find(userId).ifPresent(customer -> json.put("customer", people.customer(customer)));
    }

    private Optional<Session> session(AlarmRang rang) {
        return rang.alarm().kind().startsWith("line.")
                ? portal.sessions().find(rang.alarm().subject())
                : Optional.empty();
    }
}
