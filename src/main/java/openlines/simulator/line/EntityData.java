package openlines.simulator.line;

import jakarta.inject.Singleton;
import openlines.simulator.chat.Chat;
import openlines.simulator.chat.Chat.Entity;
import openlines.simulator.chat.Chats;

/** Keeps the session and its CRM links in the chat's entity data, as the portal does. */
@Singleton
public final class EntityData {

    private final Chats chats;
    private final CrmLinks links;

    EntityData(Chats chats, CrmLinks links) {
        this.chats = chats;
        this.links = links;
    }

    /**
     * Ten parts: saved in CRM, object type and id, two service flags, session, its start, three more. Only the first
     * three and the session are described; the seventh looks like the start (observed), the rest is copied from the
     * figures.
     */
    public void write(Session session) {
        Chat chat = chats.get(session.chatId());
        CrmLinks.Links crm = links.of(chat.id());
        String data1 = String.join(
                "|",
                crm.main().isEmpty() ? "N" : "Y",
                crm.main().map(CrmLinks.Link::type).orElse("NONE"),
                Long.toString(crm.main().map(CrmLinks.Link::id).orElse(0L)),
                "N",
                "N",
                Long.toString(session.id()),
                Long.toString(session.started().getEpochSecond()),
                "0",
                "0",
                "0");
        Entity old = chat.entity();
        chat.standFor(new Entity(old.type(), old.id(), data1, crm.text(), session.silent() ? "Y" : "N"));
    }
}
