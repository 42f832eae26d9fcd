package openlines.plugin

import java.nio.file.Files
import java.nio.file.Path
import openlines.nlp.phrase.PhraseBook
import spock.lang.Specification
import spock.lang.TempDir

/** What a bot's author reads when something is wrong: the place, what, and what to write instead; all at once. */
class WrongBotsSpec extends Specification {
    static final String HEAD = 'bot: { name: Marina, language: en }\n'
    static final String FINE = 'line: { welcome: Hello! }\n'

    @TempDir
    Path bots

    private List<String> problems(Map<String, String> files, String name = 'plans') {
        files.each { file, text ->
            def path = bots.resolve(name).resolve(file)
            Files.createDirectories(path.parent)
            path.toFile().setText(text, 'UTF-8')
        }
        Plugins.from(bots, PhraseBook.shipped()).everyProblem()*.toString()
    }

    private List<String> wrong(String table) {
        problems(['bot.yml': HEAD + table])*.replaceFirst('^bots/plans/bot.yml:', '')
    }

    def "a bot with nothing wrong has no problems"() {
        expect:
        wrong(FINE) == []
    }

    def "the head: #message"() {
        expect:
        problems(['bot.yml': text])*.replaceFirst('^bots/plans/bot.yml:', '') == [message]
        where:
        text                                                              || message
        ''                                                                || '1: the file is empty; write what belongs in it, or remove it'
        '- a list'                                                        || '1: the file takes keys below it, not a list'
        FINE                                                              || "1: a bot needs 'bot'; write bot: …"
        'bot: { name: Marina }\n' + FINE                                  || "1: bot needs 'language'; write language: en"
        'bot: { name: "", language: en }\n' + FINE                        || "1: 'name' is empty; write something, or remove it"
        'bot: { name: M, language: english }\n' + FINE                    || "1: 'language' can't be 'english': a language is two letters: en, ru, de"
        'bot: { name: M, language: en, code: My Bot }\n' + FINE           || "1: 'code' can't be 'My Bot': a code is small letters, digits, - and _, and begins with a letter"
        'bot: { nane: M, name: M, language: en }\n' + FINE                || "1: unknown key 'nane' in bot; did you mean 'name'?"
        'bot: { name: M, language: en, role: no-anser }\n' + FINE          || "1: 'role' can't be 'no-anser'; did you mean 'no-answer'?"
        'bot: { name: M, language: en, class: plansbot }\n'               || "1: 'class' can't be 'plansbot': a class has its package before it: plans.PlansBot"
        'bot: { name: M, language: en, class: plans.Plans }\n'            || '1: there is no class plans.Plans; write its file beside bot.yml, or correct the name'
        'bot: { name: M, language: en, class: java.lang.String }\n'       || '1: java.lang.String is no bot; it must implement openlines.bot.Bot'
        'bot: { name: M, language: en, class: welcome.WelcomeBot }\n'     || '1: welcome.WelcomeBot could not be made: the bot needs the setting \'prices\'; write it in bot.yml under settings'
        'bot: { name: M, language: en }\n'                                || "1: the bot answers nothing; give it a welcome, an intent or an otherwise"
        'bot:\n\tname: M\n'                                               || '2: this is no YAML: it is indented with a tab; use spaces'
        HEAD + 'line:\n  welcome: Hello: you\n'                           || "3: this is no YAML: mapping values are not allowed here; put quotes around a text that has ': ' in it"
        HEAD + 'line: { welcome: Hello, you? }\n'                         || "2: this is no YAML: expected ',' or '}', but got ?; put quotes around a text in braces that has ',' or '?' in it"
    }

