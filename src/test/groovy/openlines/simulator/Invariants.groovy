package openlines.simulator

import java.time.Instant

/** What has to be true of a portal at any time, read from its snapshot. */
class Invariants {

    static List<String> broken(Map portal) {
        sessions(portal) + timers(portal) + waiting(portal) + messages(portal) + ids(portal)
    }

    private static List<Map> all(Map portal, String what) { portal[what].items.values() as List<Map> }

    /** One holder at most, who is there; one session at a time in a chat, the newest. */
    private static List<String> sessions(Map portal) {
        def problems = []
        def chats = portal.chats.items as Map<String, Map>
        all(portal, 'sessions').groupBy { it.chatId }.each { chat, own ->
            def running = own.findAll { it.stage != 'CLOSED' }
            if (running.size() > 1) problems << "chat $chat has ${running.size()} sessions at a time"
            if (running && running[0].id != own*.id.max()) problems << "chat $chat goes on in an old session"
        }
        all(portal, 'sessions').each {
            def held = it.stage in ['BOT', 'ANSWERED']
            if (held && it.operator == 0) problems << "session $it.id is held by nobody"
            if (held && it.offeredToAll) problems << "session $it.id is held and offered"
            if (held && !chats["$it.chatId"].members.contains(it.operator)) {
                problems << "session $it.id is held by $it.operator, who is not in the chat"
            }
            if (it.stage == 'QUEUE' && it.operator && !chats["$it.chatId"].members.contains(it.operator)) {
                problems << "session $it.id is offered to $it.operator, who is not in the chat"
            }
            if (it.parentId && !(it.parentId < it.id)) problems << "session $it.id is older than its parent"
            if ((it.stage == 'CLOSED') != (it.closed != null)) problems << "session $it.id is $it.stage with the closing time $it.closed"
            if (it.stage in ['CLOSED', 'CLOSING'] && it.waiting) problems << "the customer of session $it.id waits after its end"
        }
        problems
    }

    /** Stages in which a timer may run. */
    static final Map<String, List<String>> STAGES = [
            'line.queue-time': ['QUEUE'], 'line.no-answer': ['QUEUE'], 'line.opening': ['QUEUE'], 'line.bot-time': ['BOT'],
            'line.auto-close': ['BOT', 'ANSWERED'], 'line.full-close': ['CLOSING'], 'line.vote-limit': ['CLOSING'],
            'line.kpi-first': ['QUEUE', 'BOT', 'ANSWERED'], 'line.kpi-further': ['QUEUE', 'BOT', 'ANSWERED'],
            'line.welcome-form': ['QUEUE', 'BOT', 'ANSWERED']]

    private static List<String> timers(Map portal) {
        def problems = []
        def byId = all(portal, 'sessions').collectEntries { [it.id, it] }
        def running = portal.agenda.alarms.findAll { it.kind.startsWith('line.') }
        running.each {
            def session = byId[it.subject as int]
            if (session == null) problems << "$it.kind is set for session $it.subject, which is not there"
            else if (!STAGES[it.kind].contains(session.stage)) problems << "session $session.id is $session.stage and has the timer $it.kind"
            if (Instant.parse(it.at).isBefore(Instant.parse(portal.now))) problems << "$it is overdue"
        }
        if (running.collect { [it.kind, it.subject] }.toSet().size() != running.size()) problems << 'a timer is set twice'
        def asked = running.findAll { it.kind == 'line.queue-time' }*.subject.toSet()
        all(portal, 'sessions').findAll { it.stage == 'QUEUE' && it.operator && limited(portal, it) }.each {
            if (!(it.id in asked)) problems << "session $it.id is offered without an end"
        }
        problems
    }

    private static boolean limited(Map portal, Map session) {
        (portal.lines.items["$session.lineId"].values.QUEUE_TIME ?: '60') != '0'
    }

    /** Nothing waits unasked while somebody of an evenly served line is there and has room. */
    private static List<String> waiting(Map portal) {
        def sessions = all(portal, 'sessions')
        all(portal, 'lines').collectMany { line ->
            def most = (line.values.MAX_CHAT ?: '0') as int
            def free = line.queue*.id.findAll { user ->
                def load = sessions.count { it.lineId == line.id && it.operator == user && it.stage in ['ANSWERED', 'QUEUE'] }
                portal.users.items["$user"].presence == 'ONLINE' && (most == 0 || load < most)
            }
            def unasked = sessions.findAll { it.lineId == line.id && it.stage == 'QUEUE' && !it.operator && !it.offeredToAll }
            free && unasked ? ["session ${unasked[0].id} waits while $free are free".toString()] : []
        }
    }

    private static List<String> messages(Map portal) {
        def problems = []
        def chats = portal.chats.items as Map<String, Map>
        def sessions = portal.sessions.items as Map<String, Map>
        all(portal, 'messages').each {
            def chat = chats["$it.chatId"]
            if (!chat) problems << "message $it.id has no chat"
            else if (it.authorId && !portal.users.items["$it.authorId"]) problems << "message $it.id is by nobody"
            else if (it.sessionId && sessions["$it.sessionId"]?.chatId != it.chatId) problems << "message $it.id is in another chat's session"
        }
        problems
    }

    /** A later thing has a higher id, and an id that was given is not given again. */
    private static List<String> ids(Map portal) {
        def problems = []
        [messages: 'date', sessions: 'started'].each { what, time ->
            def times = all(portal, what).sort(false) { it.id as long }.collect { Instant.parse(it[time]) }
            if (times != times.sort(false)) problems << "the ids of $what do not grow with time".toString()
        }
        ['messages', 'sessions', 'chats', 'users'].each { what ->
            def taken = portal[what].items.keySet()*.toLong()
            if (taken && taken.max() >= portal[what].next) problems << "$what would give an id again".toString()
            if (portal[what].items.any { key, item -> "$item.id" != key }) problems << "$what: a thing under another's id".toString()
        }
        problems
    }
}
