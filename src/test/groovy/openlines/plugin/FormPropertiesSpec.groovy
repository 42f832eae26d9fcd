package openlines.plugin

import static openlines.bot.Reply.*

import java.time.Duration
import java.time.Instant
import java.time.ZoneOffset
import openlines.bot.*
import spock.lang.Specification

/** What holds in every conversation, whatever is said in it. The seeds are fixed, so a failure comes again. */
class FormPropertiesSpec extends Specification {
    static final int CONVERSATIONS = 400
    static final int TURNS = 20

    static record Picked(String plan) {}

    static record Order(@Ask('Name?') String name, @Ask('{name}, phone?') @Phone String phone, @Ask('Size?') @Choice(['small', 'large']) String size, @Ask('Note?') Optional<String> note) {}

    static record OrderBefore(@Ask('Name?') String name, @Ask('Phone?') @Phone String phone) {}

    static final Reader READER = { String text, String language, Set<String> expected ->
        def phone = text =~ /\+\d{7,}/
        def entities = phone.find() ? [new Entity('phone', phone.group(), phone.group(), 0, 1, 1)] : []
        def intent = text.startsWith('!') ? text.substring(1) : null
        new Understanding(text, language, Optional.ofNullable(intent), intent ? [new Guess(intent, 0.95d)] : [], entities)
    } as Reader

    private static Scene scene(String channel) {
        new Scene(new Customer(1, 'Olga'), new Channel(channel), 1, 'en', Instant.EPOCH, ZoneOffset.UTC)
    }

    private static Conversation shop(Closure<?> submitted) {
        Conversation.of(new Profile('shop', 'S', 'en', Translations.NONE), { Dialog on ->
            on.welcome { turn -> say('Hello').with(keyboard('Basic', new Picked('basic'), 'Team', new Picked('team'), 'Order', new Go('order'))) }
            on.button(Picked) { turn, picked -> say('{} it is', picked.plan()) }
            on.intent('order') { turn -> ask(Order) }
            on.intent('price') { turn -> say('9 euro').with(keyboard('Basic', new Picked('basic'), 'Order', new Go('order'))) }
            on.submit(Order) { turn, form -> submitted(form); say('Thanks {}', form.name()) }
            on.idle(Duration.ofMinutes(5)) { turn -> say('Still there?') }
            on.otherwise { turn -> say('Sorry?') }
        } as Bot)
    }

    def "a form never loses an answered slot, but to the customer's own 'back' and 'cancel'"() {
        given:
        def submissions = 0
        def shop = shop { submissions++ }
        def random = new Random(7)
        def words = ['Olga', '+4930123456', '+4940999999', 'small', 'large', '!price', '!order', 'hm', 'skip', 'what?', '1', '2', '/x', '']
        expect:
        CONVERSATIONS.times {
            def state = DialogState.NEW
            def before = submissions
            TURNS.times {
                def text = words[random.nextInt(words.size())]
                def known = state.memory().drafts().getOrDefault('Order', [:])
                def counted = submissions
                def timer = random.nextInt(12) == 0
                def happening = timer ? new Happening.Due(new Timer('form', Duration.ofDays(1))) : new Happening.Message(text)
                def outcome = shop.take(happening, scene('livechat'), state, READER)
                def after = outcome.state().memory().drafts().getOrDefault('Order', [:])
                assert submissions > counted || after.keySet().containsAll(known.keySet())
                // a value changes only where the message held a new one
                known.each { slot, value -> assert submissions > counted || after[slot] == value || text.contains(after[slot]) }
                state = outcome.state()
            }
        }
        // the walk reaches the end often enough to have meant something
        submissions > 100
    }

    def "a number, a label and a press do the same, wherever buttons are shown"() {
        given:
        def shop = shop { }
        def random = new Random(11)
        def presses = 0
        expect:
        CONVERSATIONS.times {
            def state = DialogState.NEW
            def happenings = [new Happening.Joined(Reason.WELCOME)]
            TURNS.times {
                def offered = state.offered()
                if (offered && random.nextInt(3) > 0) {
                    def index = random.nextInt(offered.size())
                    def outcomes = [
                        shop.take(new Happening.Pressed(offered[index].payload()), scene('livechat'), state, READER),
                        shop.take(new Happening.Message("${index + 1}".toString()), scene('livechat'), state, READER),
                        shop.take(new Happening.Message(offered[index].label()), scene('livechat'), state, READER),
                        shop.take(new Happening.Message("${index + 1}".toString()), scene('whatsapp'), state, READER),
                    ]
                    assert (outcomes*.handler() as Set).size() == 1
                    assert (outcomes[0..2]*.acts() as Set).size() == 1
                    assert (outcomes.collect { [it.state().form(), it.state().slot(), it.state().offered(), it.state().memory().drafts()] } as Set).size() == 1
                    assert outcomes[3].acts().every { it.keyboard().isEmpty() }
                    presses++
                    state = outcomes[0].state()
                } else {
                    def text = ['Olga', '+4930123456', '!price', '!order', 'hm'][random.nextInt(5)]
                    def happening = state == DialogState.NEW ? happenings[0] : new Happening.Message(text)
                    state = shop.take(happening, scene('livechat'), state, READER).state()
                }
            }
        }
        presses > CONVERSATIONS
    }

    def "a form that has changed between two runs asks the new slot only"() {
        given:
        def submitted = []
        def before = Conversation.of(new Profile('shop', 'S', 'en', Translations.NONE), { Dialog on ->
            on.intent('order') { turn -> ask(OrderBefore) }
            on.submit(OrderBefore) { turn, form -> silence() }
        } as Bot)
        def after = shop { submitted << it }
        def state = DialogState.NEW
        ['!order', 'Olga', '+4930123456'].take(2).each { state = before.take(new Happening.Message(it), scene('livechat'), state, READER).state() }
        // the new run has the same form under the same name, with two slots more
        state = renamed(state)
        when:
        def first = after.take(new Happening.Message('+4930123456'), scene('livechat'), state, READER)
        def second = after.take(new Happening.Message('large'), scene('livechat'), first.state(), READER)
        def third = after.take(new Happening.Message('skip'), scene('livechat'), second.state(), READER)
        then:
        first.acts()*.text() == ['Size?']
        second.acts()*.text() == ['Note?']
        third.acts()*.text() == ['Thanks Olga']
        submitted == [new Order('Olga', '+4930123456', 'large', Optional.empty())]
    }

    /** Two records of one class can't have one name, so the stored state is given the new one's. */
    private static DialogState renamed(DialogState state) {
        def drafts = [Order: state.memory().drafts().OrderBefore]
        new DialogState(state.language(), state.misunderstood(), state.offered(), 'Order', state.slot(), new Memory(drafts, state.memory().values(), state.memory().heard()))
    }
}
