package openlines.simulator.connector;

import jakarta.inject.Singleton;
import java.util.List;
import openlines.simulator.chat.Message;
import openlines.simulator.chat.Uploads;
import openlines.simulator.connector.Outbound.Route;
import openlines.simulator.engine.JsonMap;
import openlines.simulator.line.Line;
import openlines.simulator.line.Lines;
import openlines.simulator.portal.Users;
import openlines.simulator.rest.Value;

/** What a message looks like on its way out: the author's name before the text, in BB codes, and its files. */
@Singleton
final class Signature {

    private final Users users;
    private final Lines lines;
    private final Uploads uploads;

    Signature(Users users, Lines lines, Uploads uploads) {
        this.users = users;
        this.lines = lines;
        this.uploads = uploads;
    }

    /** {@code [b]Klaus Weber:[/b] [br]Guten Tag!} in the add event, the space behind the break in the update (observed). */
    String signed(Route route, Message message, String separator) {
        String name = route.options().signature() ? name(route, message) : "";
        return name.isEmpty() ? message.text() : "[b]" + name + ":[/b]" + separator + message.text();
    }

    /** Nobody signs for the line; with OPERATOR_DATA hide the line's own card stands for all (assumed). */
    private String name(Route route, Message message) {
        if (message.system()) {
            return "";
        }
        return lines.find(route.strand().lineId())
                .filter(line -> line.text("OPERATOR_DATA").equals("hide"))
                .map(Signature::card)
                .orElseGet(() -> users.get(message.authorId()).name());
    }

    private static String card(Line line) {
        return Value.text(line.operatorCard().get("NAME")).orElse("");
    }

    List<JsonMap> files(Message message) {
        return Value.list(message.params().get("FILE_ID")).stream()
                .flatMap(id -> Value.number(id).stream())
                .flatMap(id -> uploads.find(id).stream())
                .map(file ->
                        JsonMap.of("url", file.url()).with("name", file.name()).with("type", file.type()))
                .toList();
    }
}
