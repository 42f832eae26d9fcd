package openlines.simulator.desk;

import com.fasterxml.jackson.databind.JsonNode;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.io.IOException;
import java.util.List;
import java.util.function.Function;
import openlines.simulator.engine.Engine;
import openlines.simulator.engine.Json;
import openlines.simulator.engine.JsonMap;
import openlines.simulator.portal.Departments;
import openlines.simulator.portal.User;
import openlines.simulator.portal.Users;
import org.jspecify.annotations.Nullable;

/** Who works at the portal and in which department, as it is set on the page. */
@Controller("/simulator")
@Consumes(MediaType.ALL)
@ExecuteOn(TaskExecutors.BLOCKING)
final class StaffController {

    private final Engine engine;
    private final Users users;
    private final Departments departments;
    private final People people;

    StaffController(Engine engine, Users users, Departments departments, People people) {
        this.engine = engine;
        this.users = users;
        this.departments = departments;
        this.people = people;
    }

    /** {@code {name, position, department}}: a new employee. */
    @Post("/users")
    HttpResponse<byte[]> employ(@Body byte @Nullable [] body) {
        return given(body, given -> {
            String[] name = given.path("name").asText("").strip().split(" +", 2);
            if (name[0].isEmpty()) {
                return refused(400, "an employee has a name");
            }
            User user = users.add(User.Kind.EMPLOYEE, name[0], name.length > 1 ? name[1] : "");
            return placed(user, given);
        });
    }

    /** {@code {position, department}}: an employee's place. */
    @Post("/users/{id}")
    HttpResponse<byte[]> move(long id, @Body byte @Nullable [] body) {
        return given(
                body,
                given -> users.find(id)
                        .filter(User::employee)
                        .map(user -> placed(user, given))
                        .orElseGet(() -> refused(404, "no employee " + id)));
    }

    private HttpResponse<byte[]> placed(User user, JsonNode given) {
        long first = user.departments().isEmpty() ? 1 : user.departments().getFirst();
        long department = given.path("department").asLong(first);
        if (departments.find(department).isEmpty() && given.has("department")) {
            return refused(404, "no department " + department);
        }
        return ok(people.user(user.working(given.path("position").asText(user.workPosition()), List.of(department))));
    }

    @Get("/departments")
    HttpResponse<byte[]> departments() {
        return engine.call(() -> ok(people.departments()));
    }

    /** {@code {name, parent}}: a new department. */
    @Post("/departments")
    HttpResponse<byte[]> found(@Body byte @Nullable [] body) {
        return given(body, given -> {
            String name = given.path("name").asText("").strip();
            return name.isEmpty()
                    ? refused(400, "a department has a name")
                    : ok(People.department(
                            departments.add(name, given.path("parent").asLong(1))));
        });
    }

    /** {@code {head}}: who leads it, 0 for nobody. */
    @Post("/departments/{id}")
    HttpResponse<byte[]> lead(long id, @Body byte @Nullable [] body) {
        return given(body, given -> {
            long head = given.path("head").asLong(0);
            if (head != 0 && users.find(head).filter(User::employee).isEmpty()) {
                return refused(404, "no employee " + head);
            }
            departments.head(id, head);
            return departments
                    .find(id)
                    .map(department -> ok(People.department(department)))
                    .orElseGet(() -> refused(404, "no department " + id));
        });
    }

    private HttpResponse<byte[]> given(byte @Nullable [] body, Function<JsonNode, HttpResponse<byte[]>> act) {
        JsonNode given;
        try {
            given = Json.parseTree(body == null || body.length == 0 ? new byte[] {'{', '}'} : body);
        } catch (IOException e) {
            return refused(400, "the body is no JSON");
        }
        return engine.call(() -> act.apply(given));
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
