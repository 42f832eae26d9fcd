package openlines.simulator.rest;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Error;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.server.netty.NettyHttpRequest;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.web.router.exceptions.UnsatisfiedBodyRouteException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Every address below {@code /rest}: what it means is read from the path and the raw body. */
@Controller("/rest")
@Consumes(MediaType.ALL)
@ExecuteOn(TaskExecutors.BLOCKING)
final class RestController {

    private static final Logger LOG = LoggerFactory.getLogger(RestController.class);

    private final RestDoor door;

    RestController(RestDoor door) {
        this.door = door;
    }

    @Get("/{+path}")
    HttpResponse<byte[]> get(HttpRequest<?> request, String path) {
        return answer(request, path, new byte[0]);
    }

    @Post("/{+path}")
    HttpResponse<byte[]> post(HttpRequest<?> request, String path, @Body byte @Nullable [] body) {
        return answer(request, path, body == null ? new byte[0] : body);
    }

    /** A form without a byte in it, which the server takes for a missing body: a call without parameters. */
    @Error(exception = UnsatisfiedBodyRouteException.class)
    HttpResponse<byte[]> empty(HttpRequest<?> request) {
        return answer(request, request.getPath().substring("/rest/".length()), new byte[0]);
    }

    private HttpResponse<byte[]> answer(HttpRequest<?> request, String path, byte[] body) {
        String query = request.getUri().getRawQuery();
        Request call = new Request(
                request.getMethodName(),
                request.getUri().toString(),
                path,
                query == null ? "" : query,
                request.getHeaders().get("Content-Type", String.class).orElse(""),
                body);
        Response response =
                door.answer(call, request.getRemoteAddress().getAddress().getHostAddress());
        if (response.drop() && request instanceof NettyHttpRequest<?> netty) {
            boolean closed = netty.getChannelHandlerContext()
                    .close()
                    .awaitUninterruptibly()
                    .isSuccess();
            LOG.debug("A connection was dropped as ordered: {}", closed);
        }
        return HttpResponse.<byte[]>status(HttpStatus.valueOf(response.drop() ? 503 : response.status()))
                .contentType(response.contentType().isEmpty() ? MediaType.TEXT_PLAIN : response.contentType())
                .body(response.body());
    }
}
