package openlines.simulator.control;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import openlines.simulator.chat.Message;
import openlines.simulator.connector.Newsletter;
import openlines.simulator.engine.JsonMap;
import openlines.simulator.portal.Users;
import org.jspecify.annotations.Nullable;

/** The CRM's newsletter, as an employee would start it. */
@Controller("/simulator/newsletters")
@Consumes(MediaType.ALL)
@ExecuteOn(TaskExecutors.BLOCKING)
final class NewsletterController {

    private final Answers answers;
    private final Newsletter newsletter;
    private final Users users;

    NewsletterController(Answers answers, Newsletter newsletter, Users users) {
        this.answers = answers;
        this.newsletter = newsletter;
        this.users = users;
    }

    /** {@code {text, userId?}}: by the administrator unless given. */
    @Post
    HttpResponse<byte[]> send(@Body byte @Nullable [] body) {
        return answers.to(body == null ? new byte[0] : body, given -> {
            String text = given.text("text", "");
            if (text.isBlank()) {
                throw Refusal.bad("a newsletter has a text");
            }
            long employee = given.number("userId").orElse(1L);
            if (users.activeEmployee(employee).isEmpty()) {
                throw Refusal.notFound("active employee " + employee);
            }
            return JsonMap.of(
                    "chats",
                    newsletter.send(employee, text).stream()
                            .map(Message::chatId)
                            .toList());
        });
    }
}
