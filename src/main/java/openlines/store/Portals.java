package openlines.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import openlines.store.BotEntry.Delivery;
import openlines.store.BotEntry.Generation;
import openlines.store.Portal.Access;
import openlines.store.Portal.Application;
import openlines.store.Portal.Webhook;

/** The portals and the bots registered there; their secrets are sealed. */
public final class Portals {
    private static final String PORTAL =
            "select id, domain, member_id, kind, endpoint, access_token, refresh_token, application_token, gone"
                    + " from portal";
    private static final String BOT =
            "select portal_id, bot_id, code, generation, delivery, handler, token, event_offset from bot";

    private final Database database;
    private final Vault vault;

    public Portals(Database database, Vault vault) {
        this.database = database;
        this.vault = vault;
    }

    public Optional<Portal> byId(long id) {
        return database.read(sql -> sql.first(PORTAL + " where id = ?", this::portal, id));
    }

    /** By the portal's own id, or by its address. */
    public Optional<Portal> find(String memberId, String domain) {
        return database.read(sql -> {
            Optional<Portal> byMember = memberId.isEmpty()
                    ? Optional.empty()
                    : sql.first(PORTAL + " where member_id = ?", this::portal, memberId);
            return byMember.isPresent() ? byMember : sql.first(PORTAL + " where domain = ?", this::portal, domain);
        });
    }

    public List<Portal> all() {
        return database.read(sql -> sql.list(PORTAL + " order by id", this::portal));
    }

    /** Stores a new portal, or what is new of a known one, and gives it with its id. */
    public Portal save(Portal portal) {
        Access access = portal.access();
        String[] tokens = switch (access) {
            case Webhook _ -> new String[] {"webhook", "", ""};
            case Application(var _, var accessToken, var refreshToken) ->
                new String[] {"app", vault.seal(accessToken), vault.seal(refreshToken)};
        };
        long id = database.change(sql -> {
            Optional<Long> known = portal.id() > 0
                    ? Optional.of(portal.id())
                    : sql.first("select id from portal where domain = ?", row -> row.getLong(1), portal.domain());
            if (known.isPresent()) {
                sql.update(
                        "update portal set domain = ?, member_id = ?, kind = ?, endpoint = ?, access_token = ?,"
                                + " refresh_token = ?, application_token = ?, gone = ? where id = ?",
                        portal.domain(),
                        portal.memberId(),
                        tokens[0],
                        vault.seal(access.endpoint()),
                        tokens[1],
                        tokens[2],
                        vault.seal(portal.applicationToken()),
                        portal.gone(),
                        known.get());
                sql.tell(new News.PortalsChanged());
                return known.get();
            }
            sql.tell(new News.PortalsChanged());
            return sql.insert(
                            "insert into portal (domain, member_id, kind, endpoint, access_token, refresh_token,"
                                    + " application_token, gone) values (?, ?, ?, ?, ?, ?, ?, ?)",
                            portal.domain(),
                            portal.memberId(),
                            tokens[0],
                            vault.seal(access.endpoint()),
                            tokens[1],
                            tokens[2],
                            vault.seal(portal.applicationToken()),
                            portal.gone())
                    .orElseThrow();
        });
        return byId(id).orElseThrow();
    }

    /**
     * Renews a portal's access while its row is locked, so that of many nodes one asks for new tokens. What {@code
     * renewal} gives is committed before anybody may use it.
     */
    public Portal renew(long id, UnaryOperator<Portal> renewal) {
        return database.change(sql -> {
            Portal before = sql.first(PORTAL + " where id = ? for update", this::portal, id)
                    .orElseThrow();
            Portal after = renewal.apply(before);
            if (after.access() instanceof Application(var endpoint, var access, var refresh)) {
                sql.update(
                        "update portal set endpoint = ?, access_token = ?, refresh_token = ? where id = ?",
                        vault.seal(endpoint),
                        vault.seal(access),
                        vault.seal(refresh),
                        id);
                sql.tell(new News.PortalsChanged());
            }
            return after;
        });
    }

    /** What a webhook's address does not tell; a portal that was removed meanwhile stays so. */
    public void member(long id, String memberId) {
        database.run(sql -> {
            sql.update("update portal set member_id = ? where id = ?", memberId, id);
            sql.tell(new News.PortalsChanged());
        });
    }

