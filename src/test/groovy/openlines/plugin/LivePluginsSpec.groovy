package openlines.plugin

import java.nio.file.Files
import java.nio.file.Path
import java.nio.file.StandardCopyOption
import java.time.Instant
import java.time.ZoneOffset
import java.util.concurrent.LinkedBlockingQueue
import java.util.concurrent.TimeUnit
import openlines.bot.Channel
import openlines.bot.Customer
import openlines.bot.DialogState
import openlines.bot.Happening
import openlines.bot.Problem
import openlines.bot.Reader
import openlines.bot.Reason
import openlines.bot.Scene
import openlines.bot.Understanding
import spock.lang.Specification
import spock.lang.TempDir

class LivePluginsSpec extends Specification {
    static final Scene SCENE = new Scene(new Customer(1, 'Olga'), new Channel('livechat'), 1, 'en', Instant.EPOCH, ZoneOffset.UTC)
    static final Reader NOTHING = { text, language, expected -> Understanding.nothing(text, language) } as Reader

    @TempDir
    Path folder
    Path bots
    LivePlugins live
    def events = new LinkedBlockingQueue<String>()
    Map<String, Plugin> swapped = [:]
    List<Map> troubles = []

    def listener = new LivePlugins.Listener() {
        void swapped(Plugin plugin) { swapped[plugin.name()] = plugin; events << "swapped ${plugin.name()}".toString() }

        void broken(String bot, List problems) { events << "broken $bot: ${problems*.toString()}".toString() }

        void removed(String bot) { events << "removed $bot".toString() }

        void troubled(Map<String, List<Problem>> now) { troubles << now.collectEntries { bot, problems -> [bot, problems*.toString()] } }
    }

    def setup() {
        bots = Files.createDirectory(folder.resolve('bots'))
        write('plans/bot.yml', 'bot: { name: Marina, language: en }\nline: { welcome: Hello! }\n')
    }

    def cleanup() {
        live?.close()
    }

    /** In one step, so that the watch never reads half a file. */
    private void write(String file, String text) {
        Files.createDirectories(bots.resolve(file).parent)
        def whole = folder.resolve('whole')
        whole.toFile().setText(text, 'UTF-8')
        Files.move(whole, bots.resolve(file), StandardCopyOption.ATOMIC_MOVE)
    }

    /** Looks at the folder without waiting for the system's events, which then find nothing new. */
    private List<String> look() {
        live.refresh()
        drained()
    }

    private List<String> drained() {
        def all = []
        events.drainTo(all)
        all
    }

    private String greeting(String bot = 'plans', String language = 'en') {
        def scene = new Scene(SCENE.customer(), SCENE.channel(), 1, language, SCENE.now(), SCENE.zone())
        swapped[bot].conversation().take(new Happening.Joined(Reason.WELCOME), scene, DialogState.NEW, NOTHING).acts()[0].text()
    }

    def "a saved file is seen by itself"() {
        given:
        live = LivePlugins.watch(bots, listener)
        assert events.poll() == 'swapped plans'
        when:
        write('plans/bot.yml', 'bot: { name: Marina, language: en }\nline: { welcome: Good day! }\n')
        then:
        events.poll(20, TimeUnit.SECONDS) == 'swapped plans'
        greeting() == 'Good day!'
    }

    def "a broken save leaves the old bot and tells why; the mended one comes"() {
        given:
        live = LivePlugins.watch(bots, listener)
        drained()
        when:
        write('plans/bot.yml', 'bot: { name: Marina, language: en }\nline: { welcom: Good day! }\n')
        then:
        look() == ["broken plans: [bots/plans/bot.yml:2: unknown key 'welcom' in line; did you mean 'welcome'?, bots/plans/bot.yml:1: the bot answers nothing; give it a welcome, an intent or an otherwise]"]
        live.running()*.problems() == [[]]
        greeting() == 'Hello!'
        when:
        write('plans/bot.yml', 'no bot at all')
        then:
        look() == ['broken plans: [bots/plans/bot.yml:1: the file takes keys below it, not text]']
        live.running()*.name() == ['plans']
        when:
        write('plans/bot.yml', 'bot: { name: Marina, language: en }\nline: { welcome: Good day! }\n')
        then:
        look() == ['swapped plans']
        greeting() == 'Good day!'
    }

