package openlines.simulator.bot.v2;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import openlines.simulator.chat.Chat;
import openlines.simulator.chat.ChatFact;
import openlines.simulator.chat.Message;
import openlines.simulator.content.Reactions;
import openlines.simulator.engine.Fact;
import openlines.simulator.engine.FactListener;
import openlines.simulator.engine.Json;
import openlines.simulator.engine.JsonMap;
import openlines.simulator.engine.Kept;
import openlines.simulator.portal.PortalLanguage;
import openlines.simulator.portal.User;
import openlines.simulator.portal.Users;

/** Records {@code ONIMV2...} events of the chats of users who subscribed. */
@Singleton
final class UserEvents implements Kept, FactListener {

    private final EventQueues queues;
    private final V2Objects objects;
    private final Users users;
    private final PortalLanguage language;
    private final Set<Long> subscribed = new TreeSet<>();

    UserEvents(EventQueues queues, V2Objects objects, Users users, PortalLanguage language) {
        this.queues = queues;
        this.objects = objects;
        this.users = users;
        this.language = language;
    }

    boolean subscribe(long user) {
        subscribed.add(user);
        return true;
    }

    /** What was recorded stays readable. */
    boolean unsubscribe(long user) {
        subscribed.remove(user);
        return true;
    }

    boolean subscribed(long user) {
        return subscribed.contains(user);
    }

    @Override
    public void hear(Fact fact) {
        if (!subscribed.isEmpty()) {
            record(fact);
        }
    }

    private void record(Fact fact) {
        switch (fact) {
            // whose a system message would be is on no page: none is recorded (assumed)
            case ChatFact.MessageAdded(Chat chat, Message message)
            when !message.system() ->
                record(chat, "ONIMV2MESSAGEADD", message.authorId(), of("message", message, chat));
            case ChatFact.MessageUpdated(Chat chat, Message message, long _)
            when !message.system() ->
                record(chat, "ONIMV2MESSAGEUPDATE", message.authorId(), of("message", message, chat));
            case ChatFact.MessageDeleted(Chat chat, Message message, long _, boolean _)
            when !message.system() ->
                record(chat, "ONIMV2MESSAGEDELETE", message.authorId(), JsonMap.of("messageId", message.id()));
            case ChatFact.Joined(Chat chat, long userId, long _) ->
                record(chat, "ONIMV2JOINCHAT", userId, new JsonMap());
            case Reactions.ReactionChanged changed ->
                record(
                        changed.chat(),
                        "ONIMV2REACTIONCHANGE",
                        changed.userId(),
                        JsonMap.of("reaction", changed.reaction())
                                .with("action", changed.set() ? "add" : "delete")
                                .with("message", objects.message(changed.message(), changed.chat())));
            default -> {}
        }
    }

    private JsonMap of(String key, Message message, Chat chat) {
        return JsonMap.of(key, objects.message(message, chat));
    }

    private void record(Chat chat, String type, long about, JsonMap what) {
        for (long reader : chat.members()) {
            if (subscribed.contains(reader)) {
                JsonMap data = new JsonMap();
                data.putAll(what);
                if (type.equals("ONIMV2JOINCHAT")) {
                    data.put("dialogId", chat.dialogId(reader));
                }
                data.with("chat", objects.chat(chat, reader))
                        .with("user", user(about))
                        .with("language", language.code());
                queues.add(EventQueues.of(reader), type, data);
            }
        }
    }

    /** Dates of activity are always false here (documented). */
    private JsonMap user(long id) {
        User user = users.get(id);
        return objects.user(user).with("lastActivityDate", false);
    }

    @Override
    public String name() {
        return "userEvents";
    }

    @Override
    public JsonNode save() {
        return Json.tree(subscribed);
    }

    @Override
    public void load(JsonNode saved) {
        subscribed.clear();
        subscribed.addAll(Json.read(saved, new TypeReference<List<Long>>() {}));
    }

    @Override
    public void clear() {
        subscribed.clear();
    }
}
