package openlines.simulator.connector;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import openlines.simulator.engine.Json;
import openlines.simulator.engine.Kept;
import openlines.simulator.portal.User;
import openlines.simulator.portal.User.Kind;
import openlines.simulator.portal.Users;
import openlines.simulator.rest.Parameters;

/** The people whom connectors brought; their portal user follows what the connector tells of them. */
@Singleton
public final class Guests implements Kept {

    private static final int LONGEST_NAME = 25;
    private static final Pattern FOREIGN = Pattern.compile("[^\\p{L}\\p{M} '’-]");
    /** Digits with the usual signs between them; what exactly the portal takes is on no page (assumed). */
    private static final Pattern PHONE = Pattern.compile("\\+?[\\d ().-]{5,25}");

    private final Users users;
    private final Map<String, Long> byCode = new TreeMap<>();

    Guests(Users users) {
        this.users = users;
    }

    /** The user of the connector's {@code user} block, made at the first word and brought up to date. */
    User meet(Connector connector, Parameters person) {
        String key = connector.code() + "|" + person.text("id", "");
        Long known = byCode.get(key);
        User user = known == null ? users.add(Kind.CUSTOMER, "Guest", "") : users.get(known);
        byCode.put(key, user.id());
        describe(user, person);
        return user;
    }

    Optional<User> find(Connector connector, String code) {
        return Optional.ofNullable(byCode.get(connector.code() + "|" + code)).flatMap(users::find);
    }

    /** What is left out stays as it was (assumed). */
    private static void describe(User user, Parameters person) {
        if (!person.blank("name") || !person.blank("last_name")) {
            user.named(
                    person.text("name").map(Guests::clean).orElse(user.firstName()),
                    person.text("last_name").map(Guests::clean).orElse(user.lastName()));
        }
        String phone = person.text("phone")
                .filter(given -> person.text("skip_phone_validate", "").equals("Y") || valid(given))
                .orElse(user.phone());
        user.reachable(person.text("email").orElse(user.email()), phone);
        String gender = person.text("gender")
                .map(word -> word.equals("female") ? "F" : "M")
                .orElse(user.gender());
        user.looking(gender, person.tree("picture").text("url").orElse(user.avatar()));
    }

    /** No digits or special signs, 25 at most; that the portal leaves them out and does not refuse is assumed. */
    private static String clean(String name) {
        String plain = FOREIGN.matcher(name).replaceAll("").strip();
        return plain.length() <= LONGEST_NAME ? plain : plain.substring(0, LONGEST_NAME);
    }

    private static boolean valid(String phone) {
        long digits = phone.chars().filter(Character::isDigit).count();
        return PHONE.matcher(phone).matches() && digits >= 5 && digits <= 15;
    }

    @Override
    public String name() {
        return "connector-guests";
    }

    @Override
    public JsonNode save() {
        return Json.tree(byCode);
    }

    @Override
    public void load(JsonNode saved) {
        clear();
        byCode.putAll(Json.read(saved, new TypeReference<Map<String, Long>>() {}));
    }

    @Override
    public void clear() {
        byCode.clear();
    }
}
