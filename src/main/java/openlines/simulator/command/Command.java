package openlines.simulator.command;

import java.util.Map;
import java.util.TreeMap;

/**
 * A slash command of a bot.
 *
 * @param word without the slash
 * @param titles by language
 * @param hints what may follow the word, by language
 * @param common works in any chat, not only where the bot is
 * @param extranetSupport people from outside may use it
 * @param handlerUrl where a first-generation command is told; empty for the second generation
 */
public record Command(
        long id,
        long botId,
        String word,
        Map<String, String> titles,
        Map<String, String> hints,
        boolean common,
        boolean hidden,
        boolean extranetSupport,
        String handlerUrl) {

    public Command {
        titles = new TreeMap<>(titles);
        hints = new TreeMap<>(hints);
    }

    /** The portal speaks English; where that is missing, whatever comes first (which language is the default is on no page). */
    public String title() {
        return titles.getOrDefault(language(), "");
    }

    /** In the language of the title. */
    public String hint() {
        return hints.getOrDefault(language(), "");
    }

    private String language() {
        return titles.containsKey("en")
                ? "en"
                : titles.keySet().stream().findFirst().orElse("en");
    }
}
