package openlines.plugin.table;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import openlines.bot.Nearest;
import openlines.bot.Origin;
import openlines.bot.Problem;
import openlines.plugin.yaml.Tree;

/** What a bot declares, so that whatever names it can be checked while it is compiled. */
final class Names {
    static final String FAQ = "faq.";

    private final Set<String> intents = new LinkedHashSet<>();
    private final Map<String, Set<String>> forms = new LinkedHashMap<>();
    private final Set<String> menus;
    private final Set<String> settings;
    private final boolean hours;
    private final List<Problem> problems;

    Names(Tree.Branch bot, List<Problem> problems) {
        this.problems = problems;
        intents.addAll(keys(bot, "intents"));
        keys(bot, "faq").forEach(question -> intents.add(FAQ + question));
        bot.branch("forms").ifPresent(all -> all.forEach((form, tree) -> forms.put(form, slots(tree))));
        menus = keys(bot, "menus");
        settings = keys(bot, "settings");
        hours = bot.branch("hours").isPresent();
    }

    private static Set<String> keys(Tree.Branch bot, String section) {
        return bot.branch(section).map(found -> found.entries().keySet()).orElse(Set.of());
    }

    private static Set<String> slots(Tree form) {
        return form instanceof Tree.Branch branch ? keys(branch, "slots") : Set.of();
    }

    Set<String> slotsOf(String form) {
        return forms.getOrDefault(form, Set.of());
    }

    Set<String> settings() {
        return settings;
    }

    boolean hasHours() {
        return hours;
    }

    void intent(String name, Origin at) {
        declared("intent", name, intents, at, "; write it under intents");
    }

    void menu(String name, Origin at) {
        declared("menu", name, menus, at, "; write it under menus");
    }

    void form(String name, Origin at) {
        declared("form", name, forms.keySet(), at, "; write it under forms");
    }

    private void declared(String what, String name, Collection<String> known, Origin at, String else_) {
        if (!known.contains(name)) {
            tell(
                    at,
                    "there is no " + what + " '" + name + "'"
                            + Nearest.to(name, known)
                                    .map(near -> "; did you mean '" + near + "'?")
                                    .orElse(else_));
        }
    }

    void tell(Origin at, String what) {
        problems.add(new Problem(at, what));
    }

    /** The problems so far, for what compiles beside this. */
    List<Problem> problems() {
        return new ArrayList<>(problems);
    }
}
