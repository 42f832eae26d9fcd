package openlines.simulator.content;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The sixteen colours of chats and bots: {@code lightBlue} in the second generation, {@code LIGHT_BLUE} in the first. */
public final class Palette {

    private static final Map<String, String> BY_NAME = new LinkedHashMap<>();

    static {
        BY_NAME.put("RED", "#df532d");
        BY_NAME.put("GREEN", "#64a513");
        BY_NAME.put("MINT", "#4ba984");
        BY_NAME.put("LIGHT_BLUE", "#4ba5c3");
        BY_NAME.put("DARK_BLUE", "#3e99ce");
        BY_NAME.put("PURPLE", "#8474c8");
        BY_NAME.put("AQUA", "#1eb4aa");
        BY_NAME.put("PINK", "#f76187");
        BY_NAME.put("LIME", "#58cc47");
        BY_NAME.put("BROWN", "#ab7761");
        BY_NAME.put("AZURE", "#29619b");
        BY_NAME.put("KHAKI", "#728f7a");
        BY_NAME.put("SAND", "#ba9c7b");
        BY_NAME.put("MARENGO", "#556574");
        BY_NAME.put("GRAY", "#909090");
        BY_NAME.put("GRAPHITE", "#5e5f5e");
    }

    private Palette() {}

    /** Of {@code LIGHT_BLUE}. */
    public static Optional<String> ofName(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }

    /** Of {@code lightBlue}; one of the portal's own tutorials writes {@code GREEN}, so capitals do as well. */
    public static Optional<String> ofCode(String code) {
        return ofName(code.equals(code.toUpperCase(Locale.ROOT)) ? code : camel(code));
    }

    private static String camel(String code) {
        return code.replaceAll("([A-Z])", "_$1").toUpperCase(Locale.ROOT);
    }

    /** Empty where the colour is none of these. */
    public static String name(String hex) {
        return BY_NAME.entrySet().stream()
                .filter(color -> color.getValue().equalsIgnoreCase(hex))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse("");
    }
}
