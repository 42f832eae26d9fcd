package openlines.testkit

import com.fasterxml.jackson.databind.JsonNode
import java.nio.file.Path
import java.time.Duration
import java.util.concurrent.Callable
import java.util.concurrent.ConcurrentHashMap
import java.util.concurrent.CountDownLatch
import java.util.concurrent.Executors
import java.util.concurrent.Semaphore
import java.util.concurrent.TimeUnit
import java.util.concurrent.atomic.AtomicInteger
import openlines.nlp.Hint
import openlines.plugin.Lessons
import openlines.plugin.Plugins
import openlines.runtime.HostedBot
import openlines.runtime.Reads
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification

/**
 * The first law, in 2,000 random conversations through portal and runtime: while a person holds a session, no bot writes.
 * Operators come and go at random, also while a bot is thinking; calls fail; time passes. The seed is fixed.
 */
class NeverOverAPersonSpec extends Specification {
    static final int WAVES = 20
    static final int CHATS = 100
    static final int ROUNDS = 4
    /** So many conversations are acted in at the same moment. */
    static final int AT_ONCE = 8
    static final int RARELY = 50
    static final long LINE = 1
    static final List<Integer> STAFF = [2, 3, 4]
    static final String GATE = '⏳'
    static final List<String> WORDS = ['hello', 'what does it cost?', 'when are you open', 'please call me back', 'Olga', '+49 30 901820',
            'a human please', 'your service is terrible', 'thank you', 'xyzzy', '1', '5', 'skip', 'cancel', 'back', 'сколько стоит',
            'позовите человека', 'was kostet das?', 'Rückruf bitte', 'goodbye']

    @Shared
    Plugins bots = Plugins.from(Path.of('bots'))
    @Shared
    Lessons lessons = Lessons.now()
    @Shared
    Map<String, CountDownLatch> entered = new ConcurrentHashMap<>()
    @Shared
    Map<String, CountDownLatch> released = new ConcurrentHashMap<>()
    @Shared
    @AutoCleanup
    TestPortal portal = TestPortal.hosting(['welcome', 'noanswer', 'survey'].collect { hosted(it) })

    /** Reads as ever; what ends with a gate's mark is read once the gate opens. */
    private HostedBot hosted(String name) {
        def plugin = bots.find(name).get()
        def taught = lessons.of(plugin).learnt()
        new HostedBot(plugin.conversation(), { String text, Hint hint ->
            int gate = text.indexOf(GATE)
            if (gate >= 0) {
                entered[text.substring(gate)].countDown()
                released[text.substring(gate)].await()
            }
            taught.understand(gate < 0 ? text : text.substring(0, gate).strip(), hint)
        } as Reads)
    }

    /** What is known of a conversation after a step. */
    private class Talk {
        final Random random
        final long customer
        long chat
        JsonNode seen
        /** The last message when a person took the session; 0 where none holds it. */
        long boundary

        Talk(long seed) {
            random = new Random(seed)
            customer = portal.control().post('customers', [line: LINE, connector: random.nextBoolean() ? 'livechat' : 'whatsapp', name: 'Klara Klein']).path('id').asLong()
        }

        String stage() { seen?.path('session')?.path('stage')?.asText() ?: '' }

        long operator() { seen.path('session').path('operator').asLong() }

        void act(Tally tally, boolean troubled) {
            def choices = [this.&says, this.&says]
            switch (stage()) {
                // where calls fail a bot may not come to think at all
                case 'BOT': choices += [this.&presses, this.&isIntercepted] + (troubled ? [this.&isTaken] : [this.&isTakenWhileTheBotThinks] * 2); break
                case 'QUEUE': choices += [this.&isTaken, this.&isTaken, this.&presses]; break
                case 'ANSWERED': choices += [this.&hearsTheOperator, this.&goesBackToTheBot, this.&goesToTheQueue, this.&goesToAColleague, this.&isIntercepted, this.&isFinished, this.&isSkipped]; break
            }
            def choice = choices[random.nextInt(choices.size())]
            tally.count(choice.method)
            choice.call()
        }

        void says(String mark = '') {
            chat = portal.control().post("customers/$customer/say", [text: WORDS[random.nextInt(WORDS.size())] + mark]).path('chatId').asLong()
        }

        void presses() {
            def message = ChatMessage.in(seen).reverse().find { it.buttons() }
            if (message && seen.path('entityId').asText().startsWith('livechat')) {
                portal.control().post("customers/$customer/press", [messageId: message.id(), button: message.buttons()[random.nextInt(message.buttons().size())]])
            }
        }

        void isTaken() { holds(operates('answer', person())) }

        void isIntercepted() { holds(operates('intercept', (STAFF - (int) operator())[random.nextInt(2)])) }

