package openlines.bench.floor;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micronaut.context.annotation.Property;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.client.HttpClient;
import io.micronaut.http.client.annotation.Client;
import java.util.Map;
import openlines.bitrix24.event.Incoming;
import openlines.bitrix24.event.Tree;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;

/** One parse, one call, one answer; nothing is kept, nothing understood, nobody asked. */
@Controller("/bitrix24/events")
final class FloorController {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http;
    private final String portal;

    FloorController(@Client HttpClient http, @Property(name = "floor.portal") String portal) {
        this.http = http;
        this.portal = portal;
    }

    @Post
    @Consumes(MediaType.ALL)
    Publisher<HttpResponse<Map<String, String>>> post(@Body byte[] body) throws JsonProcessingException {
        Tree message = Incoming.read(body).data().at("message");
        byte[] call =
                JSON.writeValueAsBytes(Map.of("CHAT_ID", message.number("chatId"), "MESSAGE", message.text("text")));
        return Mono.from(http.exchange(
                        HttpRequest.POST(portal + "imopenlines.bot.session.message.send.json", call)
                                .contentType(MediaType.APPLICATION_JSON_TYPE),
                        byte[].class))
                .map(_ -> HttpResponse.ok(Map.of("status", "ok")));
    }
}
