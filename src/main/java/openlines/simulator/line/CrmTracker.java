package openlines.simulator.line;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import openlines.simulator.chat.Chat;
import openlines.simulator.chat.Chats;
import openlines.simulator.chat.Message;
import openlines.simulator.crm.Crm;
import openlines.simulator.crm.Crm.EntityType;
import openlines.simulator.crm.Crm.Item;
import openlines.simulator.crm.Multifields;
import openlines.simulator.engine.JsonMap;
import openlines.simulator.line.CrmLinks.Link;

/** Finds a line's customer in CRM, or makes what the line's settings want made. */
@Singleton
public final class CrmTracker {

    private static final Pattern PHONE = Pattern.compile("\\+?\\d[\\d ()-]{8,16}\\d");
    private static final Pattern EMAIL = Pattern.compile("[\\w.+-]+@[\\w-]+\\.[\\w.-]+");
    private static final long ADMINISTRATOR = 1;

    private final Crm crm;
    private final CrmLinks links;
    private final CrmPerson person;
    private final Chats chats;
    private final EntityData entityData;
    private final Talking talking;

    CrmTracker(Crm crm, CrmLinks links, CrmPerson person, Chats chats, EntityData entityData, Talking talking) {
        this.crm = crm;
        this.links = links;
        this.person = person;
        this.chats = chats;
        this.entityData = entityData;
        this.talking = talking;
    }

    /** How it tells the operators, and which words it leaves alone. */
    @Singleton
    record Talking(Voice voice, Untracked untracked) {}

    /** The value by which CRM knows the chat's customer. */
    public static String messenger(Chat chat) {
        return "imol|" + chat.entity().id();
    }

    /** At the beginning of a session: what is known is linked, what the line wants is made. */
    void begin(Session session, Line line) {
        if (line.flag("CRM") && !talking.untracked.now()) {
            track(session, line);
        }
        entityData.write(session);
    }

    private void track(Session session, Line line) {
        Chat chat = chats.get(session.chatId());
        person.known(session, chat, ADMINISTRATOR).forEach(item -> link(session, item));
        if (links.of(chat.id()).main().isEmpty()) {
            create(session, line, chat);
        }
    }

    private void create(Session session, Line line, Chat chat) {
        switch (line.text("CRM_CREATE")) {
            case "lead" -> createLead(session, line, ADMINISTRATOR);
            case "contact" ->
                link(session, crm.add(EntityType.CONTACT, person.fields(session, chat, line), ADMINISTRATOR));
            case "deal" -> {
                Item contact = crm.add(EntityType.CONTACT, person.fields(session, chat, line), ADMINISTRATOR);
                Item deal = crm.add(
                        EntityType.DEAL,
                        person.fields(session, chat, line)
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
        Item lead = crm.add(EntityType.LEAD, person.fields(session, chat, line).with("TITLE", chat.title()), by);
        link(session, lead);
        entityData.write(session);
        announce(session, "lead", lead);
    }

    private void link(Session session, Item item) {
        links.add(session.chatId(), new Link(item.type().name(), item.id()));
    }

    /** Seen in a history: a system message with a link; that customers are not shown it is assumed. */
    private void announce(Session session, String what, Item item) {
        JsonMap link =
                JsonMap.of("NAME", item.text("TITLE")).with("LINK", "/crm/" + what + "/details/" + item.id() + "/");
        JsonMap attach = JsonMap.of("ID", item.id())
                .with("BLOCKS", List.of(JsonMap.of("LINK", List.of(link))))
                .with("DESCRIPTION", "")
                .with("COLOR", "#df532d");
        talking.voice.tellOperators(session, "[b]A new " + what + " has been created[/b]", attach);
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

    /**
     * A phone or an address in the customer's words goes to the linked object. Where the dialog has none, because its
     * first words were not to be tracked, this word begins it (assumed).
     */
    void read(Session session, Line line, Message message) {
        if (talking.untracked.take(message.id()) || !line.flag("CRM")) {
            return;
        }
        if (linked(session).isEmpty()) {
            track(session, line);
            entityData.write(session);
        }
        if (line.flag("CRM_CHAT_TRACKER")) {
            found(EMAIL, message.text()).ifPresent(value -> note(session, "EMAIL", value));
            found(PHONE, message.text()).ifPresent(value -> note(session, "PHONE", value));
        }
    }

    private void note(Session session, String field, String value) {
        linked(session)
                .filter(item -> !Multifields.has(item, field, value))
                .ifPresent(item -> crm.update(
                        item, JsonMap.of(field, Multifields.and(item, field, value, "WORK")), ADMINISTRATOR));
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
