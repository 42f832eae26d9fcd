package openlines.runtime;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import openlines.bitrix24.event.Arrivals;
import openlines.bitrix24.event.DialogEvent;
import openlines.bitrix24.event.PortalEvent;
import openlines.bitrix24.rest.KnownPortals;
import openlines.store.BotEntry;
import openlines.store.Claim;
import openlines.store.Database;
import openlines.store.DialogKey;
import openlines.store.Dialogs;
import openlines.store.Inbox;
import openlines.store.Portal;
import openlines.store.Portals;
import openlines.store.Sql;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps what came through the door, then wakes the dialog. */
final class InboxArrivals implements Arrivals {
    private static final Logger LOG = LoggerFactory.getLogger(InboxArrivals.class);

    private final Database database;
    private final Wake wake;
    private final InstantSource clock;
    private final Meters meters;
    private final Applications applications;

    InboxArrivals(Database database, Wake wake, InstantSource clock, Meters meters, Applications applications) {
        this.database = database;
        this.wake = wake;
        this.clock = clock;
        this.meters = meters;
        this.applications = applications;
    }

    /** Who has to know that something came. */
    record Wake(Dialogs dialogs, Owner owner, Turns turns) {}

    private record Kept(DialogKey dialog, Claim.Event event) {}

    /** What becomes of portals and bots themselves. */
    record Applications(Portals portals, KnownPortals known, java.util.function.Consumer<Portal> installed) {}

    @Override
    public void keep(Portal portal, List<DialogEvent> events) {
        wake(database.change(sql -> keep(sql, portal.id(), events)));
    }

    /** Keeps what was fetched, with the offset that confirms it. */
    void keep(BotEntry bot, List<DialogEvent> events, long nextOffset) {
        wake(database.change(sql -> {
            Portals.offset(sql, bot, nextOffset);
            return keep(sql, bot.portal(), events);
        }));
    }

    private List<Kept> keep(Sql sql, long portal, List<DialogEvent> events) {
        var kept = new ArrayList<Kept>();
        for (DialogEvent event : events) {
            var key = new DialogKey(portal, event.where().botId(), event.where().chatId());
            var added = Inbox.add(sql, new Inbox.Arrival(key, event.key(), Documents.write(event)), clock.millis());
            meters.kept(added.isPresent());
            added.ifPresent(isNew -> {
                wake.dialogs().coming(key, isNew);
                kept.add(new Kept(key, isNew));
            });
        }
        return kept;
    }

    private void wake(List<Kept> kept) {
        kept.forEach(one -> {
            wake.owner().forget(one.dialog());
            wake.dialogs().came(one.dialog(), one.event());
            wake.turns().arrived(one.dialog());
        });
    }

    @Override
    public void note(Portal portal, PortalEvent.ApplicationEvent event) {
        switch (event) {
            case PortalEvent.Installed _ -> {
                LOG.info("portal {}: the application was installed", portal);
                applications.installed().accept(portal);
            }
            case PortalEvent.Updated _ -> {
                LOG.info("portal {}: the application was updated", portal);
                applications.installed().accept(portal); // what an update took away is there again
            }
            case PortalEvent.Uninstalled _ -> {
                LOG.info("portal {}: the application was removed", portal);
                applications.portals().gone(portal.id());
                applications.known().changed();
            }
            case PortalEvent.BotDeleted(var botId, var code) -> {
                LOG.info("portal {}: bot {} was deleted", portal, code);
                applications.portals().removeBot(portal.id(), botId);
                applications.known().changed();
            }
        }
    }
}
