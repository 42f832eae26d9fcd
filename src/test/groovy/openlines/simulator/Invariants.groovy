package openlines.simulator

import java.time.Instant

/** What has to be true of a portal at any time, read from its snapshot. */
class Invariants {

    static List<String> broken(Map portal) {
        def problems = []
        def sessions = portal.sessions.items.values() as List<Map>
        def chats = portal.chats.items as Map<String, Map>
        def messages = portal.messages.items.values() as List<Map>
        def byId = sessions.collectEntries { [it.id, it] }
        sessions.findAll { !(it.stage in ['CLOSED', 'CLOSING']) }.groupBy { it.chatId }.each { chat, open ->
            if (open.size() > 1) problems << "chat $chat has ${open.size()} open sessions"
        }
        sessions.each {
            if (it.stage in ['BOT', 'ANSWERED'] && it.operator == 0) problems << "session $it.id is held by nobody"
            if (it.stage in ['BOT', 'ANSWERED'] && !chats["$it.chatId"].members.contains(it.operator)) {
                problems << "session $it.id is held by $it.operator, who is not in the chat"
            }
            if (it.parentId && !(it.parentId < it.id)) problems << "session $it.id is older than its parent"
            if (it.stage == 'CLOSED' && it.closed == null) problems << "session $it.id is closed without a time"
        }
        portal.agenda.alarms.findAll { it.kind.startsWith('line.') }.each {
            def session = byId[it.subject as int]
            if (session.stage == 'CLOSED') problems << "closed session $session.id has the timer $it.kind"
            if (Instant.parse(it.at).isBefore(Instant.parse(portal.now))) problems << "$it is overdue"
        }
        messages.each { if (!chats["$it.chatId"]) problems << "message $it.id has no chat" }
        def ids = messages*.id
        if (ids != ids.sort(false)) problems << 'message ids do not grow'
        messages.groupBy { it.chatId }.each { chat, own ->
            def dates = own.collect { Instant.parse(it.date) }
            if (dates != dates.sort(false)) problems << "chat $chat has messages out of time"
        }
        def load = sessions.findAll { it.stage == 'ANSWERED' }.groupBy { it.operator }
        if (load.keySet().any { it == 0 }) problems << 'answered by nobody'
        problems
    }
}
