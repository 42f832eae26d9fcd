package openlines.bot

import static openlines.bot.Reply.*

import java.time.Duration
import java.time.Instant
import java.time.ZoneOffset
import spock.lang.Specification

class ConversationSpec extends Specification {
    static record Picked(String plan) {}

    static record Callback(
            @Ask("What is your name?") String name,
            @Ask(value = "Which number?", again = "I need the whole number.") @Phone String phone,
            @Ask("Morning or evening?") @Choice(["morning", "evening"]) Optional<String> when) {}

    /** Reads "intent:x" as that intent, digits of some length as a phone, and takes nothing else. */
    static final Reader READER = { String text, String language, Set<String> expected ->
        def phone = text =~ /\+?\d{7,}/
        def entities = phone.find() ? [new Entity('phone', phone.group(), phone.group(), phone.start(), phone.end(), 1)] : []
        def named = text.contains('intent:') ? text.substring(text.indexOf('intent:') + 7) : null
        def second = text.contains('+intent:') ? [new Guess(text.substring(text.lastIndexOf('intent:') + 7), 0.3d)] : []
        named = second ? text.substring(text.indexOf('intent:') + 7, text.indexOf('+intent:')) : named
        new Understanding(text, text.startsWith('ru:') ? 'ru' : language, Optional.ofNullable(named), named ? [new Guess(named, text.startsWith('unsure:') ? 0.4d : text.startsWith('fair:') || second ? 0.7d : 0.95d)] + second : [], entities)
    }

    DialogState state = DialogState.NEW
    String channel = 'livechat'
    Outcome last

    Conversation conversation = talking { on ->
        on.welcome { turn -> say('Hello, {}!', turn.customer().name()).with(keyboard('Basic', new Picked('basic'), 'Team', new Picked('team'))) }
        on.button(Picked) { turn, picked -> say('{} it is.', picked.plan()).then(remember('plan', picked.plan())) }
        on.intent('callback.request') { turn -> ask(Callback) }
        on.intent('price.ask') { turn -> say('9 euro.') }
        on.intent('greeting') { turn -> say('Hello again.') }
        on.submit(Callback) { turn, form -> say('{}, we call {} {}.', form.name(), form.phone(), form.when().orElse('any time')) }
        on.intent('human.please') { turn -> say('Calling a colleague.').then(handoff().noting(turn.summary())) }
        on.command('plan') { turn -> say('{} {}', turn.remembered('plan').orElse('none'), turn.text()) }
        on.idle(Duration.ofMinutes(10)) { turn -> say('Are you still there?') }
        on.idle(Duration.ofMinutes(30)) { turn -> finish() }
    }

    private static Conversation talking(Closure<?> table) {
        Conversation.of(new Profile('plans', 'Marina', 'en', new Translations([ru: ['Hello, {}!': 'Здравствуйте, {}!', 'Basic': 'Простой', 'Hello again.': 'И снова здравствуйте.']])), table as Bot)
    }

    private Outcome happens(Happening happening, String language = 'en') {
        def scene = new Scene(new Customer(7, 'Olga [b]'), new Channel(channel), 1, language, Instant.EPOCH, ZoneOffset.UTC)
        last = conversation.take(happening, scene, state, READER)
        state = last.state()
        last
    }

    private List<String> hears(String text) {
        said(happens(new Happening.Message(text)))
    }

    private static List<String> said(Outcome outcome) {
        outcome.acts().findAll { it instanceof Say }.collect { it.text() }
    }

    def "a greeting names the customer and makes a name's BB code harmless"() {
        expect:
        said(happens(new Happening.Joined(Reason.WELCOME))) == ['Hello, Olga [\u200Bb]!']
    }

    def "the event's language chooses the translation, and what has none stays as written"() {
        when:
        happens(new Happening.Joined(Reason.WELCOME), 'ru')
        then:
        said(last) == ['Здравствуйте, Olga [\u200Bb]!']
        (last.acts()[0] as Say).keyboard().buttons()*.label() == ['Простой', 'Team']
    }

