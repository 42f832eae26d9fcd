package openlines.simulator.bot.v2;

import jakarta.inject.Singleton;
import java.util.List;
import openlines.simulator.chat.Chat;
import openlines.simulator.chat.Draft;
import openlines.simulator.chat.File;
import openlines.simulator.chat.Message;
import openlines.simulator.chat.Messages;
import openlines.simulator.chat.Uploads;
import openlines.simulator.engine.Dates;
import openlines.simulator.engine.JsonMap;
import openlines.simulator.file.Base64Text;
import openlines.simulator.file.Contents;
import openlines.simulator.portal.Users;
import openlines.simulator.rest.Call;
import openlines.simulator.rest.Parameters;
import openlines.simulator.rest.RestError;

/** Takes a file into a chat, with the message that shows it. */
@Singleton
final class FileIntake {

    private static final long LARGEST = 100L * 1024 * 1024;

    /** A file as a call gives it. */
    record Given(String name, String base64, long size, String message) {}

    private final Contents contents;
    private final Uploads uploads;
    private final Messages messages;
    private final Users users;

    FileIntake(Contents contents, Uploads uploads, Messages messages, Users users) {
        this.contents = contents;
        this.uploads = uploads;
        this.messages = messages;
        this.users = users;
    }

    static Given given(Call call, String nothing) {
        Parameters fields = call.params().tree("fields");
        String name = fields.text("name", "").strip();
        String content = fields.text("content", "").replaceAll("\\s", "");
        if (name.isEmpty() || content.isEmpty()) {
            throw RestError.of("FILE_EMPTY", nothing);
        }
        byte[] bytes = Base64Text.bytes(content)
                .orElseThrow(() -> RestError.of("FILE_INVALID_CONTENT", "Invalid base64 content"));
        if (bytes.length > LARGEST) {
            throw RestError.of("FILE_TOO_LARGE", "File is too large");
        }
        return new Given(name, content, bytes.length, fields.text("message", ""));
    }

    JsonMap take(Given given, Chat chat, long author) {
        File file = uploads.add(chat, author, given.name, given.size, contents.keep(given.name, given.base64));
        Message message = messages.post(chat, Draft.of(author, given.message).with("FILE_ID", List.of(file.id())));
        return JsonMap.of("file", json(file))
                .with("messageId", message.id())
                .with("chatId", chat.id())
                .with("dialogId", chat.dialogId(author));
    }

    private JsonMap json(File file) {
        String url = file.url();
        // the portal's viewer is not simulated: no address of it
        JsonMap viewer = JsonMap.of("viewer", "")
                .with("viewerType", file.type().equals("image") ? "image" : "code")
                .with("src", url)
                .with("objectId", Long.toString(file.id()))
                .with("viewerGroupBy", Long.toString(file.chatId()))
                .with("imChatId", file.chatId())
                .with("title", file.name())
                .with("unifiedLink", url)
                .with("actions", "[{\"type\":\"download\"}]");
        return JsonMap.of("id", file.id())
                .with("chatId", file.chatId())
                .with("date", Dates.atom(file.date()))
                .with("type", file.type())
                .with("name", file.name())
                .with("extension", file.extension())
                .with("size", file.size())
                .with(
                        "image",
                        file.type().equals("image")
                                ? JsonMap.of("height", file.height()).with("width", file.width())
                                : false)
                .with("status", "done")
                .with("progress", 100)
                .with("authorId", file.authorId())
                .with("authorName", users.get(file.authorId()).name())
                .with("urlPreview", "")
                .with("urlShow", url)
                .with("urlDownload", url)
                .with("viewerAttrs", viewer)
                .with("mediaUrl", JsonMap.of("preview", JsonMap.of("250", "")))
                .with("isTranscribable", false)
                .with("isVideoNote", false)
                .with("isVoiceNote", false);
    }
}
