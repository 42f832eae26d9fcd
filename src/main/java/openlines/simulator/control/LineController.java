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
import java.util.List;
import java.util.Locale;
import openlines.simulator.engine.JsonMap;
import openlines.simulator.line.Line;
import openlines.simulator.line.Lines;
import openlines.simulator.line.Presences;
import openlines.simulator.method.LineSettings;
import openlines.simulator.portal.User;
import openlines.simulator.portal.User.Presence;
import openlines.simulator.portal.Users;
import org.jspecify.annotations.Nullable;

/** Lines, their settings, and who of the employees is there. */
@Controller("/simulator")
@Consumes(MediaType.ALL)
@ExecuteOn(TaskExecutors.BLOCKING)
final class LineController {

    private final Answers answers;
    private final Views views;
    private final Lines lines;
    private final LineSettings settings;
    private final Users users;
    private final Presences presences;

    LineController(Answers answers, Views views, Lines lines, LineSettings settings, Users users, Presences presences) {
        this.answers = answers;
        this.views = views;
        this.lines = lines;
        this.settings = settings;
        this.users = users;
        this.presences = presences;
    }

    @Get("/lines")
    HttpResponse<byte[]> lines() {
        return answers.to(() -> lines.all().stream().map(this::json).toList());
    }

    @Post("/lines")
    HttpResponse<byte[]> add(@Body byte @Nullable [] body) {
        return answers.to(bytes(body), given -> {
            Line line = lines.add();
            line.set("ACTIVE", "Y");
            settings.write(line, given, 1);
            return json(line);
        });
    }

    /** Any fields of {@code imopenlines.config.update}. */
    @Post("/lines/{id}")
    HttpResponse<byte[]> set(long id, @Body byte @Nullable [] body) {
        return answers.to(bytes(body), given -> {
            Line line = lines.find(id).orElseThrow(() -> Refusal.notFound("line " + id));
            settings.write(line, given, 1);
            return json(line);
        });
    }

    @Get("/operators")
    HttpResponse<byte[]> operators() {
        return answers.to(() ->
                users.all().stream().filter(User::employee).map(views::user).toList());
    }

    /** One more employee; who they are and where they stand in a queue is another matter. */
    @Post("/operators")
    HttpResponse<byte[]> hire(@Body byte @Nullable [] body) {
        return answers.to(bytes(body), given -> {
            String[] name = given.text("name", "New Colleague").strip().split(" +", 2);
            User user = users.add(User.Kind.EMPLOYEE, name[0], name.length > 1 ? name[1] : "");
            return views.user(
                    user.working("", List.of(given.number("department").orElse(1L))));
        });
    }

    @Post("/operators/{userId}/presence")
    HttpResponse<byte[]> presence(long userId, @Body byte @Nullable [] body) {
        return answers.to(bytes(body), given -> {
            User user =
                    users.find(userId).filter(User::employee).orElseThrow(() -> Refusal.notFound("employee " + userId));
            String word = given.text("presence", "").toUpperCase(Locale.ROOT);
            switch (word) {
                case "ONLINE", "AWAY", "OFFLINE" -> presences.set(user, Presence.valueOf(word));
                case "DISMISSED" -> presences.dismiss(user);
                default -> throw Refusal.bad("presence is online, away, offline or dismissed");
            }
            return views.user(user);
        });
    }

    private JsonMap json(Line line) {
        return settings.read(line)
                .with("QUEUE", lines.operators(line).stream().map(User::id).toList());
    }

    private static byte[] bytes(byte @Nullable [] body) {
        return body == null ? new byte[0] : body;
    }
}
