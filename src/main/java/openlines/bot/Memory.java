package openlines.bot;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What was told in a dialog.
 *
 * @param drafts form, slot, value: answers to forms that are not submitted yet
 * @param values what handlers asked to {@link Reply#remember}
 * @param heard the customer's last messages, oldest first
 */
public record Memory(Map<String, Map<String, String>> drafts, Map<String, String> values, List<String> heard) {
    private static final int HEARD = 10;

    public Memory {
        drafts = Map.copyOf(drafts);
        values = Map.copyOf(values);
        heard = List.copyOf(heard);
    }

    Map<String, String> draft(String form) {
        return drafts.getOrDefault(form, Map.of());
    }

    Memory filled(String form, String slot, String value) {
        var draft = new LinkedHashMap<>(draft(form));
        draft.put(slot, value);
        return withDraft(form, draft);
    }

    Memory emptied(String form, String slot) {
        var draft = new LinkedHashMap<>(draft(form));
        draft.remove(slot);
        return withDraft(form, draft);
    }

    Memory without(String form) {
        var rest = new LinkedHashMap<>(drafts);
        rest.remove(form);
        return new Memory(rest, values, heard);
    }

    Memory remembering(String name, String value) {
        var more = new LinkedHashMap<>(values);
        if (value.isEmpty()) {
            more.remove(name);
        } else {
            more.put(name, value);
        }
        return new Memory(drafts, more, heard);
    }

    Memory hearing(String text) {
        var more = new ArrayList<>(heard);
        more.add(
                text.length() > 300
                        ? text.substring(0, text.offsetByCodePoints(0, text.codePointCount(0, 300))) + "…"
                        : text);
        return new Memory(drafts, values, more.size() > HEARD ? more.subList(more.size() - HEARD, more.size()) : more);
    }

    private Memory withDraft(String form, Map<String, String> draft) {
        var all = new LinkedHashMap<>(drafts);
        all.put(form, Map.copyOf(draft));
        return new Memory(all, values, heard);
    }
}
