package openlines.bot;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** One turn of one dialog, as a handler sees it. */
public final class Turn {
    private final Scene scene;
    private final DialogState state;
    private final Understanding understanding;

    Turn(Scene scene, DialogState state, Understanding understanding) {
        this.scene = scene;
        this.state = state;
        this.understanding = understanding;
    }

    /** The message as it came; empty where the customer did not write. */
    public String text() {
        return understanding.text();
    }

    public Understanding understanding() {
        return understanding;
    }

    /** The value of the first entity of a type. */
    public Optional<String> entity(String type) {
        return understanding.entity(type).map(Entity::value);
    }

    public Customer customer() {
        return scene.customer();
    }

    public Channel channel() {
        return scene.channel();
    }

    public long line() {
        return scene.line();
    }

    /** The language the bot speaks in this dialog. */
    public String language() {
        return state.language();
    }

    public Instant now() {
        return scene.now();
    }

    /** The clock's time where the line is. */
    public ZonedDateTime time() {
        return now().atZone(zone());
    }

    /** The line's time zone. */
    public ZoneId zone() {
        return scene.zone();
    }

    /** Messages in a row that no handler took, without this one. */
    public int misunderstood() {
        return state.misunderstood();
    }

    /** Whether a form is open. */
    public boolean asking() {
        return state.asking();
    }

    /** What an earlier turn asked to {@link Reply#remember}. */
    public Optional<String> remembered(String name) {
        return Optional.ofNullable(state.memory().values().get(name));
    }

    /** What was asked and what is known, for the colleague who takes over. */
    public String summary() {
        String heard = String.join(
                "\n", state.memory().heard().stream().map(line -> "> " + line).toList());
        String known = state.memory().drafts().values().stream()
                .flatMap(draft -> draft.entrySet().stream())
                .map(Turn::line)
                .collect(Collectors.joining("\n"));
        return known.isEmpty() ? heard : heard + "\n" + known;
    }

    /** What a text may name in braces: {@code {customer.name}}, {@code {known.plan}}, {@code {entity.city}}. */
    public Map<String, String> words() {
        var words = new LinkedHashMap<String, String>();
        words.put("customer.name", customer().name());
        words.put("customer.id", String.valueOf(customer().id()));
        words.put("channel", channel().code());
        words.put("line", String.valueOf(line()));
        words.put("language", language());
        words.put("text", text());
        state.memory().values().forEach((name, value) -> words.put("known." + name, value));
        understanding.entities().forEach(entity -> words.putIfAbsent("entity." + entity.type(), entity.value()));
        return words;
    }

    private static String line(Map.Entry<String, String> slot) {
        return slot.getKey() + ": " + slot.getValue();
    }
}
