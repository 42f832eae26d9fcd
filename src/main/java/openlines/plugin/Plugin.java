package openlines.plugin;

import java.util.List;
import openlines.bot.Conversation;
import openlines.bot.Problem;
import openlines.bot.Profile;
import openlines.nlp.phrase.PhraseBook;

/**
 * One loaded bot.
 *
 * @param name its folder's
 * @param profile who it is
 * @param conversation ready to talk
 * @param phrases what it is to be taught: its own phrases and the shared ones; those it does not handle teach it what
 *     is not meant for it
 * @param problems all that is wrong in it; a bot that has some must not start
 * @param hints what is odd in it, though it runs: a text that has no translation
 */
public record Plugin(
        String name,
        Profile profile,
        Conversation conversation,
        PhraseBook phrases,
        List<Problem> problems,
        List<Problem> hints) {
    public Plugin {
        problems = List.copyOf(problems);
        hints = List.copyOf(hints);
    }

    Plugin with(List<Problem> odd) {
        return new Plugin(name, profile, conversation, phrases, problems, odd);
    }

    /** Without its phrases, which are many. */
    @Override
    public String toString() {
        return "bot " + name + (problems.isEmpty() ? "" : " with problems " + problems);
    }
}
