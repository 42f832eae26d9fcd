package openlines.bitrix24.event;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import openlines.bitrix24.rest.KnownPortals;
import openlines.bitrix24.rest.Tokens;
import openlines.store.BotEntry;
import openlines.store.Portal;
import openlines.store.Portals;

/**
 * Says from which portal an event is. Strangers leave nothing behind: only an installation of our own application makes a
 * portal known, and only where the authorization server says that its refresh token is one of ours. What an event says of
 * itself is not believed, and no address that it names is called.
 */
public final class Gate {
    private static final int PROOFS_AT_ONCE = 4;
    private static final Set<String> GRANTING = Set.of("ONAPPINSTALL", "ONAPPUPDATE");

    private final KnownPortals known;
    private final Portals portals;
    private final Tokens tokens;
    /** Strangers can make us ask, but not often at once. */
    private final Semaphore asking = new Semaphore(PROOFS_AT_ONCE);

    public Gate(KnownPortals known, Portals portals, Tokens tokens) {
        this.known = known;
        this.portals = portals;
        this.tokens = tokens;
    }

    /** The portal that an event proves to be from. */
    Optional<Portal> admit(Incoming incoming) {
        if (GRANTING.contains(incoming.name())) {
            Optional<Portal> pinned = pin(PortalEvent.Grant.of(incoming.auth()));
            if (pinned.isPresent()) {
                return pinned;
            }
        }
        Optional<Portal> portal = known(incoming);
        return portal.isEmpty() && known.again() ? known(incoming) : portal;
    }

    private Optional<Portal> known(Incoming incoming) {
        String domain = incoming.auth().text("domain");
        String member = incoming.auth().text("member_id");
        String token = incoming.auth().text("application_token");
        Optional<Portal> portal = known.find(member, domain);
        return portal.filter(one -> !one.gone() && isOf(one, token)).map(one -> withMember(one, member));
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
        portals.member(portal.id(), member);
        known.changed();
        return portal;
    }

    /** An installation, and an update, says by which token all later events are known. */
    private Optional<Portal> pin(PortalEvent.Grant grant) {
        if (grant.applicationToken().isEmpty() || grant.memberId().isEmpty() || !asking.tryAcquire()) {
            return Optional.empty();
        }
        try {
            return tokens.prove(grant.refreshToken())
                    .filter(proof -> proof.memberId().equals(grant.memberId()))
                    .map(proof -> save(proof, grant.applicationToken()));
        } finally {
            asking.release();
        }
    }

    private Portal save(Tokens.Proof proof, String applicationToken) {
        String domain = URI.create(proof.access().endpoint()).getAuthority();
        long id = portals.find(proof.memberId(), domain).map(Portal::id).orElse(0L);
        Portal saved = portals.save(new Portal(id, domain, proof.memberId(), proof.access(), applicationToken, false));
        known.changed(saved);
        return saved;
    }
}
