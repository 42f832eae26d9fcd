package openlines.bot;

import java.util.Map;

/** What the framework itself says, where a bot says nothing of its own. */
final class DefaultTexts {
    static final String SORRY = "Sorry, something went wrong on my side. I am calling a colleague.";
    static final String STOPPED = "All right, I have stopped.";
    static final String NOT_UNDERSTOOD = "Sorry, I did not understand. Could you say it in other words?";
    static final String COLLEAGUE = "I am calling a colleague.";

    /** A menu's way up. */
    static final String BACK = "Back";

    static final Translations ALL = new Translations(Map.of(
            "ru",
            Map.of(
                    SORRY, "Извините, у меня что-то пошло не так. Зову коллегу.",
                    STOPPED, "Хорошо, остановимся.",
                    NOT_UNDERSTOOD, "Извините, я не понял. Скажите, пожалуйста, другими словами.",
                    COLLEAGUE, "Зову коллегу.",
                    BACK, "Назад"),
            "de",
            Map.of(
                    SORRY, "Entschuldigung, bei mir ist etwas schiefgegangen. Ich rufe einen Kollegen.",
                    STOPPED, "Gut, ich höre auf.",
                    NOT_UNDERSTOOD, "Entschuldigung, das habe ich nicht verstanden. Können Sie es anders sagen?",
                    COLLEAGUE, "Ich rufe einen Kollegen.",
                    BACK, "Zurück")));

    private DefaultTexts() {}
}
