package openlines.simulator.desk;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.Locale;
import openlines.simulator.engine.Engine;
import openlines.simulator.engine.Json;
import openlines.simulator.engine.JsonMap;
import openlines.simulator.line.LineFields;
import openlines.simulator.line.WorkTime;
import org.jspecify.annotations.Nullable;

/** The part of the control face that a page needs: the state at one look, a dialog in pages, its traffic, and what a line can be set to. */
@Controller("/simulator")
@Consumes(MediaType.ALL)
@ExecuteOn(TaskExecutors.BLOCKING)
final class DeskController {

    private final Engine engine;
    private final State state;
    private final Portal portal;
    private final Exchanges exchanges;
    private final WorkTime workTime;

    DeskController(Engine engine, State state, Portal portal, Exchanges exchanges, WorkTime workTime) {
        this.engine = engine;
        this.state = state;
        this.portal = portal;
        this.exchanges = exchanges;
        this.workTime = workTime;
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
                .map(entry -> ok(exchanges.whole(entry)))
                .orElseGet(() -> refused(404, "no exchange " + id + " any more"));
    }

    /** Whether a line works now, and when its working day ends next. */
    @Get("/lines/{id}/hours")
    HttpResponse<byte[]> hours(long id) {
        return engine.call(() -> portal.lines()
                .find(id)
                .map(line -> ok(JsonMap.of("open", workTime.open(line))
                        .with("closes", workTime.nextClosing(line).orElse(null))))
                .orElseGet(() -> refused(404, "no line " + id)));
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

    private static HttpResponse<byte[]> ok(Object answer) {
        return HttpResponse.ok(Json.bytes(answer)).contentType(MediaType.APPLICATION_JSON_TYPE);
    }

    private static HttpResponse<byte[]> refused(int status, String why) {
        return HttpResponse.<byte[]>status(HttpStatus.valueOf(status))
                .contentType(MediaType.APPLICATION_JSON_TYPE)
                .body(Json.bytes(JsonMap.of("error", why)));
    }
}