        void isTakenWhileTheBotThinks() {
            def gate = "$GATE$customer ${random.nextInt(1_000_000)}".toString()
            entered[gate] = new CountDownLatch(1)
            released[gate] = new CountDownLatch(1)
            says(' ' + gate)
            try {
                assert entered[gate].await(60, TimeUnit.SECONDS)
                isTaken()
            } finally {
                released[gate].countDown()
            }
        }

        void hearsTheOperator() { operates('say', operator(), [text: 'Anna here.']) }

        void goesBackToTheBot() { leaves { operates('transfer', operator(), [USER_ID: portal.bot('welcome')]) } }

        void goesToTheQueue() { leaves { operates('transfer', operator(), [QUEUE_ID: LINE]) } }

        void goesToAColleague() { leaves { operates('transfer', operator(), [USER_ID: (STAFF - (int) operator())[random.nextInt(2)]]) } }

        void isFinished() { leaves { operates('finish', operator()) } }

        void isSkipped() { leaves { operates('skip', operator()) } }

        /** Without a word, so that only the next wave's conversations go on. */
        void ends() { chat && operates('spam', person()) }

        private JsonNode operates(String act, long who, Map with = [:]) { portal.control().post("chats/$chat/operators/$who/$act", with) }

        private long person() { STAFF[random.nextInt(STAFF.size())] }

        /** The answer to an operator's act is the chat as it stood at that moment. */
        private void holds(JsonNode now) {
            if (now.path('session').path('stage').asText() == 'ANSWERED') {
                boundary = boundary ?: now.path('lastMessageId').asLong()
            }
        }

        private void leaves(Closure<?> act) {
            boundary = 0
            act()
        }

        /** Compares with what was there before. */
        void look(Tally tally) {
            if (!chat) {
                return
            }
            seen = portal.control().get("chats/$chat")
            if (stage() != 'ANSWERED') {
                boundary = 0
            } else if (boundary) {
                tally.heldSteps.incrementAndGet()
                // what a bot says that is in the chat no more, the line says for it
                def over = ChatMessage.in(seen).findAll { it.id() > boundary && (it.kind() == 'bot' || it.author() == 0 && !it.hidden()) }
                assert over == [], "chat $chat: a bot wrote while ${seen.path('session').path('operatorName').asText()} had the session"
            } else {
                // taken by a way that tells no moment: it counts from now on
                boundary = seen.path('lastMessageId').asLong()
            }
        }

        int said() { ChatMessage.in(seen).count { it.kind() == 'bot' } as int }
    }

    private static class Tally {
        final Map<String, AtomicInteger> acts = new ConcurrentHashMap<>()
        final AtomicInteger heldSteps = new AtomicInteger()

        void count(String act) { acts.computeIfAbsent(act) { new AtomicInteger() }.incrementAndGet() }
    }

    def "no bot writes while a person holds the session"() {
        given:
        portal.line(NO_ANSWER_BOT_ID: portal.bot('noanswer'), NO_ANSWER_TIME: 120, QUEUE_TIME: 0, CLOSE_BOT_ID: portal.bot('survey'),
                WELCOME_BOT_TIME: 0, FULL_CLOSE_TIME: 10, AUTO_CLOSE_TIME: 7200)
        def random = new Random(2026)
        def tally = new Tally()
        def spoken = 0

        when:
        WAVES.times { wave ->
            def talks = (1..CHATS).collect { new Talk(wave * 10_000 + it) }
            ROUNDS.times {
                def troubled = random.nextInt(3) == 0
                if (troubled) {
                    portal.control().post('faults', [error: 'INTERNAL_SERVER_ERROR', status: 503, count: 2])
                }
                together(talks) { it.act(tally, troubled) }
                portal.settle()
                together(talks) { it.look(tally) }
                portal.clock().advance(Duration.ofSeconds((troubled ? [65, 130] : [1, 5, 65, 130, 250]).shuffled(random).first()))
                together(talks) { it.look(tally) }
            }
            spoken += talks.sum { it.said() }
            together(talks) { it.ends() }
            portal.settle()
        }

        then: 'it was not vain: bots spoke, people held, and everything that can happen did'
        spoken > WAVES * CHATS
        tally.heldSteps.get() > WAVES * CHATS
        ['says', 'presses', 'isTaken', 'isIntercepted', 'isTakenWhileTheBotThinks', 'hearsTheOperator', 'goesBackToTheBot', 'goesToTheQueue',
         'goesToAColleague', 'isFinished', 'isSkipped'].findAll { (tally.acts[it]?.get() ?: 0) < RARELY } == []
    }

    private static void together(List<Talk> talks, Closure<?> step) {
        def room = new Semaphore(AT_ONCE)
        Executors.newVirtualThreadPerTaskExecutor().withCloseable { threads ->
            talks.collect { talk ->
                threads.submit({
                    room.acquire()
                    try {
                        step(talk)
                    } finally {
                        room.release()
                    }
                } as Callable)
            }*.get()
        }
    }
}