    def "who is greeted and says hello is not greeted again, but in another language"() {
        given:
        happens(new Happening.Joined(Reason.WELCOME))
        expect:
        hears('intent:greeting') == []
        last.handler() == 'greeted already'
        hears('intent:greeting') == ['Hello again.']
    }

    def "a greeting with a question in it is the question, though the bot has greeted"() {
        given:
        happens(new Happening.Joined(Reason.WELCOME))
        expect:
        hears('intent:greeting+intent:callback.request') == ['What is your name?']
    }

    def "a greeting beside it makes a question no less likely"() {
        given:
        happens(new Happening.Joined(Reason.WELCOME))
        expect:
        hears('unsure:intent:callback.request') != ['What is your name?']
        hears('unsure:intent:callback.request+intent:greeting') == ['What is your name?']
    }

    def "what else a greeting may mean, and nobody handles, leaves it a greeting"() {
        expect:
        hears('intent:greeting+intent:weather') == ['Hello again.']
    }

    def "a greeting in another language than the bot's is answered in it"() {
        given:
        happens(new Happening.Joined(Reason.WELCOME))
        expect:
        hears('ru:intent:greeting') == ['И снова здравствуйте.']
    }

    def "a press, its number and its label do the same"() {
        given:
        happens(new Happening.Joined(Reason.WELCOME))
        expect:
        said(happens(press)) == ['team it is.']
        where:
        press << [new Happening.Pressed('Picked?plan=team'), new Happening.Message('2'), new Happening.Message('2.'), new Happening.Message(' TEAM ')]
    }

    def "a channel without buttons gets a numbered list"() {
        given:
        channel = 'whatsapp'
        expect:
        said(happens(new Happening.Joined(Reason.WELCOME))) == ['Hello, Olga [\u200Bb]!\n1. Basic\n2. Team']
        (last.acts()[0] as Say).keyboard().isEmpty()
        hears('1') == ['basic it is.']
    }

    def "a number that names no button is a message like another"() {
        given:
        happens(new Happening.Joined(Reason.WELCOME))
        expect:
        hears('3') == ['Sorry, I did not understand. Could you say it in other words?']
    }

    def "a form asks one by one, says again what it could not read, and submits"() {
        expect:
        hears('intent:callback.request') == ['What is your name?']
        hears('Olga') == ['Which number?']
        hears('later') == ['I need the whole number.']
        hears('+4930123456') == ['Morning or evening?']
        hears('2') == ['Olga, we call +4930123456 evening.']
        state.form() == ''
        state.memory().drafts().isEmpty()
    }

    def "an optional slot may be skipped"() {
        given:
        ['intent:callback.request', 'Olga', '+4930123456'].each { hears(it) }
        expect:
        hears('skip') == ['Olga, we call +4930123456 any time.']
    }

    def "an interruption is answered and the question comes again"() {
        given:
        ['intent:callback.request', 'Olga'].each { hears(it) }
        expect:
        hears('intent:price.ask') == ['9 euro.', 'Which number?']
        last.handler() == 'intent price.ask'
        hears('+4930123456') == ['Morning or evening?']
    }

    def "an earlier slot is corrected by saying it anew, or by going back"() {
        given:
        ['intent:callback.request', 'Olga', '+4930123456'].each { hears(it) }
        expect:
        hears('no, +4940999999') == ['Morning or evening?']
        hears('back') == ['Which number?']
        hears('+4940111111') == ['Morning or evening?']
        hears('morning') == ['Olga, we call +4940111111 morning.']
    }

    def "a cancelled form is forgotten"() {
        given:
        ['intent:callback.request', 'Olga'].each { hears(it) }
        expect:
        hears('cancel') == ['All right, I have stopped.']
        hears('intent:callback.request') == ['What is your name?']
    }