    /** It is called at another address from now on. */
    public void move(long id, String domain, String endpoint) {
        database.run(sql -> {
            sql.update("update portal set domain = ?, endpoint = ? where id = ?", domain, vault.seal(endpoint), id);
            sql.tell(new News.PortalsChanged());
        });
    }

    public void gone(long id) {
        database.run(sql -> {
            sql.update("update portal set gone = true where id = ?", id);
            sql.tell(new News.PortalsChanged());
        });
    }

    public void forget(long id) {
        database.run(sql -> {
            sql.update("delete from portal where id = ?", id);
            sql.update("delete from bucket where id = ?", id);
            sql.tell(new News.PortalsChanged());
        });
    }

    public List<BotEntry> bots(long portal) {
        return database.read(sql -> sql.list(BOT + " where portal_id = ? order by bot_id", this::bot, portal));
    }

    public List<BotEntry> bots(Delivery delivery) {
        return database.read(sql -> sql.list(
                BOT + " where delivery = ? and portal_id in (select id from portal where gone = false)",
                this::bot,
                delivery.name()));
    }

    public void save(BotEntry bot) {
        database.run(sql -> {
            sql.tell(new News.PortalsChanged());
            int changed = sql.update(
                    "update bot set code = ?, generation = ?, delivery = ?, handler = ?, token = ? where portal_id = ?"
                            + " and bot_id = ?",
                    bot.code(),
                    bot.generation().name(),
                    bot.delivery().name(),
                    bot.handler(),
                    vault.seal(bot.token()),
                    bot.portal(),
                    bot.botId());
            if (changed == 0) {
                sql.update(
                        "insert into bot (portal_id, bot_id, code, generation, delivery, handler, token,"
                                + " event_offset) values (?, ?, ?, ?, ?, ?, ?, ?)",
                        bot.portal(),
                        bot.botId(),
                        bot.code(),
                        bot.generation().name(),
                        bot.delivery().name(),
                        bot.handler(),
                        vault.seal(bot.token()),
                        bot.offset());
            }
        });
    }

    /** The next event to fetch for a bot. */
    public long offset(BotEntry bot) {
        return database.read(sql -> sql.first(
                        "select event_offset from bot where portal_id = ? and bot_id = ?",
                        row -> row.getLong(1),
                        bot.portal(),
                        bot.botId())
                .orElse(0L));
    }

    public void removeBot(long portal, long botId) {
        database.run(sql -> {
            sql.update("delete from bot where portal_id = ? and bot_id = ?", portal, botId);
            sql.tell(new News.PortalsChanged());
        });
    }

    /** Of many nodes one fetches a bot's events: whether it is this one, and for so long. */
    public boolean fetches(BotEntry bot, String node, long now, long until) {
        return database.change(sql -> sql.update(
                        "update bot set fetched_by = ?, fetched_until = ? where portal_id = ? and bot_id = ?"
                                + " and (fetched_by = ? or fetched_until < ?)",
                        node,
                        until,
                        bot.portal(),
                        bot.botId(),
                        node,
                        now))
                > 0;
    }

    /** The offset goes with the events it confirms, in their transaction. */
    public static void offset(Sql sql, BotEntry bot, long offset) {
        sql.update(
                "update bot set event_offset = ? where portal_id = ? and bot_id = ? and event_offset < ?",
                offset,
                bot.portal(),
                bot.botId(),
                offset);
    }

    private Portal portal(ResultSet row) throws SQLException {
        String endpoint = vault.open(row.getString(5));
        Access access = row.getString(4).equals("webhook")
                ? new Webhook(endpoint)
                : new Application(endpoint, vault.open(row.getString(6)), vault.open(row.getString(7)));
        return new Portal(
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                access,
                vault.open(row.getString(8)),
                row.getBoolean(9));
    }

    private BotEntry bot(ResultSet row) throws SQLException {
        return new BotEntry(
                row.getLong(1),
                row.getLong(2),
                row.getString(3),
                Generation.valueOf(row.getString(4)),
                Delivery.valueOf(row.getString(5)),
                row.getString(6),
                vault.open(row.getString(7)),
                row.getLong(8));
    }
}
