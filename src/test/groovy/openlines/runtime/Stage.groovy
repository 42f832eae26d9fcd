package openlines.runtime

import java.time.Duration
import java.time.Instant
import openlines.bitrix24.rest.Pace
import openlines.bot.Bot
import openlines.bot.Conversation
import openlines.bot.Guess
import openlines.bot.Profile
import openlines.bot.Translations
import openlines.bot.Understanding
import openlines.nlp.Hint
import openlines.simulator.Portal

/** A portal and a runtime with one bot, in one virtual time, speaking over real HTTP. */
class Stage implements AutoCloseable {
    final Portal portal
    BotServer server
    Settings settings

    Stage(Bot bot, Closure<Settings> tune = { it }) {
        this([bot: bot], tune)
    }

    Stage(Map<String, Bot> bots, Closure<Settings> tune = { it }) {
        portal = new Portal()
        def usual = Settings.inMemory(bots.collect { code, bot -> hosted(code, bot) })
                .clock(portal.simulator.clock())
                .limits(Limits.USUAL.pace(Pace.UNBOUNDED).trust(Duration.ZERO))
        settings = tune.maximumNumberOfParameters == 2 ? tune(usual, portal) : tune(usual)
        server = BotServer.start(settings)
    }

    /** The portal says again all that it said to the runtime. */
    List<Integer> sayAllAgain() {
        portal.control('GET', 'journal?kind=event').collect { event ->
            portal.send('POST', server.handler(), event.request as String, ['Content-Type': 'application/x-www-form-urlencoded']).status
        }
    }

    /** Moves time on in steps, until a condition holds; gives the seconds it took. */
    int secondsUntil(int atMost, Closure<Boolean> condition) {
        int seconds = 0
        while (!condition() && seconds < atMost) {
            advance('PT1S')
            seconds++
        }
        assert condition(): "not so after $seconds s"
        seconds
    }

    /** Reads a text as the intent of its first word: these specs are about the runtime, not about language. */
    static HostedBot hosted(String code, Bot bot) {
        def profile = new Profile(code, code.capitalize(), 'en', new Translations([:]))
        def conversation = Conversation.of(profile, bot)
        new HostedBot(conversation, { String text, Hint hint ->
            def intent = conversation.intents().find { text.toLowerCase().contains(it) }
            new Understanding(text, 'en', Optional.ofNullable(intent), intent ? [new Guess(intent, 0.9d)] : [], [])
        } as Reads)
    }

    Stage register(String code = 'bot', long line = 1) {
        server.register(Registration.Wanted.byWebhook(portal.simulator.webhook(), server.handler(), [(line): code]))
        this
    }

    /** Until neither the portal nor the runtime has anything to do at this time. */
    Optional<Instant> settle() {
        def before = null
        def next = Optional.empty()
        while (before != lastTraffic()) {
            before = lastTraffic()
            portal.settle()
            next = server.settle()
            portal.settle()
        }
        next
    }

    private long traffic = 0

    private long lastTraffic() {
        traffic = ([traffic] + portal.control('GET', "journal?since=$traffic")*.id).max()
    }

    void advance(String duration) {
        portal.advance(duration)
        settle()
    }

    Map say(Map customer, String text) {
        def said = portal.say(customer, text)
        settle()
        said
    }

    List<String> said(chatId, String kind = 'bot') {
        portal.chat(chatId).messages.findAll { it.kind == kind }*.text
    }

    /** Another process would find the same store. */
    void restart() {
        server.close()
        server = BotServer.start(settings)
    }

    @Override
    void close() {
        server.close()
        portal.close()
    }
}
