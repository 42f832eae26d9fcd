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
import java.util.Optional;
import openlines.simulator.channel.Channel;
import openlines.simulator.channel.Screen;
import openlines.simulator.chat.Chat;
import openlines.simulator.chat.Chats;
import openlines.simulator.chat.Draft;
import openlines.simulator.engine.JsonMap;
import openlines.simulator.line.Customers;
import openlines.simulator.line.Customers.Customer;
import openlines.simulator.line.Intake;
import openlines.simulator.line.Session;
import openlines.simulator.line.Sessions;
import openlines.simulator.line.Votes;
import org.jspecify.annotations.Nullable;

/** The customer's side of a built-in channel: what it shows, and rating and typing in it. */
@Controller("/simulator/customers/{id}")
@Consumes(MediaType.ALL)
@ExecuteOn(TaskExecutors.BLOCKING)
final class ScreenController {

    private final Answers answers;
    private final Customers customers;
    private final Screen screen;
    private final Intake intake;
    private final Chats chats;
    private final Ratings ratings;

    ScreenController(Answers answers, Customers customers, Screen screen, Intake intake, Chats chats, Ratings ratings) {
        this.answers = answers;
        this.customers = customers;
        this.screen = screen;
        this.intake = intake;
        this.chats = chats;
        this.ratings = ratings;
    }

    /** The session that waits for a rating, and who takes it. */
    @Singleton
    record Ratings(Sessions sessions, Votes votes) {

        Optional<Session> awaited(Chat chat) {
            return sessions.last(chat.id()).filter(votes::awaited);
        }
    }

    @Get("/screen")
    HttpResponse<byte[]> show(long id) {
        return answers.to(() -> screen.of(find(id)));
    }

    /** {@code {good: true|false}}: two buttons in a widget, 1 or 0 as a text elsewhere. */
    @Post("/vote")
    HttpResponse<byte[]> vote(long id, @Body byte @Nullable [] body) {
        return answers.to(body == null ? new byte[0] : body, given -> {
            Customer customer = find(id);
            boolean good = given.flag("good", true);
            Session session = ratings.awaited(intake.chatOf(customer))
                    .orElseThrow(() -> new Refusal(409, "no rating is awaited"));
            if (Channel.of(customer.connector()).filter(Channel::widget).isPresent()) {
                ratings.votes.take(session, good);
            } else {
                intake.receive(customer, Draft.of(id, good ? "1" : "0"));
            }
            return screen.of(customer);
        });
    }

    /** Shown to the operators where the channel tells of it and the line watches typing. */
    @Post("/typing")
    HttpResponse<byte[]> type(long id) {
        return answers.to(() -> {
            Customer customer = find(id);
            boolean shown =
                    Channel.of(customer.connector()).filter(Channel::typing).isPresent()
                            && chats.typing(intake.chatOf(customer), id);
            return JsonMap.of("shown", shown);
        });
    }

    private Customer find(long id) {
        return customers.find(id).orElseThrow(() -> Refusal.notFound("customer " + id));
    }
}
