package openlines.plugin.table;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import openlines.bot.Dialog;
import openlines.bot.FormPlan;
import openlines.bot.Reply;
import openlines.bot.Slot;
import openlines.bot.SlotType;
import openlines.plugin.yaml.Tree;

/** Compiles forms: slots in order, and what is answered when all are known. */
final class Forms {
    private static final String FREE = "text";

    private final Names names;
    private final Texts texts;
    private final Steps steps;

    Forms(Names names, Texts texts, Steps steps) {
        this.names = names;
        this.texts = texts;
        this.steps = steps;
    }

    List<Consumer<Dialog>> routes(Tree.Branch forms) {
        List<Consumer<Dialog>> routes = new ArrayList<>();
        forms.entries().forEach((name, entry) -> {
            if (entry.value() instanceof Tree.Branch form) {
                FormPlan plan = plan(name, form);
                Step done = form.get("done")
                        .map(tree -> steps.reply(tree, Scope.done(name, names.slotsOf(name))))
                        .orElse(moment -> Reply.silence());
                routes.add(on -> on.at(entry.key())
                        .form(plan, (turn, value) -> done.take(new Moment(turn, ((Answers) value).bySlot()))));
            }
        });
        return routes;
    }

    private FormPlan plan(String name, Tree.Branch form) {
        List<Slot> slots = new ArrayList<>();
        form.branch("slots").ifPresent(all -> all.forEach((slot, tree) -> slots.add(slot(name, slot, tree))));
        return new FormPlan(name, slots, Answers::new);
    }

    /** What a form in YAML makes of its answers. */
    record Answers(Map<String, String> bySlot) {
        Answers {
            bySlot = Map.copyOf(bySlot);
        }
    }

    private Slot slot(String form, String name, Tree tree) {
        Set<String> earlier = names.slotsOf(form);
        if (Texts.isText(tree)) {
            String question = texts.question(tree, earlier);
            return new Slot(name, question, question, new SlotType.Free(), false);
        }
        if (!(tree instanceof Tree.Branch slot)) {
            return new Slot(name, "", "", new SlotType.Free(), false);
        }
        String question =
                slot.get("ask").map(ask -> texts.question(ask, earlier)).orElse("");
        String again =
                slot.get("again").map(words -> texts.question(words, earlier)).orElse(question);
        return new Slot(
                name,
                question,
                again,
                type(slot),
                slot.text("optional").orElse("").equals("true"));
    }

    private SlotType type(Tree.Branch slot) {
        long kinds = Stream.of("type", "entity", "choices")
                .filter(key -> slot.get(key).isPresent())
                .count();
        if (kinds > 1) {
            names.tell(slot.at(), "a slot takes a type, an entity or choices; leave one of them");
        }
        Optional<SlotType> choices = slot.get("choices").map(this::choices);
        return choices.orElseGet(() -> slot.text("entity")
                .<SlotType>map(SlotType.Found::new)
                .orElseGet(() -> byName(slot.text("type").orElse(FREE))));
    }

    private static SlotType byName(String type) {
        return switch (type) {
            case FREE -> new SlotType.Free();
            case "name" -> new SlotType.Named();
            case "whole" -> new SlotType.Whole();
            case "yes-no" -> new SlotType.YesNo();
            default -> new SlotType.Found(type);
        };
    }

    private SlotType choices(Tree tree) {
        Map<String, Tree> labels = new LinkedHashMap<>();
        switch (tree) {
            case Tree.Items(var all, var ignored) ->
                all.forEach(item -> {
                    if (item instanceof Tree.Leaf leaf) {
                        labels.put(texts.label(leaf), leaf);
                    }
                });
            case Tree.Branch branch -> branch.forEach(labels::put);
            case Tree.Leaf ignored -> {}
        }
        labels.forEach((value, label) -> texts.choice(value, label));
        return new SlotType.OneOf(List.copyOf(labels.keySet()));
    }
}
