package openlines.simulator.control;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import openlines.simulator.bot.v2.Revision;
import openlines.simulator.chat.Chat;
import openlines.simulator.chat.Chats;
import openlines.simulator.engine.JsonMap;
import openlines.simulator.rest.Parameters;
import org.jspecify.annotations.Nullable;

/** What people do with bots and messages: press buttons, call commands, react, change their words, open a chat with a context. */
@Controller("/simulator")
@Consumes(MediaType.ALL)
@ExecuteOn(TaskExecutors.BLOCKING)
final class BotController {

    private final Answers answers;
    private final Chats chats;
    private final Buttons buttons;
    private final Revision revision;
    private final Map<String, BiFunction<Chat, Parameters, JsonMap>> acts;

    BotController(Answers answers, Chats chats, BotActs acts, Buttons buttons, Revision revision) {
        this.answers = answers;
        this.chats = chats;
        this.buttons = buttons;
        this.revision = revision;
        this.acts = Map.of(
                "press", buttons::press,
                "choose", buttons::choose,
                "command", acts::command,
                "context", acts::context,
                "react", acts::react,
                "edit", acts::edit,
                "remove", acts::remove);
    }

    /**
     * Each with {@code userId?}; without it a line's customer acts, elsewhere the first person of the chat.
     *
     * <p>{@code press {messageId, button: index or text}}, {@code choose {messageId, item: index or text}} in a context
     * menu, {@code command {command, params?, botId?}} typed into the text field, {@code context {botId?, context: any JSON}},
     * {@code react {messageId, reaction, set?}}; a message's author does {@code edit {messageId, text}} and
     * {@code remove {messageId, complete?}}.
     */
    @Post(
            uris = {
                "/chats/{id}/press",
                "/chats/{id}/choose",
                "/chats/{id}/command",
                "/chats/{id}/context",
                "/chats/{id}/react",
                "/chats/{id}/edit",
                "/chats/{id}/remove"
            })
    HttpResponse<byte[]> act(HttpRequest<?> request, long id, @Body byte @Nullable [] body) {
        String path = request.getPath();
        BiFunction<Chat, Parameters, JsonMap> act =
                Objects.requireNonNull(acts.get(path.substring(path.lastIndexOf('/') + 1)));
        return answers.to(bytes(body), given -> act.apply(find(id), given));
    }

    /** {@code press}, by the customer. */
    @Post("/customers/{id}/press")
    HttpResponse<byte[]> customerPresses(long id, @Body byte @Nullable [] body) {
        return answers.to(bytes(body), given -> {
            Chat chat = chats.all().stream()
                    .filter(found -> found.lines() && found.has(id))
                    .findFirst()
                    .orElseThrow(() -> Refusal.notFound("chat of customer " + id));
            return buttons.press(chat, given, id);
        });
    }

    /** {@code {rest: 33}}: which revision of the bot API is played. */
    @Post("/revision")
    HttpResponse<byte[]> revision(@Body byte @Nullable [] body) {
        return answers.to(bytes(body), given -> {
            revision.set(given.number("rest").orElse((long) Revision.LATEST).intValue());
            return JsonMap.of("rest", revision.rest());
        });
    }

    private Chat find(long id) {
        return chats.find(id).orElseThrow(() -> Refusal.notFound("chat " + id));
    }

    private static byte[] bytes(byte @Nullable [] body) {
        return body == null ? new byte[0] : body;
    }
}
