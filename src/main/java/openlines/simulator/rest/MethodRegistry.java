package openlines.simulator.rest;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;

/** All methods by name, in any letter case. */
@Singleton
public final class MethodRegistry {

    private final TreeMap<String, RestMethod> byName = new TreeMap<>();

    MethodRegistry(List<RestMethods> groups) {
        groups.stream().flatMap(group -> group.methods().stream()).forEach(method -> {
            RestMethod twin = byName.put(method.name().toLowerCase(Locale.ROOT), method);
            if (twin != null) {
                throw new IllegalStateException("two methods are called " + method.name());
            }
        });
    }

    public Optional<RestMethod> find(String name) {
        return Optional.ofNullable(byName.get(name.toLowerCase(Locale.ROOT)));
    }

    public Collection<RestMethod> all() {
        return byName.values();
    }

    RestMethod get(String name) {
        return find(name)
                .orElseThrow(() -> new RestError(
                        404, "ERROR_METHOD_NOT_FOUND", "Method not found! Did you mean " + nearest(name) + "?"));
    }

    private String nearest(String name) {
        String wanted = name.length() > 100 ? name.substring(0, 100) : name;
        return byName.values().stream()
                .map(RestMethod::name)
                .min((one, other) -> distance(one, wanted) - distance(other, wanted))
                .orElse("");
    }

    private static int distance(String left, String right) {
        String one = left.toLowerCase(Locale.ROOT);
        String other = right.toLowerCase(Locale.ROOT);
        int[] row = new int[other.length() + 1];
        for (int i = 0; i <= one.length(); i++) {
            int diagonal = i - 1;
            for (int j = 0; j <= other.length(); j++) {
                int above = row[j];
                if (i == 0) {
                    row[j] = j;
                } else if (j == 0) {
                    row[j] = i;
                } else {
                    int change = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
                    row[j] = Math.min(Math.min(above, row[j - 1]) + 1, diagonal + change);
                }
                diagonal = above;
            }
        }
        return row[other.length()];
    }
}