    def "the table: #message"() {
        expect:
        wrong(table) == [message]
        where:
        table                                                                             || message
        FINE + 'lines: {}\n'                                                              || "3: unknown key 'lines' in a bot; did you mean 'line'?"
        FINE + 'entities: {}\n'                                                           || "3: unknown key 'entities' in a bot; write bot, settings, hours, texts, line, intents, faq, menus, commands, forms, idle, cancelled, failed or otherwise"
        FINE + 'line: { welcome: Hi! }\n'                                                 || "3: 'line' stands here twice, first in line 2; remove one"
        'line: { welcom: Hello! }\n' + 'otherwise: Hm.\n'                                 || "2: unknown key 'welcom' in line; did you mean 'welcome'?"
        'line:\n  welcome:\n'                                                             || "3: 'welcome' is empty; write something, or remove it"
        'line: { welcome: { sya: Hello! } }\n'                                            || "2: unknown key 'sya' in a step; did you mean 'say'?"
        'line: { welcome: { say: { ru: Привет } } }\n'                                    || "2: this text is not said in 'en', the bot's own language"
        'line: { welcome: { say: Hi, buttons: { Prices: price.ask } } }\n'                || "2: there is no intent 'price.ask'; write it under intents"
        FINE + 'intents: { price.ask: { intent: price.aks } }\n'                          || "3: there is no intent 'price.aks'; did you mean 'price.ask'?"
        FINE + 'intents: { prise.ask: 9 euro. }\n'                                        || "3: intent 'prise.ask' has no phrases; write intents/<language>/prise.ask.yml, or did you mean 'price.ask'?"
        FINE + 'intents: { Price: 9 euro. }\n'                                            || "3: 'Price' is no name for an intent; use small letters, digits, '.', - and _"
        FINE + 'intents: { faq.x: 9 euro. }\nfaq: { y: { questions: [a], answer: b } }\n' || "3: intents that begin with 'faq.' are made of the questions; write it under faq"
        FINE + 'intents: { price.ask: { menu: main } }\n'                                 || "3: there is no menu 'main'; write it under menus"
        FINE + 'intents: { price.ask: { ask: callback } }\n'                              || "3: there is no form 'callback'; write it under forms"
        FINE + 'intents: { price.ask: { buttons: { Yes: price.ask } } }\n'                || "3: buttons need a 'say' beside them to stand below"
        FINE + 'intents: { price.ask: { say: Hi, buttons: faq } }\n'                      || '3: no question under faq has a label that a button could show'
        FINE + 'intents: { price.ask: { say: Hi, buttons: faqs } }\n'                     || "3: 'buttons' can't be 'faqs'; did you mean 'faq'?"
        FINE + 'intents: { price.ask: { say: Hi, buttons: { Site: { link: www.x } } } }\n' || "3: 'link' can't be 'www.x': a link begins with https://, tel: or mailto:"
        FINE + 'intents: { price.ask: { handoff: queu } }\n'                              || "3: 'handoff' can't be 'queu'; did you mean 'queue'?"
        FINE + 'intents: { price.ask: { handoff: { line: three } } }\n'                   || "3: 'line' is a whole number, not 'three'"
        FINE + 'intents: { price.ask: { lead: { titel: Hm, title: Hm } } }\n'              || "3: unknown key 'titel' in a lead; did you mean 'title'?"
        FINE + 'intents: { price.ask: { lead: { phone: "1" } } }\n'                      || "3: a lead needs 'title'; write title: …"
        FINE + 'intents: { price.ask: { lead: "For {customer.nam}" } }\n'                || "3: '{customer.nam}' is not known here; did you mean {customer.name}?"
        FINE + 'intents: { price.ask: { say: Hi, note: Hm } }\n'                          || "3: 'note' needs a 'handoff' beside it; what operators read without one is an 'aside'"
        FINE + 'intents: { price.ask: { handoff: queue, finish: true } }\n'               || "3: a dialog that is handed off can't be finished too; remove one"
        FINE + 'intents: { price.ask: { else: Hm } }\n'                                   || "3: 'else' needs a 'when' beside it"
        FINE + 'intents: { price.ask: { when: { hours: open }, say: Hi } }\n'             || '3: the bot has no hours to be open or closed by; write them under hours'
        FINE + 'intents: { price.ask: { when: { hours: opne }, say: Hi } }\nhours: { mon: "9:00-18:00" }\n' || "3: 'hours' can't be 'opne'; did you mean 'open'?"
        FINE + 'intents: { price.ask: { when: { answer: mark }, say: Hi } }\n'            || "3: there is no answer 'mark' here; a form's 'done' knows the answers of its own slots"
        FINE + 'intents: { price.ask: { when: { misunderstood: often }, say: Hi } }\n'    || "3: 'misunderstood' is a whole number, not 'often'"
        FINE + 'intents: { price.ask: { finish: maybe } }\n'                              || "3: 'finish' is true or false, not 'maybe'"
        'line: { welcome: "Hello, {custmer.name}!" }\n'                                   || "2: '{custmer.name}' is not known here; did you mean {customer.name}?"
        'line: { welcome: "Hello, {customer name}!" }\n'                                  || "2: '{customer name}' names nothing that is known; write {customer.name}, or {{ for a brace"
        'line: { welcome: "Hello, {setings.x}!" }\nsettings: { x: y }\n'                  || "2: '{setings.x}' is not known here; did you mean {settings.x}?"
        FINE + 'hours: { monday-fri: "9-18" }\n'                                          || "3: '9-18' names no hours; write 9:00-18:00, or 9:00-13:00, 14:00-18:00"
        FINE + 'hours: { mo-fr: "9:00-18:00" }\n'                                         || "3: 'fr' is no day of the week; write mon, tue, wed, thu, fri, sat or sun"
        FINE + 'hours: { mon: "9:00-18:00", closed: [Easter] }\n'                         || "3: 'Easter' is no day; write 12-25 for every year, or 2026-12-24 for one"
        FINE + 'idle: { 10 min: Hello }\n'                                               || "3: '10 min' is no time; write 30s, 10m or 1h30m"
        FINE + 'idle: { 10m: Hello, 600s: Hello }\n'                                      || "3: idle PT10M is handled twice, first at bots/plans/bot.yml:3; remove one"
        FINE + 'forms: { call: { slots: { name: Who } } }\n'                             || "3: a form needs 'done'; write done: …"
        FINE + 'forms: { call: { slots: { phone: { ask: Which, type: fone } }, done: Ok } }\n' || "3: 'type' can't be 'fone'; write text, name, phone, email, date, time, duration, number, whole or yes-no"
        FINE + 'forms: { call: { slots: { phone: { type: phone } }, done: Ok } }\n'       || "3: a slot needs 'ask'; write ask: …"
        FINE + 'forms: { call: { slots: { a: { ask: Which, type: phone, choices: [b] } }, done: Ok } }\n' || '3: a slot takes a type, an entity or choices; leave one of them'
        FINE + 'forms: { call: { slots: { name: Who }, done: "Hi {nme}" } }\n'           || "3: '{nme}' is not known here; did you mean {name}?"
        FINE + 'faq: { delivery: { questions: [], answer: Soon. } }\n'                    || "3: 'questions' is an empty list; write something, or remove it"
        FINE + 'faq: { delivery: { question: [When], answer: Soon. } }\n'                 || "3: unknown key 'question' in a question; did you mean 'questions'?"
        FINE + 'commands: { /help: Hi }\n'                                                || "3: '/help' is no name for a command; use small letters, digits, - and _, without the slash"
        FINE + 'menus: { main: { say: Hi, buttons: [ { label: A, does: Hello! }, { label: A, does: Bye! } ] } }\n' || "3: two buttons here are called 'A'"
        FINE + 'texts: { russian: { Hello!: Привет } }\n'                                 || "3: 'russian' is no language; write two letters: ru, de"
    }

