package openlines.bitrix24.event;

import java.util.List;

/** What happens in a chat that a bot is in. */
public sealed interface DialogEvent extends PortalEvent {

    /** Which bot, which chat, who, in which language. */
    Where where();

    /** What tells this event from every other of its bot: the same again is a repeat. */
    String key();

    /** Somebody wrote. */
    record MessageAdded(Where where, String key, long messageId, String text, boolean system, List<String> files)
            implements DialogEvent {
        public MessageAdded {
            files = List.copyOf(files);
        }
    }

    /** The bot came into the chat. */
    record BotJoined(Where where, String key) implements DialogEvent {}

    /** A command of the bot was typed, or a button that carries one was pressed. */
    record CommandGiven(Where where, String key, long messageId, String command, String parameters)
            implements DialogEvent {}

    /**
     * Where and by whom.
     *
     * @param botId the bot's user id in the portal
     * @param botCode as it was registered
     * @param chatId the chat's number
     * @param dialogId where to answer: {@code chat5}, or a user's id
     * @param line the open line's side of the chat
     * @param author who did it
     * @param language of the portal, {@code ""} where it was not told
     */
    record Where(long botId, String botCode, long chatId, String dialogId, Line line, Author author, String language) {}

    /**
     * The open line that a chat belongs to.
     *
     * @param connector {@code livechat}, or a connector's own code; {@code ""} where the chat is of no line
     * @param id the line, 0 where unknown
     * @param customer the portal's user that stands for the customer
     * @param session 0 where the event did not tell
     * @param code the chat's own, {@code livechat|22|1775|599}
     */
    record Line(String connector, long id, long customer, long session, String code) {
        static final Line NONE = new Line("", 0, 0, 0, "");

        /** Reads {@code livechat|22|1775|599} and {@code Y|LEAD|1209|N|N|343|…}, whose sixth part is the session. */
        public static Line of(String entityType, String entityId, String entityData1) {
            if (!entityType.equals("LINES")) {
                return NONE;
            }
            String[] parts = entityId.split("\\|", -1);
            String[] data = entityData1.split("\\|", -1);
            return new Line(
                    parts[0],
                    parts.length > 1 ? whole(parts[1]) : 0,
                    parts.length > 3 ? whole(parts[parts.length - 1]) : 0,
                    data.length > 5 ? whole(data[5]) : 0,
                    entityId);
        }

        private static long whole(String digits) {
            return digits.length() < 19 && digits.matches("\\d+") ? Long.parseLong(digits) : 0;
        }
    }

    /** Who did it: a customer comes through a connector. */
    record Author(long id, String name, boolean customer, boolean bot) {}
}
