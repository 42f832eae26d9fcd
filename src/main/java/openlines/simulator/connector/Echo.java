package openlines.simulator.connector;

import java.util.List;
import openlines.simulator.engine.JsonMap;
import openlines.simulator.rest.Parameters;

/** The part of an answer that repeats what a message came with, in the portal's peculiar forms. */
final class Echo {

    private Echo() {}

    /** The date as an empty object, the files as an empty list even where one was sent (both observed). */
    static JsonMap whole(Piece piece, String user, boolean filesAlways) {
        JsonMap message = id(piece.message())
                .with("date", new JsonMap())
                .with("text", piece.message().text("text", ""));
        if (filesAlways || piece.message().has("files")) {
            message.put("files", List.of());
        }
        JsonMap chat = id(piece.chat());
        piece.chat().text("name").ifPresent(name -> chat.put("name", name));
        JsonMap echo = JsonMap.of("user", user).with("message", message).with("chat", described(chat, piece));
        JsonMap extra = extra(piece);
        return extra.isEmpty() ? echo : echo.with("extra", extra);
    }

    /** Of a deletion: only what was passed in. */
    static JsonMap ids(Piece piece, String user) {
        JsonMap message = id(piece.message());
        for (String given : List.of("date", "text", "files")) {
            if (piece.message().has(given)) {
                message.put(given, piece.message().raw(given));
            }
        }
        return JsonMap.of("user", user).with("message", message).with("chat", described(id(piece.chat()), piece));
    }

    private static JsonMap id(Parameters block) {
        JsonMap id = new JsonMap();
        block.text("id").ifPresent(text -> id.put("id", text));
        return id;
    }

    private static JsonMap described(JsonMap chat, Piece piece) {
        piece.chat()
                .text("url")
                .filter(url -> !url.isEmpty())
                .ifPresent(url -> chat.put("description", "Link to the original post: " + url));
        return chat;
    }

    private static JsonMap extra(Piece piece) {
        JsonMap extra = new JsonMap();
        if (piece.other().text("skip_phone_validate", "").equals("Y")) {
            extra.put("skip_phone_validate", "Y");
        }
        if (piece.message().text("disable_crm", "").equals("Y")) {
            extra.put("disable_tracker", "Y");
        }
        return extra;
    }
}
