package openlines.plugin

import java.nio.file.Files
import java.nio.file.Path
import openlines.plugin.script.BotAlone
import openlines.plugin.script.Play
import openlines.plugin.script.ScriptFile
import openlines.plugin.yaml.Reference
import openlines.plugin.yaml.Schema
import spock.lang.Specification
import spock.lang.TempDir

/** The manual's snippets are files: each page's are written down, loaded as bots, and their dialogs are played. */
class ManualSpec extends Specification {
    static final List<String> PAGES = ['first-bot', 'forms', 'handoff', 'testing', 'moving']
    static final String INTRODUCTION = '''This page is made from the schema that checks a bot at start (`src/main/resources/openlines/bot.schema.json`). An editor
that knows JSON Schema completes a `bot.yml` by it, with this as its first line:

`# yaml-language-server: $schema=../../src/main/resources/openlines/bot.schema.json`'''

    @TempDir
    Path folder

    def "the snippets of #page are bots that run and pass their dialogs"() {
        given:
        def bots = Files.createDirectory(folder.resolve('bots'))
        def snippets = snippets(page)
        expect:
        snippets.every { it.file }
        when:
        snippets.each { snippet ->
            def file = folder.resolve(snippet.file)
            Files.createDirectories(file.parent)
            file.toFile().setText(snippet.text, 'UTF-8')
        }
        def plugins = Plugins.from(bots)
        then:
        !plugins.all().isEmpty()
        plugins.everyProblem()*.toString() == []
        plugins.all().collectMany { it.hints() }*.toString() == []
        when:
        def played = plugins.all().collectMany { plugin -> play(bots, plugin) }
        then:
        played.size() >= plugins.all().size()
        played.findAll { it } == []
        where:
        page << PAGES
    }

    def "the reference is what the schema says"() {
        given:
        def reference = Reference.of(Schema.ofBots(), 'bot.yml, key by key', INTRODUCTION)
        def page = Path.of('docs/yaml.md').toFile()
        expect:
        // to renew the page: run this spec with OPENLINES_WRITE=docs in the environment
        if (System.getenv('OPENLINES_WRITE') == 'docs') {
            page.setText(reference, 'UTF-8')
        }
        page.getText('UTF-8') == reference
    }

    def "every link between the manual's pages leads somewhere"() {
        expect:
        PAGES.plus('yaml').collectMany { page ->
            (text(page) =~ /\]\(([a-z-]+\.md)\)/).collect { it[1] }.findAll { !Files.exists(Path.of('docs', it)) }
        } == []
    }

    private static List<String> play(Path bots, Plugin plugin) {
        def taught = Lessons.now().of(plugin)
        ScriptFile.of(bots.resolve(plugin.name()), { throw new IllegalStateException(it.toString()) }).collect { script ->
            Play.of(script, new BotAlone(plugin.conversation(), { taught.in(it) }, script.setting())).map { it.toString() }.orElse('')
        }
    }

    /** Code that is YAML or Java bears its file's name in its first line; shell lines and plain text are looked at by eye. */
    private static List<Map<String, String>> snippets(String page) {
        (text(page) =~ /(?s)```(yaml|java)\n(.*?)```/).collect { all, language, code ->
            def named = code.readLines().first() =~ /^(?:#|\/\/) (bots\/\S+)$/
            [file: named.find() ? named.group(1) : null, text: code]
        }
    }

    private static String text(String page) {
        Path.of('docs', page + '.md').toFile().getText('UTF-8')
    }
}
