package openlines.simulator.file;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Singleton;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import openlines.simulator.engine.Dice;
import openlines.simulator.engine.Json;
import openlines.simulator.engine.Kept;
import openlines.simulator.engine.Shelf;
import openlines.simulator.portal.Address;

/** What is in uploaded files, at an address of the portal each; and links that give it out once. */
@Singleton
public final class Contents implements Kept {

    /** Bytes as Base64, as they came. */
    public record Content(long id, String name, String base64) {
        byte[] bytes() {
            return Base64.getDecoder().decode(base64);
        }
    }

    private final Address address;
    private final Dice dice;
    private final Shelf<Content> shelf = new Shelf<>(Content.class, 9001);
    private final Map<String, Long> links = new TreeMap<>();

    Contents(Address address, Dice dice) {
        this.address = address;
        this.dice = dice;
    }

    /** Answers the address. */
    public String keep(String name, String base64) {
        long id = shelf.nextId();
        shelf.put(id, new Content(id, name, base64));
        return address.url() + "/f/" + id;
    }

    public Optional<Content> find(long id) {
        return shelf.find(id);
    }

    /** A link that works once; what lies elsewhere is linked as it is (assumed). */
    public String link(String kind, String url) {
        String own = address.url() + "/f/";
        if (!url.startsWith(own)) {
            return url;
        }
        String token = kind + "|" + dice.hex(40);
        links.put(token, Long.valueOf(url.substring(own.length())));
        return address.clientEndpoint() + "download.json?token=" + token.replace("|", "%7C");
    }

    /** Spends the link. */
    public Optional<Content> take(String token) {
        return Optional.ofNullable(links.remove(token)).flatMap(shelf::find);
    }

    private record Saved(JsonNode contents, Map<String, Long> links) {}

    @Override
    public String name() {
        return "contents";
    }

    @Override
    public JsonNode save() {
        return Json.tree(new Saved(shelf.save(), links));
    }

    @Override
    public void load(JsonNode saved) {
        clear();
        Saved old = Json.read(saved, Saved.class);
        shelf.load(old.contents);
        links.putAll(old.links);
    }

    @Override
    public void clear() {
        shelf.clear();
        links.clear();
    }
}
