package openlines.simulator.channel;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import openlines.simulator.channel.Channel.Markup;
import openlines.simulator.chat.Chat;
import openlines.simulator.chat.Chats;
import openlines.simulator.chat.Message;
import openlines.simulator.chat.Messages;
import openlines.simulator.chat.Uploads;
import openlines.simulator.engine.Json;
import openlines.simulator.engine.JsonMap;
import openlines.simulator.line.Customers.Customer;
import openlines.simulator.line.Sessions;
import openlines.simulator.line.Votes;
import openlines.simulator.portal.User;
import openlines.simulator.portal.Users;
import openlines.simulator.rest.Value;
import org.jspecify.annotations.Nullable;

/** What a customer sees of the conversation: what the portal lets out, in the form that the channel keeps. */
@Singleton
public final class Screen {

    private final Talk talk;
    private final Users users;
    private final Sessions sessions;
    private final Votes votes;

    Screen(Talk talk, Users users, Sessions sessions, Votes votes) {
        this.talk = talk;
        this.users = users;
        this.sessions = sessions;
        this.votes = votes;
    }

    /** Chats, their messages and the files on them. */
    @Singleton
    record Talk(Chats chats, Messages messages, Uploads uploads) {}

    /** A registered connector's application decides for itself: it is handed BB codes and no buttons (documented). */
    public JsonMap of(Customer customer) {
        Optional<Channel> channel = Channel.of(customer.connector());
        Optional<Chat> chat = talk.chats.find("LINES", customer.code());
        List<JsonMap> shown = chat.map(talk.messages::of).orElse(List.of()).stream()
                .filter(message -> !Value.flag(message.params().get("SKIP_CONNECTOR"), false))
                .map(message -> json(message, customer, channel))
                .toList();
        boolean asked = chat.flatMap(found -> sessions.last(found.id()))
                .filter(votes::awaited)
                .isPresent();
        return JsonMap.of("connector", customer.connector())
                .with("buttons", channel.filter(Channel::buttons).isPresent())
                .with("markup", markup(channel) == Markup.KEPT)
                .with("typing", channel.filter(Channel::typing).isPresent())
                .with("rating", asked && channel.filter(Channel::widget).isPresent())
                .with("chatId", chat.map(Chat::id).orElse(0L))
                .with("messages", shown);
    }

    private static Markup markup(Optional<Channel> channel) {
        return channel.map(Channel::markup).orElse(Markup.KEPT);
    }

    private JsonMap json(Message message, Customer customer, Optional<Channel> channel) {
        Optional<User> author = users.find(message.authorId());
        String text = markup(channel) == Markup.KEPT ? message.text() : PlainText.of(message.text());
        List<Object> buttons = channel.filter(Channel::buttons)
                .map(any -> buttons(message.params().get("KEYBOARD")))
                .orElse(List.of());
        return JsonMap.of("id", message.id())
                .with("own", message.authorId() == customer.id())
                .with("author", author.map(User::name).orElse(""))
                .with("text", text)
                .with("buttons", buttons)
                .with("files", files(message))
                .with("date", message.date());
    }

    /** The whole keyboard with its rows, whichever of its three forms it was given in. */
    private static List<Object> buttons(@Nullable Object keyboard) {
        Object tree = keyboard instanceof String text ? parse(text) : keyboard;
        Object list = tree instanceof List<?> ? tree : Value.map(tree).get("BUTTONS");
        return Value.list(list).stream().<Object>map(Value::map).toList();
    }

    private static @Nullable Object parse(String text) {
        try {
            return Json.parse(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            return null;
        }
    }

    private List<JsonMap> files(Message message) {
        return Value.list(message.params().get("FILE_ID")).stream()
                .flatMap(id -> Value.number(id).stream())
                .flatMap(id -> talk.uploads.find(id).stream())
                .map(file ->
                        JsonMap.of("name", file.name()).with("url", file.url()).with("type", file.type()))
                .toList();
    }
}
