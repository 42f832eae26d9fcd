package openlines.simulator.line;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The settings of a line that are plain values: their names in the portal's order, what they take, what they start with. */
public final class LineFields {

    /** What a setting takes. */
    public enum Kind {
        FLAG,
        NUMBER,
        TEXT,
        CHOICE
    }

    /** One setting; {@code choices} only of a CHOICE. */
    public record LineField(String name, Kind kind, String initial, List<String> choices) {

        /** The text to store, or null where the value is none that the setting takes. */
        @Nullable
        String accept(@Nullable Object value) {
            String text = value == null ? "" : value.toString();
            return switch (kind) {
                case TEXT -> text;
                case FLAG -> text.equals("Y") || text.equals("N") ? text : null;
                case NUMBER -> text.matches("-?\\d{1,18}") ? Long.toString(Long.parseLong(text)) : null;
                case CHOICE -> choices.contains(text) ? text : null;
            };
        }
    }

    // Initial values: those of an earlier revision of the portal's page, where it gave any; the figure's otherwise. The
    // figure's line shows no typing; one whose bots are at work and don't seem so would surprise, so a new line does.
    private static final String TABLE = """
            ACTIVE                          flag   N
            LINE_NAME                       text
            CRM                             flag   N
            CRM_CREATE                      text   none
            CRM_CREATE_SECOND               text   0
            CRM_CREATE_THIRD                flag   Y
            CRM_FORWARD                     flag   Y
            CRM_CHAT_TRACKER                flag   N
            CRM_TRANSFER_CHANGE             flag   Y
            CRM_SOURCE                      text   create
            QUEUE_TIME                      number 60
            NO_ANSWER_TIME                  number 60
            QUEUE_TYPE                      evenly|strictly|all
            CHECK_AVAILABLE                 flag   N
            WATCH_TYPING                    flag   Y
            WELCOME_BOT_ENABLE              flag   N
            WELCOME_MESSAGE                 flag   Y
            WELCOME_MESSAGE_TEXT            text
            VOTE_MESSAGE                    flag   Y
            VOTE_TIME_LIMIT                 number 0
            VOTE_BEFORE_FINISH              flag   N
            VOTE_CLOSING_DELAY              flag   N
            VOTE_MESSAGE_1_TEXT             text   Please rate the quality of service.
            VOTE_MESSAGE_1_LIKE             text   Thank you for your feedback!
            VOTE_MESSAGE_1_DISLIKE          text   We are sorry we couldn't assist you, we will strive to improve.
            VOTE_MESSAGE_2_TEXT             text   Please rate the quality of service.\\r\\n\\r\\nSend: 1 - good, 0 - bad
            VOTE_MESSAGE_2_LIKE             text   Thank you for your feedback!
            VOTE_MESSAGE_2_DISLIKE          text   We are sorry we couldn't assist you, we will strive to improve.
            AGREEMENT_MESSAGE               flag   N
            AGREEMENT_ID                    number 0
            CATEGORY_ENABLE                 flag   N
            CATEGORY_ID                     number 0
            WELCOME_BOT_JOIN                first|always
            WELCOME_BOT_ID                  number 0
            WELCOME_BOT_TIME                number 60
            WELCOME_BOT_LEFT                queue|close
            NO_ANSWER_RULE                  none|text
            NO_ANSWER_FORM_ID               number 0
            NO_ANSWER_BOT_ID                number 0
            NO_ANSWER_TEXT                  text
            WORKTIME_ENABLE                 flag   N
            WORKTIME_FROM                   text   9
            WORKTIME_TO                     text   18
            WORKTIME_TIMEZONE               text
            WORKTIME_DAYOFF_RULE            none|text
            WORKTIME_DAYOFF_FORM_ID         number 0
            WORKTIME_DAYOFF_BOT_ID          number 0
            WORKTIME_DAYOFF_TEXT            text
            CLOSE_RULE                      text|none
            CLOSE_FORM_ID                   number 0
            CLOSE_BOT_ID                    number 0
            CLOSE_TEXT                      text
            FULL_CLOSE_TIME                 number 10
            AUTO_CLOSE_RULE                 none|text
            AUTO_CLOSE_FORM_ID              number 0
            AUTO_CLOSE_BOT_ID               number 0
            AUTO_CLOSE_TIME                 number 0
            AUTO_CLOSE_TEXT                 text
            AUTO_EXPIRE_TIME                number 86400
            TEMPORARY                       flag   N
            LANGUAGE_ID                     text   en
            QUICK_ANSWERS_IBLOCK_ID         number 0
            SESSION_PRIORITY                number 0
            TYPE_MAX_CHAT                   answered_new|answered|closed
            MAX_CHAT                        number 0
            OPERATOR_DATA                   profile|queue|hide
            KPI_FIRST_ANSWER_TIME           number 0
            KPI_FIRST_ANSWER_ALERT          flag   N
            KPI_FIRST_ANSWER_TEXT           text   Employee #OPERATOR# exceeded the allowable response time to the client for the first message. Dialog №#DIALOG#.
            KPI_FURTHER_ANSWER_TIME         number 0
            KPI_FURTHER_ANSWER_ALERT        flag   N
            KPI_FURTHER_ANSWER_TEXT         text   Employee #OPERATOR# exceeded the allowable response time to the client for the message. Dialog №#DIALOG#.
            KPI_CHECK_OPERATOR_ACTIVITY     flag   N
            SEND_NOTIFICATION_EMPTY_QUEUE   flag   N
            USE_WELCOME_FORM                flag   N
            WELCOME_FORM_ID                 number 0
            WELCOME_FORM_DELAY              flag   Y
            SEND_WELCOME_EACH_SESSION       flag   N
            CONFIRM_CLOSE                   flag   Y
            IGNORE_WELCOME_FORM_RESPONSIBLE flag   N
            """;

    private static final Map<String, LineField> FIELDS = read();

    private LineFields() {}

    public static Map<String, LineField> all() {
        return FIELDS;
    }

    private static Map<String, LineField> read() {
        Map<String, LineField> fields = new LinkedHashMap<>();
        TABLE.lines().map(line -> line.strip().split(" +", 3)).forEach(words -> {
            String initial = words.length > 2 ? words[2].replace("\\r\\n", "\r\n") : "";
            LineField field = switch (words[1]) {
                case "flag" -> new LineField(words[0], Kind.FLAG, initial, List.of("Y", "N"));
                case "number" -> new LineField(words[0], Kind.NUMBER, initial, List.of());
                case "text" -> new LineField(words[0], Kind.TEXT, initial, List.of());
                default -> choice(words[0], Arrays.asList(words[1].split("\\|", -1)));
            };
            fields.put(field.name, field);
        });
        return Collections.unmodifiableMap(fields);
    }

    private static LineField choice(String name, List<String> choices) {
        return new LineField(name, Kind.CHOICE, choices.getFirst(), List.copyOf(choices));
    }
}