    def "files beside it: #message"() {
        expect:
        problems(['bot.yml': HEAD + FINE] + files) == [message]
        where:
        files                                                                     || message
        ['texts/ru.yml': 'Hello!: "Привет, {name}"']                              || "bots/plans/texts/ru.yml:1: '{name}' is not in the text that this translates into 'ru'"
        ['texts/ru.yml': 'Hello!:']                                               || "bots/plans/texts/ru.yml:1: 'Hello!' has no translation; write it, or remove the line"
        ['texts/russian.yml': 'Hello!: Привет']                                   || "bots/plans/texts/russian.yml:1: 'russian' is no language; call the file ru.yml, de.yml"
        ['texts/ru.yml': '- Hello!']                                              || "bots/plans/texts/ru.yml:1: this file is a list of texts: 'as written': 'translated'"
        ['intents/en/price.yml': 'phrase: [how much]']                            || "bots/plans/intents/en/price.yml:1: unknown key 'phrase'; known are phrases, lists, patterns, synonyms"
    }

    def "what is odd stops no bot, but is told"() {
        given:
        problems(['bot.yml': HEAD + 'line: { welcome: [Hello!, "1"] }\notherwise: Hm?\n'.replace('Hm?', '"Hm?"'), 'texts/ru.yml': 'Helo!: Привет\n'])
        def plugin = Plugins.from(bots, PhraseBook.shipped()).find('plans').get()
        expect:
        plugin.problems() == []
        plugin.hints()*.toString() == [
            "bots/plans/texts/ru.yml:1: the bot says no such text; did you mean 'Hello!'?",
            "bots/plans/bot.yml:2: 'Hello!' is not said in 'ru'",
            "bots/plans/bot.yml:3: 'Hm?' is not said in 'ru'",
        ]
    }

