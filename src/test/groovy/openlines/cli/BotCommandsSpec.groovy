package openlines.cli

import java.nio.charset.StandardCharsets
import java.nio.file.Files
import java.nio.file.Path
import openlines.plugin.Plugins
import openlines.plugin.Lessons
import openlines.plugin.script.BotAlone
import openlines.plugin.script.Play
import openlines.plugin.script.ScriptFile
import picocli.CommandLine
import spock.lang.Specification
import spock.lang.TempDir
import spock.util.concurrent.PollingConditions

class BotCommandsSpec extends Specification {
    @TempDir
    Path folder
    def out = new StringWriter()
    def eventually = new PollingConditions(timeout: 30, delay: 0.05)
    def err = new StringWriter()

    private int run(Object command, String... arguments) {
        new CommandLine(command).setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true))
                .setExecutionExceptionHandler(new PlainErrors()).execute(arguments)
    }

    private String chat(List<String> lines, String... arguments) {
        def before = System.in
        System.in = new ByteArrayInputStream(lines.collect { it + '\n' }.join().getBytes(StandardCharsets.UTF_8))
        try {
            run(new ChatCommand(), (('--bots' in arguments ? [] : ['--bots', 'bots']) + (arguments as List)) as String[])
        } finally {
            System.in = before
        }
        out.toString()
    }

    def "openlines new makes a bot that runs, passes its dialogs and speaks Russian: #kind"() {
        given:
        def bots = Files.createDirectory(folder.resolve('bots'))
        expect:
        run(new NewCommand(), 'my_plans', kind, '--bots', bots.toString()) == 0
        out.toString().contains('openlines chat my_plans')
        when:
        def plugins = Plugins.from(bots)
        def plugin = plugins.find('my_plans').orElseThrow()
        def taught = Lessons.now().of(plugin)
        def scripts = ScriptFile.of(bots.resolve('my_plans'), { throw new IllegalStateException(it.toString()) })
        then:
        plugins.everyProblem()*.toString() == []
        scripts.size() == 2
        scripts.collect { script -> Play.of(script, new BotAlone(plugin.conversation(), { taught.in(it) }, script.setting())).map { it.toString() }.orElse('') } == ['', '']
        plugin.profile().languages() == ['en', 'ru'] as Set
        where:
        kind << ['--yaml', '--java']
    }

    def "one edited line of YAML is the answer"() {
        given:
        def bots = Files.createDirectory(folder.resolve('bots'))
        run(new NewCommand(), 'plans', '--bots', bots.toString())
        def file = bots.resolve('plans/bot.yml').toFile()
        when:
        file.text = file.text.replace('price.ask: The basic plan is 9 euro a month.', 'price.ask: It is free today.')
        chat(['what does it cost?'], 'plans', '--bots', bots.toString())
        then:
        out.toString().contains('  It is free today.')
        // and its translation is no longer one
        out.toString().contains("(bots/plans/bot.yml:15: 'It is free today.' is not said in 'ru')")
    }

    def "what can't be made is said: #arguments"() {
        expect:
        run(new NewCommand(), (arguments + ['--bots', folder.toString()]) as String[]) == 1
        err.toString().strip() == message
        where:
        arguments                     | message
        ['My-Bot']                    | "openlines: 'My-Bot' can't be a bot's name; use small letters, digits and _, and begin with a letter"
        ['plans', '--java', '--yaml'] | 'openlines: a bot is written in one of the two: --java or --yaml'
    }

    def "a bot that is there already is left alone"() {
        given:
        Files.createDirectory(folder.resolve('plans'))
        expect:
        run(new NewCommand(), 'plans', '--bots', folder.toString()) == 1
        err.toString().contains('is there already')
        folder.resolve('plans').toFile().list() as List == []
    }

    def "a chat shows the bot, how it understood, and what a form knows"() {
        when:
        def said = chat(['what does it cost?', '2', 'Olga', 'call +49 30 901820', ':operator Hi', 'thanks', ':return', ':quit'], 'welcome')
        then:
        said.contains('  Hello, Olga! I can tell you this:\n    [1] Prices\n    [2] Opening hours')
        said =~ /· intent price.ask · price.ask \[price.ask [01]\.\d\d/
        said.contains('  The basic plan is 9 euro a month, the team plan 29 euro.')
        said =~ /phone=\+4930901820/
        said =~ /Callback\{.*name=Olga.*\} → when/
        said.contains('I am with you again.')
        !said.contains('You are welcome!')
    }

    def "time passes, and the wire shows the calls"() {
        when:
        def said = chat(['Call me back', ':wait 10m', ':wait soon', ':nonsense', ':quit'], 'welcome', '--wire', '--channel', 'whatsapp')
        then:
        said.contains('imopenlines.bot.session.message.send ')
        said.contains('What is your name?')
        said.contains('  Are you still there?')
        said.contains("'soon' is no time; write 30s, 10m or 1h30m")
        said.contains('there is no :nonsense')
    }

    def "a saved chat is a script that passes"() {
        given:
        def file = folder.resolve('mine.yml')
        chat(['what does it cost?', '2', 'who "are" you: {x}', 'I want to talk to a human', ":save $file".toString(), ':quit'], 'welcome', '--customer', 'Ольга')
        when:
        def scripts = ScriptFile.read('mine.yml', file.toFile().getText('UTF-8'), { throw new IllegalStateException(it.toString()) })
        def plugin = Plugins.from(Path.of('bots')).find('welcome').get()
        def taught = Lessons.now().of(plugin)
        then:
        scripts*.name() == ['from a chat']
        scripts[0].lines().size() == 11
        Play.of(scripts[0], new BotAlone(plugin.conversation(), { taught.in(it) }, scripts[0].setting())).map { it.toString() }.orElse('') == ''
    }

    def "a saved change is at work with the next line; a broken one is told, and the one before stays"() {
        given:
        def bots = Files.createDirectory(folder.resolve('bots'))
        run(new NewCommand(), 'plans', '--bots', bots.toString())
        def file = bots.resolve('plans/bot.yml').toFile()
        def before = System.in
        def keyboard = new PipedOutputStream()
        System.in = new PipedInputStream(keyboard)
        def type = { String line -> keyboard.write((line + '\n').getBytes(StandardCharsets.UTF_8)); keyboard.flush() }
        def says = { String words -> eventually.eventually { assert out.toString().contains(words) }; true }
        when:
        def chatting = Thread.start { run(new ChatCommand(), 'plans', '--bots', bots.toString()) }
        type('what does it cost?')
        says('The basic plan is 9 euro a month.')
        file.setText(file.text.replace('The basic plan is 9 euro a month.', 'It is free today.'), 'UTF-8')
        says('(saved, and at work from the next turn on)')
        type('what does it cost?')
        then:
        says('  It is free today.')
        when:
        file.setText(file.text.replace('intents:', 'intentz:'), 'UTF-8')
        then:
        says('(broken, the one before stays)')
        says("unknown key 'intentz' in a bot; did you mean 'intents'?")
        when: 'the dialog has gone on all the while'
        type('what does it cost?')
        type(':save ' + folder.resolve('kept.yml'))
        type(':quit')
        chatting.join()
        then:
        folder.resolve('kept.yml').toFile().text.count('It is free today.') == 2
        folder.resolve('kept.yml').toFile().text.count('The basic plan is 9 euro a month.') == 1
        cleanup:
        System.in = before
    }

    def "a bot that is not there is told, with those that are"() {
        expect:
        chat([], 'wellcome') == ''
        err.toString().contains("there is no bot 'wellcome'; there are afterhours, faq, menu, noanswer, survey, welcome")
    }

    /** A dialog's title stands two blanks in. */
    static int written(String bot) { new File("bots/$bot/dialogs/${bot}.yml").readLines().count { it ==~ /  \S.*:/ } }

    def "openlines test plays every dialog of every bot, or of one"() {
        expect:
        run(new TestCommand(), 'bots') == 0
        out.toString().readLines().last() ==~ /\d\d dialogs, 0 different/
        when:
        out.buffer.length = 0
        then:
        run(new TestCommand(), 'bots/survey') == 0
        out.toString() == "survey: ${written('survey')} dialogs, 0 different\n${written('survey')} dialogs, 0 different\n"
    }

    def "openlines test --portal plays them through portal and runtime"() {
        expect:
        run(new TestCommand(), 'bots/faq', '--portal') == 0
        out.toString() == "faq: ${written('faq')} dialogs, 0 different\n${written('faq')} dialogs, 0 different\n"
    }

    def "the rehearsals of both fast starts end well: #arguments"() {
        expect:
        run(new RehearseCommand(), *arguments) == 0
        where:
        arguments << [[], ['--deployed']]
    }

    def "verify without the launcher shows the launcher's own help"() {
        expect:
        run(new VerifyCommand(), '--only', 'NlpSpec') == 2
        out.toString() == new File('src/main/resources/openlines/verify.txt').text
        new File('src/build/verify.sh').text.contains('src/main/resources/openlines/verify.txt')
    }

    def "a dialog that differs is shown with its place, the lines before it and the two that differ"() {
        given:
        def bots = Files.createDirectory(folder.resolve('bots'))
        run(new NewCommand(), 'plans', '--bots', bots.toString())
        bots.resolve('plans/dialogs/first.yml').toFile().text = '''dialogs:
  tells the price:
    - customer: what does it cost?
    - bot: It costs 9 euro.
  says nothing more:
    - customer: thank you
  presses what is not there:
    - presses: Buy
'''
        out.buffer.length = 0
        expect:
        run(new TestCommand(), bots.toString()) == 1
        out.toString() == '''bots/plans/dialogs/first.yml:4: tells the price
    customer: what does it cost?
  - bot: It costs 9 euro.
  + bot: The basic plan is 9 euro a month.
bots/plans/dialogs/first.yml:6: says nothing more
    customer: thank you
  - nothing more
  + bot: You are welcome!
bots/plans/dialogs/first.yml:8: presses what is not there
    presses: Buy
  - presses: Buy
  + there is no button 'Buy'; there are [Prices, Call me back, Talk to a person]
plans: 3 dialogs, 3 different
3 dialogs, 3 different
'''
    }

    def "a script that can't be read says what to write: #message"() {
        given:
        def bots = Files.createDirectory(folder.resolve('bots'))
        run(new NewCommand(), 'plans', '--bots', bots.toString())
        bots.resolve('plans/dialogs/first.yml').toFile().text = text
        out.buffer.length = 0
        expect:
        run(new TestCommand(), bots.toString()) == 1
        out.toString().readLines().find { it.startsWith('bots/') } == 'bots/plans/dialogs/first.yml:' + message
        where:
        text                                              || message
        'dialog: [ { custmer: Hi } ]'                     || "1: unknown key 'custmer' in a line; did you mean 'customer'?"
        'dialog: [ { customer: Hi, bot: Hello } ]'        || "1: a line is one thing; begin a new one with '- '"
        'dialog: [ { buttons: [A], customer: Hi } ]'      || "1: 'buttons' needs a 'bot' beside it"
        'dialog: [ { wait: soon } ]'                      || "1: 'wait' can't be 'soon': write 30s, 10m or 1h30m"
        'at: today\ndialog: [ { customer: Hi } ]'         || "1: 'today' can't be read; write it like 2026-11-23T10:00"
        'zone: Berlin\ndialog: [ { customer: Hi } ]'      || "1: 'Berlin' can't be read; write it like Europe/Berlin"
        'dialog: []'                                      || "1: 'dialog' is an empty list; write something, or remove it"
    }
}
