package openlines.simulator.control;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import openlines.simulator.chat.Chat;
import openlines.simulator.chat.Chats;
import openlines.simulator.chat.Draft;
import openlines.simulator.chat.Uploads;
import openlines.simulator.engine.JsonMap;
import openlines.simulator.line.Customers;
import openlines.simulator.line.Customers.Customer;
import openlines.simulator.line.Intake;
import openlines.simulator.line.Lines;
import openlines.simulator.rest.Parameters;
import openlines.simulator.rest.Value;
import org.jspecify.annotations.Nullable;

/** Customers speak, operators act, chats are read. */
@Controller("/simulator")
@Consumes(MediaType.ALL)
@ExecuteOn(TaskExecutors.BLOCKING)
final class ChatController {

    private final Answers answers;
    private final Views views;
    private final Chats chats;
    private final Lines lines;
    private final Mouth mouth;
    private final OperatorActs acts;

    ChatController(Answers answers, Views views, Chats chats, Lines lines, Mouth mouth, OperatorActs acts) {
        this.answers = answers;
        this.views = views;
        this.chats = chats;
        this.lines = lines;
        this.mouth = mouth;
        this.acts = acts;
    }

    @Post("/customers")
    HttpResponse<byte[]> addCustomer(@Body byte @Nullable [] body) {
        return answers.to(bytes(body), given -> {
            long line = given.number("line")
                    .orElseGet(() -> lines.all().stream()
                            .findFirst()
                            .map(first -> first.id())
                            .orElse(0L));
            if (lines.find(line).isEmpty()) {
                throw Refusal.notFound("line " + line);
            }
            String[] name = given.text("name", "Guest").strip().split(" +", 2);
            return views.customer(mouth.customers()
                    .add(given.text("connector", "livechat"), line, name[0], name.length > 1 ? name[1] : ""));
        });
    }

    @Get("/customers")
    HttpResponse<byte[]> customers() {
        return answers.to(
                () -> mouth.customers().all().stream().map(views::customer).toList());
    }

    @Post("/customers/{id}/say")
    HttpResponse<byte[]> say(long id, @Body byte @Nullable [] body) {
        return answers.to(bytes(body), given -> {
            Customer customer = mouth.customers().find(id).orElseThrow(() -> Refusal.notFound("customer " + id));
            if (lines.find(customer.lineId()).filter(line -> line.active()).isEmpty()) {
                throw new Refusal(409, "the line is not active");
            }
            Chat chat = mouth.intake().chatOf(customer);
            Draft draft = mouth.withFiles(Draft.of(id, given.text("text", "")), chat, given.list("files"));
            Intake.Arrival arrival = mouth.intake().receive(customer, draft);
            return JsonMap.of("chatId", arrival.chat().id())
                    .with("sessionId", arrival.session().id())
                    .with("messageId", arrival.message().id());
        });
    }

    /** How customers' words come in, and what they bring. */
    @Singleton
    record Mouth(Customers customers, Intake intake, Uploads uploads) {

        Draft withFiles(Draft draft, Chat chat, List<@Nullable Object> files) {
            List<Long> ids = files.stream()
                    .map(file -> new Parameters(Value.map(file)))
                    .map(file -> uploads.add(
                            chat,
                            draft.authorId(),
                            file.text("name", "file"),
                            file.number("size").orElse(0L),
                            file.text("url", "")))
                    .map(file -> file.id())
                    .toList();
            return ids.isEmpty() ? draft : draft.with("FILE_ID", ids);
        }
    }

    @Get("/chats")
    HttpResponse<byte[]> chats() {
        return answers.to(() -> chats.all().stream().map(views::brief).toList());
    }

    @Get("/chats/{id}")
    HttpResponse<byte[]> chat(long id) {
        return answers.to(() -> views.whole(find(id)));
    }

    @Post("/chats/{id}/operators/{userId}/{act}")
    HttpResponse<byte[]> act(long id, long userId, String act, @Body byte @Nullable [] body) {
        return answers.to(bytes(body), given -> {
            acts.act(find(id), userId, act.toLowerCase(Locale.ROOT), given);
            return views.whole(find(id));
        });
    }

    private Chat find(long id) {
        return chats.find(id).orElseThrow(() -> Refusal.notFound("chat " + id));
    }

    private static byte[] bytes(byte @Nullable [] body) {
        return body == null ? new byte[0] : body;
    }
}
