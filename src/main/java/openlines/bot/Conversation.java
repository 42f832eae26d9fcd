package openlines.bot;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A bot ready to talk: takes what happened and a dialog's state, gives what happens next. Pure, and safe to share among
 * threads as far as the bot's own handlers are.
 */
public final class Conversation {
    private final Profile profile;
    private final Routes routes;
    private final Translations translations;

    private Conversation(Profile profile, Routes routes) {
        this.profile = profile;
        this.routes = routes;
        this.translations = profile.translations().over(DefaultTexts.ALL);
    }

    /** Has the bot write its table. What is wrong in it, {@link #problems} tells. */
    public static Conversation of(Profile profile, Bot bot) {
        var dialog = new Dialog();
        bot.define(dialog);
        return new Conversation(profile, dialog.routes());
    }

    public Profile profile() {
        return profile;
    }

    /** All that is wrong in the bot, given the intents that have phrases; empty for a bot that may start. */
    public List<Problem> problems(Set<String> intentsWithPhrases) {
        return routes.problems(intentsWithPhrases);
    }

    /** The intents that have a handler. */
    public Set<String> intents() {
        return routes.intents().keySet();
    }

    /** The names of the bot's slash commands. */
    public Set<String> commands() {
        return routes.commands().keySet();
    }

    /** One turn. Throws whatever the bot's handler throws: {@link Happening.Failed} is then the next thing to take. */
    public Outcome take(Happening happening, Scene scene, DialogState before, Reader reader) {
        return new TurnInHand(profile, routes, scene, reader)
                .take(happening, settled(before, scene))
                .finish(translations);
    }

    private DialogState settled(DialogState state, Scene scene) {
        if (!state.language().isEmpty()) {
            return state;
        }
        return state.speaking(profile.languages().contains(scene.language()) ? scene.language() : profile.language());
    }

    /** What a form expects makes some intents likelier. */
    static Set<String> expected(Optional<Slot> slot) {
        return slot.map(Slot::type).filter(SlotType.YesNo.class::isInstance).isPresent()
                ? Set.of("yes", "no")
                : Set.of();
    }

    /** What a handler's value unfolds to, in order. */
    static List<Reply> parts(Reply reply) {
        var parts = new ArrayList<Reply>();
        if (reply instanceof Sequence(var several)) {
            several.forEach(part -> parts.addAll(parts(part)));
        } else {
            parts.add(reply);
        }
        return parts;
    }
}