    def "an expired form keeps what was answered"() {
        given:
        ['intent:callback.request', 'Olga'].each { hears(it) }
        def expiry = last.timers().find { it.name() == 'form' }
        expect:
        said(happens(new Happening.Due(expiry))) == []
        hears('intent:callback.request') == ['Which number?']
    }

    def "what cannot be read a third time goes to the bot's otherwise, and then to a person"() {
        given:
        ['intent:callback.request', 'Olga', 'what', 'hm'].each { hears(it) }
        when:
        hears('uh')
        then:
        last.acts()[-1] instanceof Handoff
    }

    def "a hand-off takes along what was asked and what is known"() {
        given:
        ['intent:callback.request', 'Olga', '+4930123456'].each { hears(it) }
        when:
        happens(new Happening.Message('intent:human.please'))
        then:
        last.acts()*.class == [Say, Handoff]
        (last.acts()[1] as Handoff).note().contains('phone: +4930123456')
        (last.acts()[1] as Handoff).note().contains('> Olga')
        last.leaves()
        last.timers() == []
    }

    def "idle timers run from the answer, the longer one goes on when the shorter has fired"() {
        given:
        hears('intent:price.ask')
        expect:
        last.timers() == [new Timer('idle:PT10M', Duration.ofMinutes(10)), new Timer('idle:PT30M', Duration.ofMinutes(30))]
        said(happens(new Happening.Due(last.timers()[0]))) == ['Are you still there?']
        last.timers() == [new Timer('idle:PT30M', Duration.ofMinutes(20))]
        happens(new Happening.Due(last.timers()[0])).acts() == [new Finish()]
    }

    def "an intent that is less likely than not is not acted on"() {
        expect:
        hears('unsure:intent:price.ask') == ['Sorry, I did not understand. Could you say it in other words?']
    }

    def "a clumsy answer is no interruption unless its intent is sure"() {
        given:
        ['intent:callback.request', 'Olga'].each { hears(it) }
        expect:
        hears('fair:intent:price.ask') == ['I need the whole number.']
        hears('intent:price.ask') == ['9 euro.', 'Which number?']
    }

    def "a command has its parameters, and memory lasts"() {
        given:
        happens(new Happening.Joined(Reason.WELCOME))
        hears('2')
        expect:
        hears('/plan now') == ['team now']
    }

    def "three messages nobody understands bring a person"() {
        given:
        2.times { hears('xyzzy') }
        when:
        hears('xyzzy')
        then:
        last.acts()[-1] instanceof Handoff
        said(last) == ['I am calling a colleague.']
    }

    def "a failed handler is apologised for, and a person is called"() {
        expect:
        happens(new Happening.Failed('boom')).acts()*.class == [Say, Handoff]
    }

    def "everything that is wrong is told at once, with its place"() {
        given:
        def wrong = talking { on ->
            on.intent('price.ask') { turn -> silence() }
            on.intent('price.ask') { turn -> silence() }
            on.intent('prise.ask') { turn -> silence() }
            on.submit(Picked) { turn, form -> silence() }
        }
        when:
        def problems = wrong.problems(['price.ask'] as Set)*.toString()
        then:
        problems.size() == 3
        problems.every { it ==~ /ConversationSpec.groovy:\d+: .*/ }
        problems.any { it.contains("intent 'price.ask' is handled twice, first at ConversationSpec.groovy:") }
        problems.any { it.endsWith("intent 'prise.ask' has no phrases; write intents/<language>/prise.ask.yml, or did you mean 'price.ask'?") }
        problems.any { it.contains('@Ask') }
    }

    def "a question may name what was answered, and a text what is known"() {
        given:
        conversation = talking { on ->
            on.welcome { turn -> say('Hello, {customer.name|there}! {{no hole} {}', turn.words(), 'and') }
            on.intent('callback.request') { turn -> ask(Named) }
            on.submit(Named) { turn, form -> silence() }
        }
        expect:
        said(happens(new Happening.Joined(Reason.WELCOME))) == ['Hello, Olga [\u200Bb]! {no hole} and']
        hears('intent:callback.request') == ['Name?']
        hears('Olga') == ['Olga, which number?']
    }

