package openlines.runtime;

import java.util.ArrayList;
import java.util.List;
import openlines.bot.Act;
import openlines.bot.Finish;
import openlines.bot.Handoff;
import openlines.bot.Lead;
import openlines.bot.Say;

/** Writes a turn's acts as letters: one for each call. */
final class Letters {
    /** The portal cuts longer texts. */
    static final int LONGEST = 20_000;

    private Letters() {}

    static List<Letter> of(List<Act> acts) {
        var letters = new ArrayList<Letter>();
        for (Act act : acts) {
            switch (act) {
                case Say say -> messages(letters, say);
                case Lead(var title, var name, var phone, var email, var comment) ->
                    letters.add(new Letter.Lead(title, name, phone, email, comment));
                case Handoff(var target, var note) -> {
                    if (!note.isBlank()) {
                        split(note).forEach(part -> letters.add(new Letter.Message(part, List.of(), true, List.of())));
                    }
                    letters.add(
                            switch (target) {
                                case Handoff.ToQueue _ -> new Letter.ToQueue();
                                case Handoff.ToLine(var line) -> new Letter.ToLine(line);
                                case Handoff.ToEmployee(var user) -> new Letter.ToEmployee(user);
                            });
                }
                case Finish _ -> letters.add(new Letter.Finish());
            }
        }
        return letters;
    }

    private static void messages(List<Letter> letters, Say say) {
        List<String> parts = split(say.text());
        for (int at = 0; at < parts.size(); at++) {
            boolean last = at == parts.size() - 1;
            letters.add(new Letter.Message(
                    parts.get(at),
                    last ? say.keyboard().buttons() : List.of(),
                    say.aside(),
                    last ? say.attachments() : List.of()));
        }
    }

    /** At the end of a sentence, of a line or of a word, whichever comes first back from the bound. */
    static List<String> split(String text) {
        var parts = new ArrayList<String>();
        String rest = text.strip();
        while (rest.length() > LONGEST) {
            int cut = cut(rest);
            parts.add(rest.substring(0, cut).strip());
            rest = rest.substring(cut).strip();
        }
        if (!rest.isEmpty()) {
            parts.add(rest);
        }
        return parts;
    }

    private static int cut(String text) {
        int half = LONGEST / 2;
        for (int at = LONGEST; at > half; at--) {
            if (Character.isWhitespace(text.charAt(at)) && ".!?…。".indexOf(text.charAt(at - 1)) >= 0) {
                return at;
            }
        }
        for (int at = LONGEST; at > half; at--) {
            if (Character.isWhitespace(text.charAt(at))) {
                return at;
            }
        }
        return Character.isLowSurrogate(text.charAt(LONGEST)) ? LONGEST - 1 : LONGEST;
    }
}
