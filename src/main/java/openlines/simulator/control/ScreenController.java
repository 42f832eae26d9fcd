package openlines.simulator.control;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import openlines.simulator.channel.Screen;
import openlines.simulator.line.Customers;

/** The customer's side of a conversation: what their channel shows of it. */
@Controller("/simulator")
@ExecuteOn(TaskExecutors.BLOCKING)
final class ScreenController {

    private final Answers answers;
    private final Customers customers;
    private final Screen screen;

    ScreenController(Answers answers, Customers customers, Screen screen) {
        this.answers = answers;
        this.customers = customers;
        this.screen = screen;
    }

    @Get("/customers/{id}/screen")
    HttpResponse<byte[]> show(long id) {
        return answers.to(() -> screen.of(customers.find(id).orElseThrow(() -> Refusal.notFound("customer " + id))));
    }
}
