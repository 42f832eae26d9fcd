package openlines.simulator.line;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import openlines.simulator.chat.Chat;
import openlines.simulator.crm.Crm;
import openlines.simulator.crm.Crm.EntityType;
import openlines.simulator.crm.Crm.Item;
import openlines.simulator.crm.Multifields;
import openlines.simulator.engine.JsonMap;
import openlines.simulator.portal.User;
import openlines.simulator.portal.Users;

/** A dialog's customer as CRM knows them, or would. */
@Singleton
final class CrmPerson {

    private final Crm crm;
    private final Users users;

    CrmPerson(Crm crm, Users users) {
        this.crm = crm;
        this.users = users;
    }

    /** By the messenger value; else by phone, then e-mail, and from then on by the messenger value, too. */
    List<Item> known(Session session, Chat chat, long by) {
        String messenger = CrmTracker.messenger(chat);
        List<Item> linked = List.of(EntityType.CONTACT, EntityType.COMPANY, EntityType.LEAD, EntityType.DEAL).stream()
                .flatMap(type -> crm.withMessenger(type, messenger).stream())
                .toList();
        if (!linked.isEmpty()) {
            return linked;
        }
        User customer = users.get(session.customerId());
        Optional<Item> owner = Multifields.owner(crm, "PHONE", customer.phone())
                .or(() -> Multifields.owner(crm, "EMAIL", customer.email()));
        return owner.map(item -> List.of(crm.update(
                        item,
                        JsonMap.of("IM", Multifields.and(item, "IM", messenger, "OPENLINE"))
                                .with("HAS_IMOL", "Y"),
                        by)))
                .orElse(List.of());
    }

    /** What a new object is made with. */
    JsonMap fields(Session session, Chat chat, Line line) {
        User customer = users.get(session.customerId());
        String source = line.text("CRM_SOURCE");
        JsonMap fields = JsonMap.of("NAME", customer.firstName())
                .with("LAST_NAME", customer.lastName())
                // "create" stands for the channel's own source
                .with("SOURCE_ID", source.equals("create") ? line.id() + "|OPENLINE" : source)
                .with("HAS_IMOL", "Y")
                .with("IM", Multifields.of(CrmTracker.messenger(chat), "OPENLINE"));
        if (!customer.phone().isEmpty()) {
            fields.put("PHONE", Multifields.of(customer.phone(), "WORK"));
        }
        if (!customer.email().isEmpty()) {
            fields.put("EMAIL", Multifields.of(customer.email(), "WORK"));
        }
        return fields;
    }
}
