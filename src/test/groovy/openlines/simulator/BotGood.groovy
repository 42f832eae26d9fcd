package openlines.simulator

import static openlines.simulator.BotStage.PNG

/** For each method of the bot platform the parameters of a call that succeeds. */
class BotGood {

    static final String TEXT = 'SGVsbG8gV29ybGQh'
    static final String HASH = '0123456789abcdef0123456789abcdef'

    static final Map<String, Closure<Map>> PARAMS = [
        'imbot.v2.Bot.register'                  : { [fields: [code: 'new', botToken: 'fresh', properties: [name: 'New', color: 'lightBlue', avatar: PNG]]] },
        'imbot.v2.Bot.update'                    : { it.mine(fields: [properties: [name: 'Renamed'], isHidden: true]) },
        'imbot.v2.Bot.get'                       : { it.mine() },
        'imbot.v2.Bot.list'                      : { [botToken: 'secret', limit: 1] },
        'imbot.v2.Bot.unregister'                : { it.mine() },
        'imbot.v2.Chat.add'                      : { it.mine(fields: [title: 'New', color: 'mint', userIds: [2, 3], message: 'Hi']) },
        'imbot.v2.Chat.get'                      : { it.mine(dialogId: "chat$it.chatId") },
        'imbot.v2.Chat.update'                   : { it.mine(dialogId: "chat$it.chatId", fields: [title: 'Other', avatar: PNG]) },
        'imbot.v2.Chat.leave'                    : { it.v2('Chat.setOwner', [dialogId: "chat$it.chatId", userId: 2]); it.mine(dialogId: "chat$it.chatId") },
        'imbot.v2.Chat.setOwner'                 : { it.mine(dialogId: "chat$it.chatId", userId: 2) },
        'imbot.v2.Chat.Manager.add'              : { it.mine(dialogId: "chat$it.chatId", userIds: [2, 99]) },
        'imbot.v2.Chat.Manager.delete'           : { it.mine(dialogId: "chat$it.chatId", userIds: [2]) },
        'imbot.v2.Chat.User.add'                 : { it.mine(dialogId: "chat$it.chatId", userIds: [4, 999]) },
        'imbot.v2.Chat.User.delete'              : { it.mine(dialogId: "chat$it.chatId", userId: 3) },
        'imbot.v2.Chat.User.list'                : { it.mine(dialogId: "chat$it.chatId") },
        'imbot.v2.Chat.Message.send'             : { it.mine(dialogId: "chat$it.chatId", fields: [message: 'Text']) },
        'imbot.v2.Chat.Message.update'           : { it.mine(messageId: it.messageId, fields: [message: 'Edited']) },
        'imbot.v2.Chat.Message.delete'           : { it.mine(messageId: it.messageId) },
        'imbot.v2.Chat.Message.read'             : { it.says(2, "chat$it.chatId", 'hey'); it.mine(dialogId: "chat$it.chatId") },
        'imbot.v2.Chat.Message.get'              : { it.watching(messageId: it.messageId) },
        'imbot.v2.Chat.Message.getContext'       : { it.watching(messageId: it.messageId, range: 5) },
        'imbot.v2.Chat.Message.Reaction.add'     : { it.mine(messageId: it.messageId, reaction: 'like') },
        'imbot.v2.Chat.Message.Reaction.delete'  : { it.mine(messageId: it.messageId, reaction: 'like') },
        'imbot.v2.Command.register'              : { it.mine(fields: [command: 'stop', title: [en: 'Stop']]) },
        'imbot.v2.Command.update'                : { it.mine(commandId: it.commandId, fields: [command: 'assist']) },
        'imbot.v2.Command.list'                  : { it.mine() },
        'imbot.v2.Command.unregister'            : { it.mine(commandId: it.commandId) },
        'imbot.v2.Command.answer'                : { it.mine(commandId: it.commandId, messageId: it.foreignMessageId, dialogId: "chat$it.foreignChatId", fields: [message: 'Done']) },
        'imbot.v2.Chat.InputAction.notify'       : { it.mine(dialogId: "chat$it.chatId", statusMessageCode: 'IMBOT_AGENT_ACTION_THINKING', duration: 30) },
        'imbot.v2.Chat.TextField.enabled'        : { it.mine(dialogId: "chat$it.chatId", enabled: false) },
        'imbot.v2.Event.get'                     : { it.says(2, it.bot.id, 'hi'); it.mine() },
        'imbot.v2.File.upload'                   : { it.mine(dialogId: "chat$it.chatId", fields: [name: 'report.pdf', content: TEXT, message: 'Report']) },
        'imbot.v2.File.download'                 : { it.mine(fileId: upload(it)) },
        'imbot.v2.Revision.get'                  : { [:] },
        'im.v2.Event.subscribe'                  : { [:] },
        'im.v2.Event.unsubscribe'                : { [:] },
        'im.v2.Event.get'                        : { [:] },
        'im.v2.File.upload'                      : { [dialogId: '2', fields: [name: 'report.pdf', content: TEXT]] },
        'im.v2.File.download'                    : { [dialogId: '2', fileId: it.portal.call('im.v2.File.upload', [dialogId: '2', fields: [name: 'a.txt', content: TEXT]]).file.id] },
        'im.v2.Chat.Bot.sendContext'             : { [dialogId: "$it.bot.id", context: [action: 'openTask', taskId: 456]] },

        'imbot.register'                         : { [CODE: 'newbot', CLIENT_ID: 'client', EVENT_HANDLER: it.handler.url, PROPERTIES: [NAME: 'NewBot', COLOR: 'AQUA', PERSONAL_PHOTO: PNG]] },
        'imbot.update'                           : { it.olds(FIELDS: [CODE: 'other', PROPERTIES: [NAME: 'Renamed']]) },
        'imbot.unregister'                       : { it.olds() },
        'imbot.bot.list'                         : { [:] },
        'imbot.chat.add'                         : { it.olds(TYPE: 'CHAT', TITLE: 'New', USERS: [2]) },
        'imbot.chat.get'                         : { [ENTITY_TYPE: 'DEAL', ENTITY_ID: '13', CLIENT_ID: 'client'] },
        'imbot.chat.leave'                       : { it.v1('imbot.chat.setOwner', [CHAT_ID: it.oldChatId, USER_ID: 2]); it.olds(CHAT_ID: it.oldChatId) },
        'imbot.chat.sendTyping'                  : { it.olds(DIALOG_ID: "chat$it.oldChatId") },
        'imbot.chat.setManager'                  : { it.olds(CHAT_ID: it.oldChatId, USER_ID: 2) },
        'imbot.chat.setOwner'                    : { it.olds(CHAT_ID: it.oldChatId, USER_ID: 2) },
        'imbot.chat.updateAvatar'                : { it.olds(CHAT_ID: it.oldChatId, AVATAR: PNG) },
        'imbot.chat.updateColor'                 : { it.olds(CHAT_ID: it.oldChatId, COLOR: 'PINK') },
        'imbot.chat.updateTitle'                 : { it.olds(CHAT_ID: it.oldChatId, TITLE: ' Other \n') },
        'imbot.chat.user.add'                    : { it.olds(CHAT_ID: it.oldChatId, USERS: [4]) },
        'imbot.chat.user.delete'                 : { it.olds(CHAT_ID: it.oldChatId, USER_ID: 3) },
        'imbot.chat.user.list'                   : { it.olds(CHAT_ID: it.oldChatId) },
        'imbot.dialog.get'                       : { it.v1('imbot.chat.user.add', [CHAT_ID: it.oldChatId, USERS: [1]]); [DIALOG_ID: "chat$it.oldChatId"] },
        'imbot.message.add'                      : { it.olds(DIALOG_ID: "chat$it.oldChatId", MESSAGE: 'Text') },
        'imbot.message.update'                   : { it.olds(MESSAGE_ID: it.oldMessageId, MESSAGE: 'Edited') },
        'imbot.message.delete'                   : { it.olds(MESSAGE_ID: it.oldMessageId) },
        'imbot.message.like'                     : { it.olds(MESSAGE_ID: it.oldMessageId) },
        'imbot.command.register'                 : { it.olds(COMMAND: 'stop', EVENT_COMMAND_ADD: it.handler.url, LANG: [[LANGUAGE_ID: 'en', TITLE: 'Stop']]) },
        'imbot.command.update'                   : { [COMMAND_ID: it.oldCommandId, CLIENT_ID: 'client', FIELDS: [HIDDEN: 'Y']] },
        'imbot.command.unregister'               : { [COMMAND_ID: it.oldCommandId, CLIENT_ID: 'client'] },
        'imbot.command.answer'                   : { [COMMAND_ID: it.oldCommandId, CLIENT_ID: 'client', MESSAGE_ID: it.foreignMessageId, MESSAGE: 'Accepted'] },
        'imbot.app.register'                     : { app(it) },
        'imbot.app.update'                       : { [APP_ID: it.portal.call('imbot.app.register', app(it)), JS_METHOD: 'SEND', JS_PARAM: '/help'] },
        'imbot.app.unregister'                   : { [APP_ID: it.portal.call('imbot.app.register', app(it))] },
    ]

    static Map app(BotStage stage) {
        [BOT_ID: stage.old, CODE: 'echo', JS_METHOD: 'SEND', JS_PARAM: '/help', LANG: [[LANGUAGE_ID: 'en', TITLE: 'Help']]]
    }

    static long upload(BotStage stage) {
        stage.v2('File.upload', [dialogId: "chat$stage.chatId", fields: [name: 'a.txt', content: TEXT]]).file.id
    }
}
