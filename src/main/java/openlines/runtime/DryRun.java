package openlines.runtime;

import java.util.List;
import openlines.bitrix24.event.DialogEvent.Author;
import openlines.bitrix24.event.DialogEvent.Line;
import openlines.bitrix24.event.DialogEvent.Where;
import openlines.bitrix24.rest.Call;
import openlines.bot.Act;
import openlines.store.BotEntry;

/** The calls that a turn's acts would come to, without making them: what an author looks at before there is a portal. */
public final class DryRun {
    private static final BotEntry BOT =
            new BotEntry(1, 1, "bot", BotEntry.Generation.V2, BotEntry.Delivery.WEBHOOK, "", "", 0);

    private DryRun() {}

    /** The calls in a chat of this connector, in their order. */
    public static List<Call> calls(List<Act> acts, String connector) {
        var where = new Where(
                1,
                BOT.code(),
                1,
                "chat1",
                new Line(connector, 1, 1, 1, connector + "|1|1|1"),
                new Author(1, "", true, false),
                "");
        return Letters.of(acts).stream()
                .map(letter -> Wording.of(letter, where, BOT, "1.1"))
                .toList();
    }
}
