package openlines.simulator.bot.v2;

import jakarta.inject.Singleton;
import java.util.List;
import openlines.simulator.bot.Bot;
import openlines.simulator.chat.Chat;
import openlines.simulator.chat.Chats;
import openlines.simulator.chat.File;
import openlines.simulator.chat.Uploads;
import openlines.simulator.engine.JsonMap;
import openlines.simulator.file.Contents;
import openlines.simulator.method.Group;
import openlines.simulator.method.ImDialogs;
import openlines.simulator.rest.Call;
import openlines.simulator.rest.RestError;
import openlines.simulator.rest.RestMethod;
import openlines.simulator.rest.RestMethods;

/** {@code imbot.v2.File.*} and {@code im.v2.File.*}: files into a dialog, and links out of it. */
@Singleton
final class V2FileMethods implements RestMethods {

    private final V2Access access;
    private final FileIntake intake;
    private final Uploads uploads;
    private final Contents contents;
    private final Chats chats;
    private final ImDialogs dialogs;

    V2FileMethods(
            V2Access access, FileIntake intake, Uploads uploads, Contents contents, Chats chats, ImDialogs dialogs) {
        this.access = access;
        this.intake = intake;
        this.uploads = uploads;
        this.contents = contents;
        this.chats = chats;
        this.dialogs = dialogs;
    }

    @Override
    public List<RestMethod> methods() {
        return Group.of("imbot")
                .add("imbot.v2.File.upload", this::uploadAsBot)
                .add("imbot.v2.File.download", this::downloadAsBot)
                .and(Group.of("im")
                        .add("im.v2.File.upload", this::uploadAsUser)
                        .add("im.v2.File.download", this::downloadAsUser)
                        .methods());
    }

    /** The page lists no ACCESS_DENIED: a chat that the bot is not in has no folder for it (assumed). */
    private Object uploadAsBot(Call call) {
        Bot bot = access.bot(call);
        FileIntake.Given given = FileIntake.given(call, "File name or content is empty");
        Chat chat = dialogs.find(call.params().text("dialogId", ""), bot.id())
                .filter(found -> found.has(bot.id()))
                .orElseThrow(() -> RestError.of("FILE_FOLDER_ERROR", "Failed to get chat folder"));
        return intake.take(given, chat, bot.id());
    }

    private Object uploadAsUser(Call call) {
        FileIntake.Given given = FileIntake.given(call, "File name and content are required");
        Chat chat = dialogs.find(call.params().text("dialogId", ""), call.userId())
                .orElseThrow(() -> RestError.of("CHAT_NOT_FOUND", "CHAT_NOT_FOUND"));
        if (!dialogs.mayRead(chat, call.userId())) {
            throw V2Access.denied();
        }
        return intake.take(given, chat, call.userId());
    }

    private Object downloadAsBot(Call call) {
        Bot bot = access.bot(call);
        File file = file(call);
        if (chats.find(file.chatId()).filter(chat -> chat.has(bot.id())).isEmpty()) {
            throw RestError.forbidden("FILE_ACCESS_ERROR", "File access error");
        }
        return JsonMap.of("downloadUrl", contents.link("imbot", file.url()));
    }

    private Object downloadAsUser(Call call) {
        Chat chat = dialogs.find(call.params().text("dialogId", ""), call.userId())
                .filter(found -> dialogs.mayRead(found, call.userId()))
                .orElseThrow(V2Access::denied);
        File file = file(call);
        if (file.chatId() != chat.id()) {
            throw noFile();
        }
        return JsonMap.of("downloadUrl", contents.link("im", file.url()));
    }

    private File file(Call call) {
        return uploads.find(call.params().id("fileId")).orElseThrow(V2FileMethods::noFile);
    }

    private static RestError noFile() {
        return RestError.of("FILE_NOT_FOUND", "File not found");
    }
}
