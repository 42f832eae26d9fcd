package openlines.simulator.control;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import openlines.simulator.bot.v2.Revision;
import openlines.simulator.chat.Chat;
import openlines.simulator.chat.Chats;
import openlines.simulator.engine.JsonMap;
import org.jspecify.annotations.Nullable;

/** What people do with bots: press buttons, call commands, react, change their words, open a chat with a context. */
@Controller("/simulator")
@Consumes(MediaType.ALL)
@ExecuteOn(TaskExecutors.BLOCKING)
final class BotController {

    private final Answers answers;
    private final Chats chats;
    private final BotActs acts;
    private final Buttons buttons;
    private final Revision revision;

    BotController(Answers answers, Chats chats, BotActs acts, Buttons buttons, Revision revision) {
        this.answers = answers;
        this.chats = chats;
        this.acts = acts;
        this.buttons = buttons;
        this.revision = revision;
    }

    /** {@code {messageId, button: index or text, userId?}}; without userId a line's customer presses. */
    @Post("/chats/{id}/press")
    HttpResponse<byte[]> press(long id, @Body byte @Nullable [] body) {
        return answers.to(bytes(body), given -> buttons.press(find(id), given));
    }

    /** The same, by the customer. */
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

    /** {@code {userId?, command, params?, botId?}}: typed into the text field. */
    @Post("/chats/{id}/command")
    HttpResponse<byte[]> command(long id, @Body byte @Nullable [] body) {
        return answers.to(bytes(body), given -> acts.command(find(id), given));
    }

    /** {@code {userId?, botId?, context: any JSON}}. */
    @Post("/chats/{id}/context")
    HttpResponse<byte[]> context(long id, @Body byte @Nullable [] body) {
        return answers.to(bytes(body), given -> acts.context(find(id), given));
    }

    /** {@code {userId?, messageId, reaction, set?}}. */
    @Post("/chats/{id}/react")
    HttpResponse<byte[]> react(long id, @Body byte @Nullable [] body) {
        return answers.to(bytes(body), given -> acts.react(find(id), given));
    }

    /** {@code {messageId, text}}: its author changes a message. */
    @Post("/chats/{id}/edit")
    HttpResponse<byte[]> edit(long id, @Body byte @Nullable [] body) {
        return answers.to(bytes(body), given -> acts.edit(find(id), given));
    }

    /** {@code {messageId, complete?}}: its author takes a message back. */
    @Post("/chats/{id}/remove")
    HttpResponse<byte[]> remove(long id, @Body byte @Nullable [] body) {
        return answers.to(bytes(body), given -> acts.remove(find(id), given));
    }

    /** {@code {rest: 33}}: which revision of the bot API is played. */
    @Post("/revision")
    HttpResponse<byte[]> revision(@Body byte @Nullable [] body) {
        return answers.to(bytes(body), given -> {
            revision.play(given.number("rest").orElse((long) Revision.LATEST).intValue());
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