    def "a bot in Java: #message"() {
        expect:
        problems(['bot.yml': "bot: { name: M, language: en, class: plans.PlansBot }\n$table".toString(), 'PlansBot.java': "package plans;\nimport static openlines.bot.Reply.*;\nimport openlines.bot.*;\npublic class PlansBot implements Bot {\n  $code\n}".toString()]) == [message]
        where:
        table  | code                                                                                        || message
        ''     | 'public void define(Dialog on) { on.welcom(turn -> silence()); }'                            || 'bots/plans/PlansBot.java:5: cannot find symbol; symbol:   method welcom((turn)->silence()); location: variable on of type openlines.bot.Dialog'
        ''     | 'public void define(Dialog on) { on.welcome(turn -> silence()) }'                            || "bots/plans/PlansBot.java:5: ';' expected"
        ''     | 'PlansBot(String name) {} public void define(Dialog on) { }'                                 || 'bots/plans/bot.yml:1: plans.PlansBot must have one constructor, which takes nothing, or some of Settings, WorkingHours and Profile'
        FINE   | 'public void define(Dialog on) { on.welcome(turn -> silence()); }'                           || "bots/plans/bot.yml:2: the bot is written in plans.PlansBot, so 'line' has no effect here; move it there, or remove 'class'"
        ''     | 'public void define(Dialog on) { on.intent("greeting", t -> silence()).intent("greeting", t -> silence()); }' || "bots/plans/PlansBot.java:5: intent 'greeting' is handled twice, first at PlansBot.java:5; remove one"
        ''     | 'record Callback(String name) {} public void define(Dialog on) { on.submit(Callback.class, (t, f) -> silence()); on.welcome(t -> silence()); }' || "bots/plans/PlansBot.java:5: Callback: the form's component 'name' has no question: write @Ask(\"…\") before it"
    }

    def "a folder without a bot.yml, and two bots of one code"() {
        given:
        Files.createDirectory(bots.resolve('empty'))
        problems(['bot.yml': 'bot: { name: M, language: en, code: plans }\n' + FINE], 'other')
        expect:
        problems(['bot.yml': HEAD + FINE]) == [
            'bots/empty:0: the folder has no bot.yml; write one, or begin the folder\'s name with _ if it is no bot',
            "bots/plans/bot.yml:1: the code 'plans' is that of bots/other too; give one of them another",
        ]
    }

    def "everything is told at once, in the order of files and lines"() {
        expect:
        problems(['bot.yml': HEAD + 'line: { welcom: Hi! }\nintents:\n  prise.ask: { handoff: queu }\n  human.please: { menu: main }\nidle: { soon: Hm }\n', 'texts/ru.yml': 'Nothing: "{nothing}"']) == [
            "bots/plans/bot.yml:2: unknown key 'welcom' in line; did you mean 'welcome'?",
            "bots/plans/bot.yml:4: 'handoff' can't be 'queu'; did you mean 'queue'?",
            "bots/plans/bot.yml:4: intent 'prise.ask' has no phrases; write intents/<language>/prise.ask.yml, or did you mean 'price.ask'?",
            "bots/plans/bot.yml:5: there is no menu 'main'; write it under menus",
            "bots/plans/bot.yml:6: 'soon' is no time; write 30s, 10m or 1h30m",
            "bots/plans/texts/ru.yml:1: '{nothing}' is not in the text that this translates into 'ru'",
        ]
    }
}
