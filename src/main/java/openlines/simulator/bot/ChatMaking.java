package openlines.simulator.bot;

import jakarta.inject.Singleton;
import java.util.List;
import openlines.simulator.chat.Chat;
import openlines.simulator.chat.Chats;
import openlines.simulator.chat.Draft;
import openlines.simulator.chat.Messages;
import openlines.simulator.file.Pictures;
import openlines.simulator.portal.Users;

/** Makes chats for bots. */
@Singleton
public final class ChatMaking {

    private final Chats chats;
    private final Users users;
    private final Messages messages;
    private final Pictures pictures;

    ChatMaking(Chats chats, Users users, Messages messages, Pictures pictures) {
        this.chats = chats;
        this.users = users;
        this.messages = messages;
        this.pictures = pictures;
    }

    /** With the bot and whoever of {@code members} exists; the bot owns it where {@code owner} is nobody. */
    public Chat make(Bot bot, Chat.Type type, String title, List<Long> members, long owner) {
        // what a chat without a title is called is on no page (assumed)
        Chat chat = chats.add(type, title.isBlank() ? "New chat" : title.strip());
        chats.join(chat, bot.id(), bot.id());
        members.stream().filter(this::present).forEach(member -> chats.join(chat, member, bot.id()));
        boolean other = owner > 0 && present(owner);
        if (other) {
            chats.join(chat, owner, bot.id());
        }
        chat.own(other ? owner : bot.id());
        return chat;
    }

    /** Somebody who can be in a chat: active, and no customer from outside. */
    public boolean present(long user) {
        return users.find(user)
                .filter(found -> found.active() && !found.customer())
                .isPresent();
    }

    /** Passes over what is no picture. */
    public void picture(Chat chat, String base64) {
        if (!base64.isEmpty() && pictures.keep(base64) instanceof Pictures.Kept kept) {
            chat.picture(kept.url());
        }
    }

    public void speak(Bot bot, Chat chat, String text) {
        if (!text.isBlank()) {
            messages.post(chat, Draft.of(bot.id(), text));
        }
    }
}
