package openlines.plugin.table;

import java.util.Set;

/**
 * Where a reply stands.
 *
 * @param path names it among all of the bot's replies; a button carries it
 * @param answers the form's slots that its texts may name
 * @param up the menu above it, {@code ""} where there is none
 */
record Scope(String path, Set<String> answers, String up) {
    static Scope of(String path) {
        return new Scope(path, Set.of(), "");
    }

    static Scope done(String form, Set<String> answers) {
        return new Scope("forms/" + form, answers, "");
    }

    /** Behind a button: another turn, so the answers are gone; a menu's button leads back to it. */
    Scope behind(String label, boolean menu) {
        return new Scope(path + '/' + label, Set.of(), menu ? path : "");
    }

    Scope withoutUp() {
        return new Scope(path, answers, "");
    }

    boolean inMenu() {
        return path.startsWith("menus/");
    }
}
