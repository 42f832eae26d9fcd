package openlines.simulator.line;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import openlines.simulator.chat.Chat;
import openlines.simulator.chat.Chats;
import openlines.simulator.crm.Crm;
import openlines.simulator.crm.Crm.EntityType;
import openlines.simulator.crm.Crm.Item;
import openlines.simulator.engine.JsonMap;
import openlines.simulator.line.CrmLinks.Link;
import openlines.simulator.portal.User;
import openlines.simulator.portal.Users;

/** Finds a line's customer in CRM, or makes what the line's settings want made. */
@Singleton
public final class CrmTracker {

    private static final Pattern PHONE = Pattern.compile("\\+?\\d[\\d ()-]{8,16}\\d");
    private static final Pattern EMAIL = Pattern.compile("[\\w.+-]+@[\\w-]+\\.[\\w.-]+");
    private static final long ADMINISTRATOR = 1;

    private final Crm crm;
    private final CrmLinks links;
    private final Chats chats;
    private final Users users;
    private final EntityData entityData;
    private final Voice voice;

    CrmTracker(Crm crm, CrmLinks links, Chats chats, Users users, EntityData entityData, Voice voice) {
        this.crm = crm;
        this.links = links;
        this.chats = chats;
        this.users = users;
        this.entityData = entityData;
        this.voice = voice;
    }

    /** The value by which CRM knows the chat's customer. */
    public static String messenger(Chat chat) {
        return "imol|" + chat.entity().id();
    }

    /** At the beginning of a session: what is known is linked, what the line wants is made. */
    void begin(Session session, Line line) {
        if (!line.flag("CRM")) {
            entityData.write(session);
            return;
        }
        Chat chat = chats.get(session.chatId());
        for (EntityType type : List.of(EntityType.CONTACT, EntityType.LEAD, EntityType.DEAL)) {
            crm.withMessenger(type, messenger(chat)).ifPresent(item -> link(session, item));
        }
        if (links.of(chat.id()).main().isEmpty()) {
            create(session, line, chat);
        }
        entityData.write(session);
    }

    private void create(Session session, Line line, Chat chat) {
        switch (line.text("CRM_CREATE")) {
            case "lead" -> createLead(session, line, ADMINISTRATOR);
            case "contact" -> link(session, crm.add(EntityType.CONTACT, person(chat, session, line), ADMINISTRATOR));
            case "deal" -> {
                Item contact = crm.add(EntityType.CONTACT, person(chat, session, line), ADMINISTRATOR);
                Item deal = crm.add(
                        EntityType.DEAL,
                        person(chat, session, line)
                                .with("TITLE", chat.title())
                                .with("CONTACT_ID", Long.toString(contact.id())),
                        ADMINISTRATOR);
                link(session, deal);
                link(session, contact);
                announce(session, "deal", deal);
            }
            default -> {}
        }
    }

    /** A lead of the session's customer, made by the line or by an operator's hand. */
    public void createLead(Session session, Line line, long by) {
        Chat chat = chats.get(session.chatId());
        Item lead = crm.add(EntityType.LEAD, person(chat, session, line).with("TITLE", chat.title()), by);
        link(session, lead);
        entityData.write(session);
        announce(session, "lead", lead);
    }

    private JsonMap person(Chat chat, Session session, Line line) {
        User customer = users.get(session.customerId());
        String source = line.text("CRM_SOURCE");
        return JsonMap.of("NAME", customer.firstName())
                .with("LAST_NAME", customer.lastName())
                // "create" stands for the channel's own source
                .with("SOURCE_ID", source.equals("create") ? line.id() + "|OPENLINE" : source)
                .with("HAS_IMOL", "Y")
                .with("IM", List.of(JsonMap.of("VALUE", messenger(chat)).with("VALUE_TYPE", "OPENLINE")));
    }

    private void link(Session session, Item item) {
        links.add(session.chatId(), new Link(item.type().name(), item.id()));
    }

    /** Seen in a history: a system message that tells of the lead. */
    private void announce(Session session, String what, Item item) {
        String path = "/crm/" + what + "/details/" + item.id() + "/";
        voice.say(
                session,
                "[b]A new " + what + " has been created[/b][br][url=" + path + "]" + item.text("TITLE") + "[/url]");
    }

    /** Whom CRM holds responsible for the customer; empty where the line does not route by it. */
    Optional<Long> responsible(Session session, Line line) {
        if (!line.flag("CRM") || !line.flag("CRM_FORWARD")) {
            return Optional.empty();
        }
        return linked(session).map(Item::assigned).filter(user -> user != ADMINISTRATOR);
    }

    /** The responsible follows a transfer. */
    void handedTo(Session session, Line line, long user) {
        if (line.flag("CRM") && line.flag("CRM_TRANSFER_CHANGE")) {
            linked(session)
                    .filter(item -> item.assigned() != user)
                    .ifPresent(item -> crm.update(item, JsonMap.of("ASSIGNED_BY_ID", Long.toString(user)), user));
        }
    }

    /** A phone or an address in the customer's words goes to the linked object. */
    void read(Session session, Line line, String text) {
        if (!line.flag("CRM") || !line.flag("CRM_CHAT_TRACKER")) {
            return;
        }
        linked(session).ifPresent(item -> {
            found(EMAIL, text).ifPresent(value -> note(item, "EMAIL", value));
            found(PHONE, text).ifPresent(value -> note(item, "PHONE", value));
        });
    }

    private void note(Item item, String field, String value) {
        crm.find(item.type(), item.id())
                .ifPresent(now -> crm.update(
                        now,
                        JsonMap.of(field, List.of(JsonMap.of("VALUE", value).with("VALUE_TYPE", "WORK"))),
                        ADMINISTRATOR));
    }

    private static Optional<String> found(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? Optional.of(matcher.group()) : Optional.empty();
    }

    private Optional<Item> linked(Session session) {
        return links.of(session.chatId())
                .main()
                .flatMap(link -> EntityType.named(link.type()).flatMap(type -> crm.find(type, link.id())));
    }
}
