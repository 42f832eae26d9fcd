package openlines.simulator.rest;

import jakarta.inject.Singleton;
import openlines.simulator.engine.SettableClock;
import org.jspecify.annotations.Nullable;

/** Runs one method for one caller, with the checks that every method shares. */
@Singleton
public final class Dispatcher {

    /** What a method gave, and what it cost. */
    public record Outcome(@Nullable Object result, TimeBlock time) {}

    private final MethodRegistry methods;
    private final Operating operating;
    private final SettableClock clock;

    Dispatcher(MethodRegistry methods, Operating operating, SettableClock clock) {
        this.methods = methods;
        this.operating = operating;
        this.clock = clock;
    }

    public Outcome run(Caller caller, String name, Parameters params) {
        return run(caller, methods.get(name), params);
    }

    Outcome runInBatch(Caller caller, String name, Parameters params) {
        RestMethod method = methods.get(name);
        if (!method.batch()) {
            throw new RestError(405, "ERROR_BATCH_METHOD_NOT_ALLOWED", "Method is not allowed for batch usage");
        }
        return run(caller, method, params);
    }

    private Outcome run(Caller caller, RestMethod method, Parameters params) {
        if (!method.scope().isEmpty() && method.scope().stream().noneMatch(caller.scope()::contains)) {
            throw RestError.forbidden(
                    "insufficient_scope", "The request requires higher privileges than provided by the webhook token");
        }
        if (method.appOnly() && caller.webhook()) {
            throw RestError.forbidden(
                    "WRONG_AUTH_TYPE",
                    "Current authorization type is denied for this method Application context required");
        }
        operating.check(caller.source(), method.name());
        long before = System.nanoTime();
        Object result = method.handler().handle(new Call(method.name(), caller, params));
        double seconds = (System.nanoTime() - before) / 1e9;
        Operating.Used used = operating.charge(caller.source(), method.name(), seconds);
        return new Outcome(result, new TimeBlock(clock.instant(), seconds, used));
    }
}
