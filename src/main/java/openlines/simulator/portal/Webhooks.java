package openlines.simulator.portal;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import openlines.simulator.engine.Dice;
import openlines.simulator.engine.Json;
import openlines.simulator.engine.Kept;

/** Incoming webhooks by their secret code. */
@Singleton
public final class Webhooks implements Kept {

    /** Acts as the employee who made it, within its scopes. */
    public record Webhook(String code, long userId, Set<String> scope) {
        public Webhook {
            scope = new TreeSet<>(scope);
        }
    }

    private final Dice dice;
    private final Map<String, Webhook> byCode = new LinkedHashMap<>();

    Webhooks(Dice dice) {
        this.dice = dice;
    }

    public Webhook add(long userId, Set<String> scope) {
        Webhook webhook = new Webhook(dice.hex(16), userId, scope);
        byCode.put(webhook.code, webhook);
        return webhook;
    }

    public Optional<Webhook> find(long userId, String code) {
        return Optional.ofNullable(byCode.get(code)).filter(webhook -> webhook.userId == userId);
    }

    public Collection<Webhook> all() {
        return byCode.values();
    }

    @Override
    public String name() {
        return "webhooks";
    }

    @Override
    public JsonNode save() {
        return Json.tree(byCode.values());
    }

    @Override
    public void load(JsonNode saved) {
        clear();
        Json.read(saved, new TypeReference<java.util.List<Webhook>>() {})
                .forEach(webhook -> byCode.put(webhook.code, webhook));
    }

    @Override
    public void clear() {
        byCode.clear();
    }
}
