package openlines.bitrix24.event;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import openlines.bitrix24.rest.AppCredentials;
import openlines.bitrix24.rest.KnownPortals;
import openlines.store.BotEntry;
import openlines.store.Portal;
import openlines.store.Portal.Application;
import openlines.store.Portals;

/**
 * Says from which portal an event is. Strangers leave nothing behind: only an installation of our own application, and
 * only where the runtime is one, makes a portal known.
 */
public final class Gate {
    private final KnownPortals known;
    private final Portals portals;
    private final AppCredentials app;

    public Gate(KnownPortals known, Portals portals, AppCredentials app) {
        this.known = known;
        this.portals = portals;
        this.app = app;
    }

    /** The portal that an event proves to be from. */
    Optional<Portal> admit(Incoming incoming) {
        Optional<Portal> portal = known(incoming);
        return portal.isEmpty() && known.again() ? known(incoming) : portal;
    }

    private Optional<Portal> known(Incoming incoming) {
        String domain = incoming.auth().text("domain");
        String member = incoming.auth().text("member_id");
        String token = incoming.auth().text("application_token");
        Optional<Portal> portal = known.find(member, domain);
        if (portal.isPresent() && !portal.get().gone() && isOf(portal.get(), token)) {
            return portal.map(one -> withMember(one, member));
        }
        boolean mayPin = portal.isEmpty()
                || portal.get().gone()
                || portal.get().applicationToken().isEmpty();
        return incoming.name().equals("ONAPPINSTALL") && app.present() && mayPin
                ? pin(PortalEvent.Grant.of(incoming.auth()))
                : Optional.empty();
    }

    /** Every candidate is compared, each in constant time, whichever was right. */
    private boolean isOf(Portal portal, String token) {
        List<String> right = new ArrayList<>();
        right.add(portal.applicationToken());
        for (BotEntry bot : known.bots(portal.id())) {
            if (!bot.token().isEmpty()) {
                // a later page: the token of a bot registered through a webhook is "custom" and the bot's own
                right.add("custom" + bot.token());
            }
        }
        boolean found = false;
        byte[] given = token.getBytes(UTF_8);
        for (String one : right) {
            if (!one.isEmpty() && MessageDigest.isEqual(one.getBytes(UTF_8), given)) {
                found = true;
            }
        }
        return found;
    }

    /** A webhook's address does not tell the portal's id; the first authentic event does. */
    private Portal withMember(Portal portal, String member) {
        if (!portal.memberId().isEmpty() || member.isEmpty()) {
            return portal;
        }
        Portal saved = portals.save(new Portal(
                portal.id(), portal.domain(), member, portal.access(), portal.applicationToken(), portal.gone()));
        known.changed(saved);
        return saved;
    }

    /** The first installation says by which token all later events are known. */
    private Optional<Portal> pin(PortalEvent.Grant grant) {
        if (grant.applicationToken().isEmpty()
                || grant.domain().isEmpty()
                || grant.refreshToken().isEmpty()) {
            return Optional.empty();
        }
        Portal saved = portals.save(new Portal(
                0,
                grant.domain(),
                grant.memberId(),
                new Application(grant.clientEndpoint(), grant.accessToken(), grant.refreshToken()),
                grant.applicationToken(),
                false));
        known.changed(saved);
        return Optional.of(saved);
    }
}
