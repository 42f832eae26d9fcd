package openlines.simulator

import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification

/** A line that does nothing by itself, on which a spec switches on the rule that it is about. */
abstract class LineRules extends Specification {

    @Shared @AutoCleanup Portal portal = new Portal()

    def setup() {
        portal.control('POST', 'reset')
        portal.line(1, [WELCOME_MESSAGE: 'N', VOTE_MESSAGE: 'N', CLOSE_RULE: 'none', QUEUE_TIME: 0, NO_ANSWER_TIME: 0,
                FULL_CLOSE_TIME: 0])
    }

    protected Map session(chat) { portal.chat(chat).session as Map }

    protected long newChat(String name = 'Klara', String text = 'hello') {
        portal.say(portal.customer(name: name), text).chatId
    }

    /** A bot that welcomes on the first line. */
    protected long bot(Map line) {
        def id = portal.call('imbot.v2.Bot.register', [fields: [code: 'b', botToken: 't', properties: [name: 'B'], type: 'openline']]).bot.id
        portal.line(1, [WELCOME_BOT_ENABLE: 'Y', WELCOME_BOT_ID: id] + line)
        id
    }
}
