package openlines.simulator

/** A portal with a bot of either generation in it, each in a chat of its own, and the words to call their methods. */
class BotStage implements AutoCloseable {

    static final String PNG = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='

    final Portal portal = new Portal()
    final Handler handler = new Handler()
    Map bot, supervisor
    long old, chatId, oldChatId, foreignChatId, messageId, foreignMessageId, oldMessageId, commandId, oldCommandId

    /** As it is at the beginning, with fresh bots and chats. */
    BotStage setUp() {
        portal.control('POST', 'reset')
        handler.events.clear()
        bot = v2Bot('helper', 'secret', [type: 'openline'])
        supervisor = v2Bot('watcher', 'secret', [type: 'supervisor'])
        old = portal.call('imbot.register', [CODE: 'veteran', CLIENT_ID: 'client', EVENT_HANDLER: handler.url, OPENLINE: 'Y',
                                             PROPERTIES: [NAME: 'Veteran']])
        chatId = v2('Chat.add', [fields: [title: 'Help desk', userIds: [2, 3, supervisor.id]]]).chat.id
        messageId = v2('Chat.Message.send', [dialogId: "chat$chatId", fields: [message: 'Hello']]).id
        commandId = v2('Command.register', [fields: [command: 'help', title: [en: 'Help']]]).command.id
        oldChatId = v1('imbot.chat.add', [TITLE: 'Old desk', USERS: [2, 3], ENTITY_TYPE: 'DEAL', ENTITY_ID: '13'])
        oldMessageId = v1('imbot.message.add', [DIALOG_ID: "chat$oldChatId", MESSAGE: 'Hello'])
        oldCommandId = v1('imbot.command.register', [COMMAND: 'echo', EVENT_COMMAND_ADD: handler.url,
                                                     LANG: [[LANGUAGE_ID: 'en', TITLE: 'Echo', PARAMS: 'text']]])
        def stranger = v2Bot('stranger', 'elsewhere')
        foreignChatId = portal.call('imbot.v2.Chat.add', [botId: stranger.id, botToken: 'elsewhere', fields: [userIds: [4]]]).chat.id
        foreignMessageId = portal.call('imbot.v2.Chat.Message.send', [botId: stranger.id, botToken: 'elsewhere',
                dialogId: "chat$foreignChatId", fields: [message: 'secret']]).id
        this
    }

    Map v2Bot(String code, String token, Map fields = [:]) {
        portal.call('imbot.v2.Bot.register', [fields: [code: code, botToken: token, properties: [name: code.capitalize()]] + fields]).bot
    }

    Map mine(Map params = [:]) { [botId: bot.id, botToken: 'secret'] + params }

    Map watching(Map params = [:]) { [botId: supervisor.id, botToken: 'secret'] + params }

    Map olds(Map params = [:]) { [BOT_ID: old, CLIENT_ID: 'client'] + params }

    def v2(String method, Map params = [:]) { portal.call("imbot.v2.$method", mine(params)) }

    def v1(String method, Map params = [:]) { portal.call(method, olds(params)) }

    /** An employee writes. */
    long says(long user, dialogId, String text) {
        def answer = portal.rest('im.message.add', [DIALOG_ID: "$dialogId", MESSAGE: text], portal.webhookOf(user))
        assert answer.status == 200: answer
        answer.json.result
    }

    @Override
    void close() {
        portal.close()
        handler.close()
    }
}
