package openlines.simulator.desk;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import openlines.simulator.chat.Chat;
import openlines.simulator.engine.Engine;
import openlines.simulator.engine.Json;
import openlines.simulator.engine.JsonMap;
import openlines.simulator.line.Customers.Customer;
import openlines.simulator.line.LineFields;
import openlines.simulator.line.Session;
import openlines.simulator.line.Votes;
import org.jspecify.annotations.Nullable;

/** The part of the control face that a page needs: the state at one look, a dialog in pages, its traffic, and small acts. */
@Controller("/simulator")
@Consumes(MediaType.ALL)
@ExecuteOn(TaskExecutors.BLOCKING)
final class DeskController {

    private final Engine engine;
    private final State state;
    private final Portal portal;
    private final Exchanges exchanges;
    private final Votes votes;

    DeskController(Engine engine, State state, Portal portal, Exchanges exchanges, Votes votes) {
        this.engine = engine;
        this.state = state;
        this.portal = portal;
        this.exchanges = exchanges;
        this.votes = votes;
    }

    @Get("/state")
    HttpResponse<byte[]> state() {
        return engine.call(() -> ok(state.whole()));
    }

    /** A page of a dialog's messages: the last ones, or those before a message. */
    @Get("/dialogs/{chatId}{?before,limit}")
    HttpResponse<byte[]> dialog(long chatId, @QueryValue @Nullable Long before, @QueryValue @Nullable Integer limit) {
        int most = limit == null ? 100 : Math.clamp(limit, 1, 1_000);
        return engine.call(() -> portal.chats()
                .find(chatId)
                .map(chat -> ok(state.page(chat, before == null ? Long.MAX_VALUE : before, most)))
                .orElseGet(() -> refused(404, "no chat " + chatId)));
    }

    @Get("/dialogs/{chatId}/exchanges{?limit}")
    HttpResponse<byte[]> exchanges(long chatId, @QueryValue @Nullable Integer limit) {
        return ok(exchanges.of(chatId, limit == null ? 500 : Math.clamp(limit, 1, 5_000)));
    }

    @Get("/exchanges/{id}")
    HttpResponse<byte[]> exchange(long id) {
        return exchanges
                .find(id)
                .map(entry -> ok(Exchanges.whole(entry)))
                .orElseGet(() -> refused(404, "no exchange " + id + " any more"));
    }

    /** The settings of a line that are plain values: their names, what they take and what they start with. */
    @Get("/fields")
    HttpResponse<byte[]> fields() {
        return ok(LineFields.all().values().stream()
                .map(field -> JsonMap.of("name", field.name())
                        .with("kind", field.kind().name().toLowerCase(Locale.ROOT))
                        .with("initial", field.initial())
                        .with("choices", field.choices()))
                .toList());
    }

    @Post("/customers/{id}/typing")
    HttpResponse<byte[]> typing(long id) {
        return withSession(id, (customer, session) -> {
            portal.chats().typing(portal.chats().get(session.chatId()), id);
            return ok(JsonMap.of("ok", true));
        });
    }

    /** {@code {rating: 1}} for good, 0 for bad, as the widget's two thumbs do. */
    @Post("/customers/{id}/vote")
    HttpResponse<byte[]> vote(long id, @Body byte @Nullable [] body) {
        Optional<Boolean> good = rating(body);
        if (good.isEmpty()) {
            return refused(400, "rating is 1 or 0");
        }
        return withSession(id, (customer, session) -> {
            if (!votes.awaited(session)) {
                return refused(409, "no rating is awaited");
            }
            votes.take(session, good.get());
            return ok(JsonMap.of("ok", true));
        });
    }

    private static Optional<Boolean> rating(byte @Nullable [] body) {
        try {
            int rating = Json.parseTree(body == null ? new byte[0] : body)
                    .path("rating")
                    .asInt(-1);
            return rating == 0 || rating == 1 ? Optional.of(rating == 1) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    @FunctionalInterface
    private interface Act {
        HttpResponse<byte[]> on(Customer customer, Session session);
    }

    private HttpResponse<byte[]> withSession(long customerId, Act act) {
        Supplier<HttpResponse<byte[]>> run = () -> portal.customers()
                .find(customerId)
                .flatMap(customer -> portal.chats()
                        .find("LINES", customer.code())
                        .map(Chat::id)
                        .flatMap(portal.sessions()::last)
                        .map(session -> act.on(customer, session)))
                .orElseGet(() -> refused(404, "no dialog of customer " + customerId));
        return engine.call(run);
    }

    private static HttpResponse<byte[]> ok(Object answer) {
        return HttpResponse.ok(Json.bytes(answer)).contentType(MediaType.APPLICATION_JSON_TYPE);
    }

    private static HttpResponse<byte[]> refused(int status, String why) {
        return HttpResponse.<byte[]>status(io.micronaut.http.HttpStatus.valueOf(status))
                .contentType(MediaType.APPLICATION_JSON_TYPE)
                .body(Json.bytes(JsonMap.of("error", why)));
    }
}