    static record Named(@Ask('Name?') String name, @Ask('{name}, which number?') @Phone String phone) {}

    def "an interruption that asks for the form has its question asked once"() {
        given:
        ['intent:callback.request', 'Olga'].each { hears(it) }
        expect:
        hears('intent:callback.request') == ['Which number?']
    }

    def "what is plainly no name is asked again: #answer"() {
        given:
        conversation = talking { on ->
            on.intent('callback.request') { turn -> ask(Visitor) }
            on.submit(Visitor) { turn, form -> say('Thank you, {}.', form.name()) }
        }
        hears('intent:callback.request')
        expect:
        hears(answer) == ['Name?']
        hears('Anna-Maria von Berg') == ['Thank you, Anna-Maria von Berg.']
        where:
        answer << ['ok', '🙂', 'what does it cost?', 'I would like to know how this works. ' * 540, '12', 'no']
    }

    static record Visitor(@Ask('Name?') @Name String name) {}

    def "a form's free answer does not change the language"() {
        given:
        def reader = { String text, String language, Set<String> expected ->
            new Understanding(text, 'ru', Optional.of(text.startsWith('intent:') ? text.substring(7) : 'unhandled'), [new Guess('x', 0.5d)], [])
        } as Reader
        def scene = new Scene(Customer.UNKNOWN, new Channel(channel), 1, 'en', Instant.EPOCH, ZoneOffset.UTC)
        def asked = conversation.take(new Happening.Message('intent:callback.request'), scene, DialogState.NEW, READER).state()
        expect:
        asked.language() == 'en'
        conversation.take(new Happening.Message('Olga'), scene, asked, reader).state().language() == 'en'
        conversation.take(new Happening.Message('intent:price.ask'), scene, DialogState.NEW, reader).state().language() == 'ru'
    }

    def "working hours: #time is #open, and the next opening is #next"() {
        given:
        def hours = WorkingHours.NONE.with('mon-fri', '9:00-13:00, 14:00-18:00').with('sat', '10:00-24:00').closedOn('12-25').closedOn('2026-11-24')
        def at = java.time.LocalDateTime.parse(time).atZone(ZoneOffset.UTC)
        expect:
        hours.openAt(at) == open
        hours.nextOpening(at).get().toLocalDateTime().toString() == next
        where:
        time               | open  | next
        '2026-11-23T09:00' | true  | '2026-11-23T14:00'
        '2026-11-23T13:00' | false | '2026-11-23T14:00'
        '2026-11-23T18:00' | false | '2026-11-25T09:00'
        '2026-11-24T10:00' | false | '2026-11-25T09:00'
        '2026-11-28T23:59' | true  | '2026-11-30T09:00'
        '2026-12-25T10:00' | false | '2026-12-26T10:00'
    }

    def "hours that can't be read say what to write: #words"() {
        when:
        days ? WorkingHours.NONE.with(days, words) : WorkingHours.NONE.closedOn(words)
        then:
        def e = thrown(IllegalArgumentException)
        e.message == message
        where:
        days      | words         | message
        'mon-fri' | '9 to 18'     | "'9 to 18' names no hours; write 9:00-18:00, or 9:00-13:00, 14:00-18:00"
        'mon-fri' | '18:00-9:00'  | "'18:00-9:00' ends before it begins; write the night's second half on the next day"
        'mon-fri' | '9:00-25:00'  | "'9:00-25:00' names no time of a day"
        'monn'    | '9:00-18:00'  | "'monn' is no day of the week; write mon, tue, wed, thu, fri, sat or sun"
        ''        | 'Christmas'   | "'Christmas' is no day; write 12-25 for every year, or 2026-12-24 for one"
    }
}