    def "texts, phrases and Java are looked at too, and only the changed bot is swapped"() {
        given:
        write('javabot/bot.yml', 'bot: { name: J, language: en, class: javabot.JavaBot }\n')
        write('javabot/JavaBot.java', java('Hello from Java!'))
        live = LivePlugins.watch(bots, listener)
        expect:
        drained() == ['swapped javabot', 'swapped plans']
        greeting('javabot') == 'Hello from Java!'
        when:
        write('plans/texts/ru.yml', 'Hello!: Привет!')
        then:
        look() == ['swapped plans']
        greeting('plans', 'ru') == 'Привет!'
        when:
        write('plans/intents/en/parking.yml', 'phrases: [where can I park, is there a car park]')
        then:
        look() == ['swapped plans']
        swapped.plans.phrases().intents().contains('parking')
        when:
        write('javabot/JavaBot.java', java('Hello again!'))
        then:
        look() == ['swapped javabot']
        greeting('javabot') == 'Hello again!'
        when:
        write('javabot/JavaBot.java', java('Hello again!').replace(');', ')'))
        then:
        look() == ["broken javabot: [bots/javabot/JavaBot.java:3: ';' expected]"]
        greeting('javabot') == 'Hello again!'
    }

    def "a change of the shared phrases is a change of every bot"() {
        given:
        def shared = Files.createDirectories(folder.resolve('intents/en'))
        shared.resolve('parking.yml').toFile().text = 'phrases: [where can I park]'
        write('other/bot.yml', 'bot: { name: O, language: en }\nintents: { parking: Behind the house. }\n')
        live = LivePlugins.watch(bots, listener)
        drained()
        when:
        shared.resolve('parking.yml').toFile().text = 'phrases: [where can I park, is there a car park]'
        then:
        look() == ['swapped other', 'swapped plans']
        swapped.other.phrases().phrases().size() == 2
    }

    def "a new folder is a new bot, a removed one is gone, and an unchanged folder is nothing"() {
        given:
        live = LivePlugins.watch(bots, listener)
        drained()
        when:
        write('second/bot.yml', 'bot: { name: S, language: en }\nline: { welcome: Hi! }\n')
        then:
        look() == ['swapped second']
        !live.refresh()
        when:
        bots.resolve('second').toFile().deleteDir()
        then:
        look() == ['removed second']
        live.running()*.name() == ['plans']
    }

    def "a bot replaced while a hundred dialogs are open loses none of them"() {
        given:
        def table = { slots, done -> "bot: { name: M, language: en }\nline: { welcome: { ask: order } }\nforms: { order: { slots: { $slots }, done: '$done' } }\n".toString() }
        write('plans/bot.yml', table('name: "Name?", size: "Size?"', '{name}, {size}'))
        live = LivePlugins.watch(bots, listener)
        drained()
        def turn = { DialogState state, Happening happening -> swapped.plans.conversation().take(happening, SCENE, state, NOTHING) }
        // some have just been greeted, some have given their names
        def states = (1..100).collect { n ->
            def state = turn(DialogState.NEW, new Happening.Joined(Reason.WELCOME)).state()
            n % 2 ? state : turn(state, new Happening.Message("Olga $n".toString())).state()
        }
        when:
        write('plans/bot.yml', table('name: "Your name?", note: "A note?", size: "Your size?"', '{name}, {size}, {note}'))
        then:
        look() == ['swapped plans']
        when:
        def ends = states.withIndex(1).collect { state, n ->
            def asked = []
            while (state.form()) {
                def outcome = turn(state, new Happening.Message("${state.slot()} $n".toString()))
                asked << outcome.acts()*.text()
                state = outcome.state()
            }
            asked.flatten()
        }
        then:
        ends.withIndex(1).every { said, n ->
            // the new slot only, and the old answers kept
            n % 2 ? said == ['A note?', 'Your size?', "name $n, size $n, note $n".toString()] : said == ['A note?', "Olga $n, size $n, note $n".toString()]
        }
        ends.size() == 100
    }

    def "what is wrong is told whole after every change, until it is mended"() {
        given:
        write('other/bot.yml', 'bot: { name: Otto, language: en }\nline: { welcome: Hello! }\n')
        live = LivePlugins.watch(bots, listener)
        live.refresh()
        expect:
        troubles.last() == [:]

        when: 'one is broken, then the other too'
        write('plans/bot.yml', 'bot: { name: Marina, language: en }\nline: { welcom: Hello! }\n')
        live.refresh()
        write('other/bot.yml', 'bot: [')
        live.refresh()
        then:
        troubles.last().keySet() == ['plans', 'other'] as Set
        troubles.last().plans[0].startsWith('bots/plans/bot.yml:2')

        when: 'one is mended, the other taken away'
        write('plans/bot.yml', 'bot: { name: Marina, language: en }\nline: { welcome: Hi! }\n')
        live.refresh()
        then:
        troubles.last().keySet() == ['other'] as Set

        when:
        bots.resolve('other').toFile().deleteDir()
        live.refresh()
        then:
        troubles.last() == [:]
    }

    private static String java(String greeting) {
        """package javabot;
public final class JavaBot implements openlines.bot.Bot {
    public void define(openlines.bot.Dialog on) { on.welcome(turn -> openlines.bot.Reply.say("$greeting")); }
}
"""
    }
}
