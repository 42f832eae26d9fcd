package openlines.simulator

import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification

/** What bots do in chats: members, words taken back, files, reading, forwarding. */
class BotChatsSpec extends Specification {

    @AutoCleanup @Shared BotStage stage = new BotStage()

    def setup() { stage.setUp() }

    def get(String method, Map params) { stage.portal.rest("imbot.v2.$method", stage.mine(params)) }

    def "what the bot changes is seen in the chat"() {
        when:
        stage.v2('Chat.update', [dialogId: "chat$stage.chatId", fields: [title: 'Other', description: 'Words', color: 'azure', avatar: BotStage.PNG]])
        stage.v2('Chat.Manager.add', [dialogId: "chat$stage.chatId", userIds: [2, 77]])
        stage.v2('Chat.TextField.enabled', [dialogId: "chat$stage.chatId", enabled: false])
        def chat = stage.v2('Chat.get', [dialogId: "chat$stage.chatId"]).chat

        then:
        [chat.name, chat.description, chat.color, chat.textFieldEnabled, chat.managerList, chat.role] == ['Other', 'Words', '#29619b', 'N', [2], 'owner']
        stage.portal.send('GET', chat.avatar, null).status == 200

        when: "somebody else owns it"
        stage.v2('Chat.setOwner', [dialogId: "chat$stage.chatId", userId: 2])

        then:
        get('Chat.Manager.add', [dialogId: "chat$stage.chatId", userIds: [3]]).json.error == 'ACCESS_DENIED'
        get('Chat.User.add', [dialogId: "chat$stage.chatId", userIds: [4]]).json.error == 'ACCESS_DENIED'
        stage.v2('Chat.leave', [dialogId: "chat$stage.chatId"]).result
        get('Chat.get', [dialogId: "chat$stage.chatId"]).json.error == 'ACCESS_DENIED'
    }

    def "members are listed in the wanted order"() {
        given:
        stage.says(3, "chat$stage.chatId", 'first')
        stage.says(2, "chat$stage.chatId", 'second')
        def list = { order, limit -> stage.v2('Chat.User.list', [dialogId: "chat$stage.chatId", order: order, limit: limit])*.id }

        expect:
        list([lastSendMessageId: 'DESC'], 2) == [2, 3]
        list([userId: 'ASC'], 2) == [2, 3]
        list([id: 'DESC'], 1) == [stage.supervisor.id]
        list([:], 1000).size() == 4
    }

    def "a deleted message leaves a mark, unless it is deleted completely"() {
        given:
        def other = stage.v2('Chat.Message.send', [dialogId: "chat$stage.chatId", fields: [message: 'two']]).id
        def people = stage.says(2, "chat$stage.chatId", 'mine')

        when:
        stage.v2('Chat.Message.delete', [messageId: stage.messageId])
        stage.v2('Chat.Message.delete', [messageId: other, complete: true])
        stage.v2('Chat.Message.delete', [messageId: people])

        then: "the owner may take back everybody's words"
        def left = stage.portal.chat(stage.chatId).messages
        left*.id == [stage.messageId, people]
        left*.text == ['', '']
        left*.params*.IS_DELETED == ['Y', 'Y']
        get('Chat.Message.delete', [messageId: other]).json.error == 'ACCESS_DENIED'
    }

    def "a system message is the bot's no more"() {
        given:
        def id = stage.v2('Chat.Message.send', [dialogId: "chat$stage.chatId", fields: [message: 'x', system: 'Y']]).id

        expect:
        get('Chat.Message.update', [messageId: id, fields: [message: 'y']]).json.error == 'ACCESS_DENIED'
        get('Chat.Message.delete', [messageId: id]).status == 200
    }

