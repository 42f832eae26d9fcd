package openlines.bitrix24.rest;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.function.Function;

/** What a portal said to a call. */
public sealed interface Answer {
    /** It was done. */
    record Result(JsonNode value) implements Answer {}

    /** It was not, or nobody knows. */
    record Refused(Problem problem) implements Answer {}

    /** The result, or an exception that says what was refused and why. */
    default JsonNode orThrow(Call call) {
        return switch (this) {
            case Result(var value) -> value;
            case Refused(var problem) -> throw new RefusedCall(call, problem);
        };
    }

    default <T> T map(Function<JsonNode, T> onResult, Function<Problem, T> onRefusal) {
        return switch (this) {
            case Result(var value) -> onResult.apply(value);
            case Refused(var problem) -> onRefusal.apply(problem);
        };
    }
}
