package openlines.simulator.rest;

import io.micronaut.context.BeanProvider;
import jakarta.inject.Singleton;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import openlines.simulator.engine.JsonMap;
import org.jspecify.annotations.Nullable;

/** Up to fifty commands in one call, later ones with references to the results of earlier ones. */
@Singleton
final class Batch implements RestMethods {

    private static final int MOST = 50;
    private static final Pattern REFERENCE = Pattern.compile("\\$result((?:\\[[^\\]]*\\])+)");
    private static final Pattern STEP = Pattern.compile("\\[([^\\]]*)\\]");

    private final BeanProvider<Dispatcher> dispatcher;

    /** The dispatcher knows the register, and the register this method: hence the detour. */
    Batch(BeanProvider<Dispatcher> dispatcher) {
        this.dispatcher = dispatcher;
    }

    @Override
    public List<RestMethod> methods() {
        return List.of(new RestMethod("batch", Set.of(), false, false, this::run));
    }

    /** What the commands gave so far, by their ids. */
    private static final class Results {
        private final JsonMap result = new JsonMap();
        private final JsonMap error = new JsonMap();
        private final JsonMap total = new JsonMap();
        private final JsonMap next = new JsonMap();
        private final JsonMap time = new JsonMap();

        private JsonMap json() {
            return new JsonMap()
                    .with("result", orList(result))
                    .with("result_error", orList(error))
                    .with("result_total", orList(total))
                    .with("result_next", orList(next))
                    .with("result_time", orList(time));
        }

        /** PHP knows no empty object. */
        private static Object orList(JsonMap map) {
            return map.isEmpty() ? List.of() : map;
        }
    }

    private JsonMap run(Call call) {
        boolean halt = call.params().flag("halt", false);
        Results results = new Results();
        int count = 0;
        for (Map.Entry<String, @Nullable Object> command :
                Value.map(call.params().raw("cmd")).entrySet()) {
            try {
                if (++count > MOST) {
                    throw RestError.of("ERROR_BATCH_LENGTH_EXCEEDED", "Max batch length exceeded");
                }
                run(call.caller(), command, results);
            } catch (RestError e) {
                results.error.put(command.getKey(), e.json());
                if (halt) {
                    break;
                }
            }
        }
        return results.json();
    }

    private void run(Caller caller, Map.Entry<String, @Nullable Object> command, Results results) {
        String text = Value.text(command.getValue()).orElse("");
        int question = text.indexOf('?');
        String method = question < 0 ? text : text.substring(0, question);
        JsonMap params = question < 0 ? new JsonMap() : PhpForm.parse(text.substring(question + 1));
        Parameters resolved = new Parameters(Value.map(resolve(params, results.result)));
        Dispatcher.Outcome outcome = dispatcher.get().runInBatch(caller, method, resolved);
        String id = command.getKey();
        Object value = outcome.result();
        if (value instanceof Page page) {
            value = page.items();
            results.total.put(id, page.total());
            page.next().ifPresent(next -> results.next.put(id, next));
        }
        results.result.put(id, value);
        results.time.put(id, outcome.time().span());
    }

    private static @Nullable Object resolve(@Nullable Object value, JsonMap results) {
        return switch (value) {
            case null -> null;
            case Map<?, ?> map -> {
                JsonMap resolved = new JsonMap();
                map.forEach((key, item) -> resolved.put(String.valueOf(key), resolve(item, results)));
                yield resolved;
            }
            case String text -> resolve(text, results);
            default -> value;
        };
    }

    /** A reference that is the whole value keeps its type, so that a list can be handed on. */
    private static @Nullable Object resolve(String text, JsonMap results) {
        Matcher matcher = REFERENCE.matcher(text);
        if (matcher.matches()) {
            return follow(matcher.group(1), results);
        }
        return matcher.reset()
                .replaceAll(found -> Matcher.quoteReplacement(
                        Value.text(follow(found.group(1), results)).orElse("")));
    }

    private static @Nullable Object follow(String path, JsonMap results) {
        ArrayDeque<String> steps = new ArrayDeque<>();
        Matcher matcher = STEP.matcher(path);
        while (matcher.find()) {
            steps.add(matcher.group(1));
        }
        Object value = results;
        while (!steps.isEmpty() && value != null) {
            value = Value.map(value).get(steps.removeFirst());
        }
        return value;
    }
}
