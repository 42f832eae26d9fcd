package openlines.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import openlines.bitrix24.rest.Pace;
import openlines.bot.Bot;
import openlines.bot.Conversation;
import openlines.bot.Profile;
import openlines.bot.Translations;
import openlines.nlp.phrase.PhraseBook;
import openlines.plugin.Lessons;
import openlines.plugin.Plugin;
import openlines.runtime.BotServer;
import openlines.runtime.HostedBot;
import openlines.runtime.Limits;
import openlines.runtime.Registration;
import openlines.runtime.Settings;
import openlines.simulator.Simulator;

/**
 * A simulated portal and a runtime with bots, in the test's process, over real HTTP, in virtual time.
 *
 * <pre>{@code
 * try (var portal = TestPortal.with(new PlansBot())) {
 *     var chat = portal.chat().customer("call me a human");
 *     assert chat.bot().equals(List.of("Calling a colleague."));
 * }
 * }</pre>
 */
public final class TestPortal implements AutoCloseable {
    /** A Monday morning: every line is open. */
    public static final Instant START = Instant.parse("2026-01-05T10:00:00Z");

    private static final long LINE = 1;

    private final HttpClient http = HttpClient.newHttpClient();
    private final Simulator simulator;
    private final BotServer runtime;
    private final ControlFace control;
    private final TestClock clock;
    private long exchanges;

    private TestPortal(List<HostedBot> bots, Map<Long, String> welcomes, ZonedDateTime start) {
        simulator = Simulator.start(openlines.simulator.Settings.defaults().standingAt(start.toInstant()));
        runtime = BotServer.start(Settings.inMemory(bots)
                .clock(simulator.clock())
                .zone(start.getZone())
                .limits(Limits.USUAL.pace(Pace.UNBOUNDED).trust(Duration.ZERO)));
        control = new ControlFace(http, simulator.url());
        clock = new TestClock(this, simulator.clock());
        runtime.register(Registration.Wanted.byWebhook(simulator.webhook(), runtime.handler(), welcomes));
        settle();
    }

    /** A portal whose first line is welcomed by this bot, which knows the shared phrases. */
    public static TestPortal with(Bot bot) {
        var profile = new Profile("bot", "Bot", "en", Translations.NONE);
        return with(Conversation.of(profile, bot), PhraseBook.shipped());
    }

    /** A portal whose first line is welcomed by this bot, which knows these phrases. */
    public static TestPortal with(Conversation bot, PhraseBook phrases) {
        return hosting(List.of(new HostedBot(bot, Lessons.now().of(phrases).learnt()::understand)));
    }

    /** A portal with these bots; the first one welcomes on the first line. */
    public static TestPortal with(List<Plugin> plugins) {
        return hosting(hosted(plugins, Lessons.now()));
    }

    /** A portal with bots that read in their own way; the first one welcomes on the first line. */
    public static TestPortal hosting(List<HostedBot> bots) {
        return new TestPortal(bots, Map.of(LINE, bots.getFirst().code()), START.atZone(ZoneOffset.UTC));
    }

    /** A portal where bots are known and none has a line yet, at that time and in that zone. */
    static TestPortal at(ZonedDateTime start, List<HostedBot> bots) {
        return new TestPortal(bots, Map.of(), start);
    }

    static List<HostedBot> hosted(List<Plugin> plugins, Lessons lessons) {
        var bots = new ArrayList<HostedBot>();
        for (Plugin plugin : plugins) {
            if (!plugin.problems().isEmpty()) {
                throw new IllegalArgumentException(String.join(
                        "\n", plugin.problems().stream().map(Object::toString).toList()));
            }
            bots.add(new HostedBot(plugin.conversation(), lessons.of(plugin).learnt()::understand));
        }
        return bots;
    }

    /** A new customer of the site's live chat. */
    public Chat chat() {
        return chat("livechat");
    }

    /** A new customer of a channel: {@code livechat}, {@code whatsapp}, {@code telegrambot} … */
    public Chat chat(String channel) {
        JsonNode customer =
                control.post("customers", Map.of("line", LINE, "connector", channel, "name", "Klara Klein"));
        return new Chat(this, customer.path("id").asLong());
    }

    /** The portal's user id of a bot, by its code. */
    public long bot(String code) {
        return runtime.portals().all().stream()
                .flatMap(portal -> runtime.portals().bots(portal.id()).stream())
                .filter(bot -> bot.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no bot '" + code + "' is registered"))
                .botId();
    }

    /** Sets fields of the first line: {@code line(Map.of("QUEUE_TIME", 60))}. */
    public TestPortal line(Map<String, ?> fields) {
        control.post("lines/" + LINE, new LinkedHashMap<>(fields));
        settle();
        return this;
    }

    public TestClock clock() {
        return clock;
    }

    /** Whatever the chats have no word for. */
    public ControlFace control() {
        return control;
    }

    public BotServer runtime() {
        return runtime;
    }

    /** Returns when nothing is under way in portal and runtime, with the runtime's next timer. */
    public Optional<Instant> settle() {
        Optional<Instant> next;
        long before;
        do {
            before = exchanges;
            control.post("settle", Map.of());
            next = runtime.settle();
            exchanges = control.post("settle", Map.of()).path("lastExchange").asLong();
        } while (exchanges > before);
        return next;
    }

    @Override
    public void close() {
        runtime.close();
        simulator.close();
        http.close();
    }
}