    def "first-generation words can be changed for three days, and an empty text deletes"() {
        expect:
        stage.v1('imbot.message.update', [MESSAGE_ID: stage.oldMessageId, MESSAGE: 'changed'])

        when:
        stage.portal.advance('P3D')

        then:
        stage.portal.rest('imbot.message.update', stage.olds(MESSAGE_ID: stage.oldMessageId, MESSAGE: 'late')).json.error == 'CANT_EDIT_MESSAGE'
        stage.portal.rest('imbot.message.delete', stage.olds(MESSAGE_ID: stage.oldMessageId)).json.error == 'CANT_EDIT_MESSAGE'

        when:
        def fresh = stage.v1('imbot.message.add', [DIALOG_ID: "chat$stage.oldChatId", MESSAGE: 'fresh'])
        stage.v1('imbot.message.update', [MESSAGE_ID: fresh, MESSAGE: ''])

        then:
        stage.portal.chat(stage.oldChatId).messages[-1].params.IS_DELETED == 'Y'
    }

    def "a bot reads up to a mark"() {
        given:
        def ids = (1..3).collect { stage.says(2, "chat$stage.chatId", "word $it") }

        expect:
        stage.v2('Chat.Message.read', [dialogId: "chat$stage.chatId", messageId: ids[1]]) ==
                [chatId: stage.chatId as int, lastId: ids[1] as int, counter: 1, viewedMessages: ids[0..1]*.toInteger()]
        stage.v2('Chat.Message.read', [dialogId: "chat$stage.chatId"]).viewedMessages == [ids[2] as int]
        stage.portal.call('imbot.v2.Chat.Message.get', stage.watching(messageId: ids[0])).message.viewedByOthers
    }

    def "a supervisor looks around a message"() {
        given:
        def ids = (1..5).collect { stage.says(2, "chat$stage.chatId", "word $it") }

        when:
        def around = stage.portal.call('imbot.v2.Chat.Message.getContext', stage.watching(messageId: ids[2], range: 1))

        then:
        around.messages*.text == ['word 2', 'word 3', 'word 4']
        around.hasPrevPage && around.hasNextPage
        around.users*.id == [2]
    }

    def "a forwarded message says where it was"() {
        when:
        def answer = stage.v2('Chat.Message.send', [dialogId: '2', fields: [forwardIds: ['uuid-1': stage.messageId]]])
        def made = stage.portal.control('GET', 'chats').find { it.type == 'private' }

        then:
        answer.uuidMap.keySet() == ['uuid-1'] as Set
        answer.id == answer.uuidMap['uuid-1']
        def last = stage.portal.chat(made.id).messages[-1]
        last.text == 'Hello'
        last.params.FORWARD.chatId == stage.chatId
    }

    def "a reply stays within its chat"() {
        expect:
        get('Chat.Message.send', [dialogId: "chat$stage.chatId", fields: [message: 'x', replyId: stage.foreignMessageId]]).json.error == 'SENDING_FAILED'
        get('Chat.Message.send', [dialogId: "chat$stage.chatId", fields: [message: 'x', replyId: stage.messageId]]).status == 200
        stage.portal.chat(stage.chatId).messages[-1].params.REPLY_ID == stage.messageId
    }

    def "a file comes back byte for byte, by a link that works once"() {
        given:
        def bytes = (0..255).collect { (byte) it } as byte[]
        def file = stage.v2('File.upload', [dialogId: "chat$stage.chatId", fields: [name: 'Отчёт.PDF', content: bytes.encodeBase64().toString(), message: 'Report']])

        expect:
        [file.file.extension, file.file.size, file.file.type, file.file.name] == ['pdf', 256, 'file', 'Отчёт.PDF']
        with(stage.portal.chat(stage.chatId).messages[-1]) {
            text == 'Report'
            params.FILE_ID == [file.file.id]
        }

        when:
        def link = stage.v2('File.download', [fileId: file.file.id]).downloadUrl
        def stream = new URI(link).toURL().openStream()

        then:
        stream.bytes == bytes
        stage.portal.send('GET', link, null).status == 404
    }

