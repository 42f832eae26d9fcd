package openlines.simulator.method;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import openlines.simulator.chat.File;
import openlines.simulator.chat.Message;
import openlines.simulator.chat.Uploads;
import openlines.simulator.engine.Dates;
import openlines.simulator.engine.JsonMap;
import openlines.simulator.portal.Users;
import openlines.simulator.rest.Value;

/** Files that hang on messages, as a session's history shows them. */
@Singleton
final class Files {

    private static final Map<String, String> CAMEL = Stream.of(
                    "chatId",
                    "authorId",
                    "authorName",
                    "urlPreview",
                    "urlShow",
                    "urlDownload",
                    "viewerAttrs",
                    "viewerType",
                    "viewerResized",
                    "objectId",
                    "viewerGroupBy",
                    "imChatId",
                    "mediaUrl",
                    "isTranscribable",
                    "isVideoNote",
                    "isVoiceNote")
            .collect(Collectors.toMap(name -> name.toLowerCase(Locale.ROOT), name -> name));

    private final Uploads uploads;
    private final Users users;

    Files(Uploads uploads, Users users) {
        this.uploads = uploads;
        this.users = users;
    }

    /** As {@code im.*} spells them: the same with capitals. */
    List<JsonMap> camel(Collection<Message> messages) {
        return of(messages).values().stream()
                .map(Value::map)
                .map(file -> {
                    JsonMap camel = new JsonMap();
                    file.forEach((name, value) -> camel.put(
                            CAMEL.getOrDefault(name, name),
                            name.equals("viewerattrs") ? camelAttributes(Value.map(value)) : value));
                    return camel;
                })
                .toList();
    }

    private static JsonMap camelAttributes(JsonMap attributes) {
        JsonMap camel = new JsonMap();
        attributes.forEach((name, value) -> camel.put(CAMEL.getOrDefault(name, name), value));
        return camel;
    }

    JsonMap of(Collection<Message> messages) {
        JsonMap byId = new JsonMap();
        for (Message message : messages) {
            Value.list(message.params().get("FILE_ID")).stream()
                    .flatMap(id -> Value.number(id).stream())
                    .flatMap(id -> uploads.find(id).stream())
                    .forEach(file -> byId.put(Long.toString(file.id()), json(file)));
        }
        return byId;
    }

    private JsonMap json(File file) {
        String url = file.url();
        JsonMap size = JsonMap.of("height", file.height()).with("width", file.width());
        return JsonMap.of("id", file.id())
                .with("chatid", file.chatId())
                .with("date", Dates.atom(file.date()))
                .with("type", file.type())
                .with("name", file.name())
                .with("extension", file.extension())
                .with("size", file.size())
                .with("image", size)
                .with("status", "done")
                .with("progress", 100)
                .with("authorid", file.authorId())
                .with(
                        "authorname",
                        users.find(file.authorId()).map(user -> user.name()).orElse(""))
                .with("urlpreview", url)
                .with("urlshow", url)
                .with("urldownload", url)
                .with(
                        "viewerattrs",
                        JsonMap.of("viewer", "")
                                .with("viewertype", file.type())
                                .with("src", url)
                                .with("viewerresized", "")
                                .with("objectid", Long.toString(file.id()))
                                .with("viewergroupby", Long.toString(file.chatId()))
                                .with("imchatid", file.chatId())
                                .with("title", file.name())
                                .with("actions", "[{\"type\":\"download\"}]"))
                .with("mediaurl", JsonMap.of("preview", JsonMap.of("250", url)))
                .with("istranscribable", false)
                .with("isvideonote", false)
                .with("isvoicenote", false);
    }
}
