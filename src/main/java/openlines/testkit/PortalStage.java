package openlines.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import openlines.bot.Reason;
import openlines.plugin.script.Seen;
import openlines.plugin.script.Setting;
import openlines.plugin.script.Stage;

/**
 * A script's stage at a simulated portal: a line of its own, a customer, an operator, the bot at work in the runtime, and
 * real HTTP between them.
 */
final class PortalStage implements Stage {
    /** What the customer had written before a bot came that was not there to hear it. */
    private static final String BEFORE = "…";

    /** A line that leaves the time to the script: no timer of its own. */
    private static final Map<String, ?> QUIET = Map.of(
            "QUEUE_TIME", 0,
            "NO_ANSWER_TIME", 0,
            "AUTO_CLOSE_TIME", 0,
            "WELCOME_BOT_TIME", 0,
            "FULL_CLOSE_TIME", 0,
            "WELCOME_BOT_JOIN", "always",
            "WELCOME_BOT_LEFT", "queue");

    private static final Duration MOMENT = Duration.ofSeconds(1);

    private final TestPortal portal;
    private final long bot;
    private final Setting setting;
    private final long line;
    private final long customer;
    private final long operator;
    private final PortalEyes eyes;
    private long chat;

    PortalStage(TestPortal portal, long bot, Setting setting) {
        this.portal = portal;
        this.bot = bot;
        this.setting = setting;
        ControlFace control = portal.control();
        control.post("language", Map.of("code", setting.language()));
        JsonNode staff = control.get("lines").get(0).path("QUEUE");
        this.operator = staff.get(0).asLong();
        var fields = new LinkedHashMap<String, Object>(QUIET);
        fields.put("LINE_NAME", "Script");
        fields.put("QUEUE", Map.of("U", staff));
        this.line = control.post("lines", fields).path("ID").asLong();
        this.customer = control.post(
                        "customers",
                        Map.of(
                                "line", line,
                                "connector", setting.channel().code(),
                                "name", setting.customer()))
                .path("id")
                .asLong();
        this.eyes = new PortalEyes(portal.control(), bot, line);
    }

    @Override
    public boolean hearsFirstWords() {
        return chat == 0;
    }

    @Override
    public void joins(Reason reason) {
        switch (reason) {
            case WELCOME -> welcome();
            case NO_ANSWER -> inVain();
            case AFTER_HOURS -> closed();
            case CLOSING -> finished();
            case RETURNED -> returns();
        }
    }

    /** Without the customer's words, a bot comes to greet where an employee gives it the dialog. */
    private void welcome() {
        line(Map.of("WELCOME_BOT_ENABLE", "N", "WELCOME_BOT_ID", bot));
        says(BEFORE);
        returns();
    }

    /** Who was asked does not answer; the second time, a colleague has given it back to the queue before. */
    private void inVain() {
        line(Map.of("NO_ANSWER_BOT_ID", bot, "NO_ANSWER_TIME", MOMENT.toSeconds()));
        if (chat == 0) {
            says(BEFORE);
        } else {
            act("transfer", Map.of("QUEUE_ID", line));
        }
        waits(MOMENT);
        line(Map.of("NO_ANSWER_TIME", 0));
    }

    private void closed() {
        line(Map.of(
                "WORKTIME_DAYOFF_BOT_ID",
                bot,
                "WORKTIME_ENABLE",
                "Y",
                "WORKTIME_DAYOFF",
                List.of("MO", "TU", "WE", "TH", "FR", "SA", "SU")));
        says(BEFORE);
    }

    private void finished() {
        line(Map.of("CLOSE_BOT_ID", bot));
        says(BEFORE);
        act("answer", Map.of());
        act("finish", Map.of());
    }

    /** As it is every day: the first words bring the line's welcome bot. */
    @Override
    public void writes(String text) {
        if (chat == 0) {
            line(Map.of("WELCOME_BOT_ENABLE", "Y", "WELCOME_BOT_ID", bot));
        }
        says(text);
    }

    private void says(String text) {
        chat = portal.control()
                .post("customers/" + customer + "/say", Map.of("text", text))
                .path("chatId")
                .asLong();
        portal.settle();
    }

    @Override
    public void presses(String label) {
        if (!setting.channel().showsButtons()) {
            says(label);
            return;
        }
        ChatMessage message = eyes.messageWith(chat, label)
                .orElseThrow(() -> new IllegalArgumentException("there is no button '" + label + "'"));
        portal.control().post("chats/" + chat + "/press", Map.of("messageId", message.id(), "button", label));
        portal.settle();
    }

    @Override
    public void waits(Duration time) {
        portal.clock().advance(time);
    }

    @Override
    public void operator(String text) {
        JsonNode session = portal.control().get("chats/" + chat).path("session");
        if (session.path("operator").asLong() != operator
                || !session.path("stage").asText().equals("ANSWERED")) {
            act("answer", Map.of());
        }
        act("say", Map.of("text", text));
    }

    /** A colleague takes a moment: a portal tells times in seconds, and two events of one second may be one. */
    @Override
    public void returns() {
        waits(MOMENT);
        act("transfer", Map.of("USER_ID", bot));
    }

    @Override
    public List<Seen> seen() {
        return chat == 0 ? List.of() : eyes.look(chat);
    }

    private void line(Map<String, ?> fields) {
        portal.control().post("lines/" + line, fields);
    }

    private void act(String act, Map<String, ?> with) {
        portal.control().post("chats/" + chat + "/operators/" + operator + "/" + act, with);
        portal.settle();
    }
}