    def "a reaction is set once, told to the author, and taken away"() {
        given:
        def message = stage.says(2, "chat$stage.chatId", 'nice')

        expect:
        stage.v2('Chat.Message.Reaction.add', [messageId: message, reaction: 'fire']).result
        get('Chat.Message.Reaction.add', [messageId: message, reaction: 'fire']).json.error == 'REACTION_ALREADY_SET'
        stage.v2('Chat.Message.Reaction.delete', [messageId: message, reaction: 'fire']).result

        when:
        stage.portal.control('POST', "chats/$stage.chatId/react", [userId: 2, messageId: stage.messageId, reaction: 'like'])
        stage.portal.control('POST', "chats/$stage.chatId/react", [userId: 2, messageId: stage.messageId, reaction: 'like', set: false])

        then:
        stage.v2('Event.get').events.findAll { it.type == 'ONIMBOTV2REACTIONCHANGE' }*.data*.action == ['add', 'delete']

        when:
        stage.v2('Bot.update', [fields: [isReactionsEnabled: false]])

        then:
        stage.portal.tryControl('POST', "chats/$stage.chatId/react", [userId: 2, messageId: stage.messageId, reaction: 'like']).status == 409
    }

    def "a like of the first generation toggles"() {
        given:
        def message = stage.says(2, "chat$stage.oldChatId", 'nice')
        def like = { action -> stage.portal.rest('imbot.message.like', stage.olds([MESSAGE_ID: message] + (action ? [ACTION: action] : [:]))).json }

        expect:
        like('plus').result
        like('plus').error == 'WITHOUT_CHANGES'
        like(null).result
        like('minus').error == 'WITHOUT_CHANGES'
    }

    def "commands keep their translations apart"() {
        when:
        stage.v2('Command.update', [commandId: stage.commandId, fields: [title: [de: 'Hilfe', en: 'Aid'], params: [de: 'Wort', fr: 'mot']]])

        then:
        with(stage.v2('Command.list').commands[0]) {
            title == 'Aid'
            params == ''
            category == 'Helper'
        }

        when:
        stage.v2('Command.update', [commandId: stage.commandId, fields: [title: [en: null]]])

        then: "what is left"
        stage.v2('Command.list').commands[0].subMap('title', 'params') == [title: 'Hilfe', params: 'Wort']
    }

    def "typing and a started context are told"() {
        given:
        def webhook = stage.portal.webhookOf(2)

        when:
        stage.v2('Chat.InputAction.notify', [dialogId: "chat$stage.chatId", statusMessageCode: 'IMBOT_AGENT_ACTION_SEARCHING', duration: 9999])
        stage.portal.rest('im.v2.Chat.Bot.sendContext', [dialogId: "$stage.bot.id", context: [action: 'openTask', taskId: 456]], webhook)

        then:
        def events = stage.v2('Event.get').events
        events*.type == ['ONIMBOTV2JOINCHAT', 'ONIMBOTV2CONTEXTGET']
        events[1].data.context == [action: 'openTask', taskId: 456]
        events[1].data.dialogId == '2'
        events[1].data.chat.type == 'private'
    }

    def "everything of the bot platform survives a snapshot"() {
        given:
        stage.says(2, stage.bot.id, 'hi')
        stage.portal.control('POST', "chats/$stage.chatId/react", [userId: 2, messageId: stage.messageId])
        stage.portal.rest('im.v2.Event.subscribe', [:], stage.portal.webhookOf(1))
        stage.v2('File.upload', [dialogId: "chat$stage.chatId", fields: [name: 'a.txt', content: 'SGVsbG8=']])
        stage.portal.call('imbot.app.register', BotGood.app(stage))
        def snapshot = stage.portal.control('GET', 'snapshot')

        when:
        stage.portal.control('POST', 'reset')
        stage.portal.control('PUT', 'snapshot', snapshot)

        then:
        def restored = stage.portal.control('GET', 'snapshot')
        snapshot.keySet().findAll { restored[it] != snapshot[it] }.collect { [it, snapshot[it], restored[it]] } == []
        stage.v2('Event.get').events*.type == ['ONIMBOTV2JOINCHAT', 'ONIMBOTV2MESSAGEADD', 'ONIMBOTV2REACTIONCHANGE']
        stage.v2('Command.list').commands*.id == [stage.commandId as int]
    }
}
