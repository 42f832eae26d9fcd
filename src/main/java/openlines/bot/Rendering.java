package openlines.bot;

import java.util.ArrayList;
import java.util.List;

/** Turns what a turn says into what is sent: translated, and numbered where the channel shows no buttons. */
record Rendering(Scene scene, Translations translations) {
    Outcome outcome(
            List<Act> acts, DialogState state, List<Timer> timers, String handler, Understanding understanding) {
        var rendered = new ArrayList<Act>();
        List<Button> offered = state.offered();
        boolean spoke = false;
        for (Act act : acts) {
            if (act instanceof Say say) {
                List<Button> buttons = translated(say.keyboard(), state.language());
                if (!spoke || !buttons.isEmpty()) {
                    offered = buttons;
                }
                spoke = true;
                rendered.add(shown(say, buttons, state.language()));
            } else {
                offered = act instanceof Lead ? offered : List.of();
                rendered.add(act);
            }
        }
        return new Outcome(rendered, state.offering(offered), timers, handler, understanding);
    }

    private Say shown(Say say, List<Button> buttons, String language) {
        String text = say.in(translations, language);
        boolean isPlain = buttons.isEmpty() && say.attachments().isEmpty();
        if (isPlain || scene.channel().showsButtons()) {
            return new Say(text, List.of(), new Keyboard(buttons), say.aside(), say.attachments());
        }
        var numbered = new StringBuilder(text);
        int number = 0;
        for (Button button : buttons) {
            numbered.append('\n');
            numbered.append(
                    button.link().isEmpty() ? ++number + ". " + button.label() : button.label() + ": " + button.link());
        }
        say.attachments()
                .forEach(one ->
                        numbered.append('\n').append(one.name()).append(": ").append(one.address()));
        return new Say(numbered.toString(), List.of(), Keyboard.NONE, say.aside());
    }

    private List<Button> translated(Keyboard keyboard, String language) {
        return keyboard.buttons().stream()
                .map(button -> new Button(translations.find(language, button.label()), button.payload(), button.link()))
                .toList();
    }
}
