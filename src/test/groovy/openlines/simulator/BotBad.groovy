package openlines.simulator

/** For each error of the bot platform's methods a call that meets it, or why none can. */
class BotBad {

    static final String BIG = 'x' * 70_000
    static final String FAR = 'https://bot.example/handler'

    /** By code: a good call spoiled, the same way for every method that knows the code. */
    static final Map<String, Closure<Map>> SPOILED = [
        BOT_TOKEN_NOT_SPECIFIED: { s, good -> good - [botToken: good.botToken] },
        BOT_ID_REQUIRED        : { s, good -> good - [botId: good.botId] },
        BOT_NOT_FOUND          : { s, good -> good + [botId: 99999] },
        BOT_OWNERSHIP_ERROR    : { s, good -> good + [botToken: 'other'] },
        ACCESS_DENIED          : { s, good ->
            good.CLIENT_ID ? good - [CLIENT_ID: good.CLIENT_ID]
                    : good.dialogId ? good + [dialogId: "chat$s.foreignChatId"] : good + [messageId: s.foreignMessageId]
        },
        MESSAGE_NOT_FOUND      : { s, good -> good + [messageId: 999999] },
        COMMAND_NOT_FOUND      : { s, good -> good + [commandId: 99999] },
        REACTION_NOT_FOUND     : { s, good -> good + [reaction: 'applause'] },
        EMPTY_USER_IDS         : { s, good -> good + [userIds: []] },
        FILE_EMPTY             : { s, good -> good + [fields: [name: 'a.txt', content: '']] },
        FILE_INVALID_CONTENT   : { s, good -> good + [fields: [name: 'a.txt', content: '***']] },
        FILE_NOT_FOUND         : { s, good -> good + [fileId: 99999] },
        BOT_TYPE_NOT_ALLOWED   : { s, good -> good + [botId: s.bot.id] },
        BOT_ID_ERROR           : { s, good -> good + [BOT_ID: 99999] },
        APP_ID_ERROR           : { s, good -> good + [CLIENT_ID: 'other'] },
        CHAT_ID_EMPTY          : { s, good -> good - [CHAT_ID: good.CHAT_ID] },
        USER_ID_EMPTY          : { s, good -> good - [USER_ID: good.USER_ID] },
        DIALOG_ID_EMPTY        : { s, good -> good - [DIALOG_ID: good.DIALOG_ID] },
        MESSAGE_ID_ERROR       : { s, good -> good - [MESSAGE_ID: good.MESSAGE_ID] },
        MESSAGE_ID_EMPTY       : { s, good -> good - [MESSAGE_ID: good.MESSAGE_ID] },
        MESSAGE_EMPTY          : { s, good -> good + [MESSAGE: ' \n'] },
        COMMAND_ID_ERROR       : { s, good -> good + [COMMAND_ID: 99999] },
        CANT_EDIT_MESSAGE      : { s, good -> good + [MESSAGE_ID: s.messageId] },
        TITLE_EMPTY            : { s, good -> good + [TITLE: ' '] },
        WRONG_COLOR            : { s, good -> good + [COLOR: 'pink'] },
        LANG_ERROR             : { s, good -> good - [LANG: good.LANG] },
        COMMAND_ERROR          : { s, good -> good - [COMMAND: good.COMMAND] },
        CODE_ERROR             : { s, good -> good - [CODE: good.CODE] },
        NAME_ERROR             : { s, good -> named(good, [NAME: '', LAST_NAME: '']) },
        CHAT_APP_ID_ERROR      : { s, good -> good + [APP_ID: 99999] },
        ATTACH_ERROR           : { s, good -> hung(good, 'ATTACH', [BLOCKS: [[TABLE: 'x']]]) },
        ATTACH_OVERSIZE        : { s, good -> hung(good, 'ATTACH', [BLOCKS: [[MESSAGE: BIG]]]) },
        KEYBOARD_ERROR         : { s, good -> hung(good, 'KEYBOARD', [BUTTONS: [[TEXT: 'Two', LINK: '/a', COMMAND: 'b']]]) },
        KEYBOARD_OVERSIZE      : { s, good -> hung(good, 'KEYBOARD', [BUTTONS: [[TEXT: BIG, LINK: '/a']]]) },
        MENU_ERROR             : { s, good -> hung(good, 'MENU', 'no json') },
        MENU_OVERSIZE          : { s, good -> hung(good, 'MENU', [[TEXT: BIG, LINK: '/a']]) },
        BOT_WEBHOOK_URL_REQUIRED: { s, good -> fields(good, [eventMode: 'webhook']) },
        BOT_INVALID_EVENT_MODE : { s, good -> fields(good, [eventMode: 'push']) },
        BOT_INVALID_CALLBACK   : { s, good -> fields(good, [eventMode: 'webhook', webhookUrl: FAR]) },
        BOT_AVATAR_INCORRECT_TYPE: { s, good -> fields(good, [properties: [name: 'A', avatar: 'SGVsbG8=']]) },
        BOT_AVATAR_INCORRECT_SIZE: { s, good -> fields(good, [properties: [name: 'A', avatar: png(5001, 1)]]) },
    ]

    /** By method and code (and description, where a code has several): what fits this method alone. */
    static final Map<String, Closure<Map>> OWN = [
        'imbot.v2.Bot.register BOT_TOKEN_NOT_SPECIFIED'  : { s, good -> [fields: good.fields - [botToken: 'fresh']] },
        'imbot.v2.Bot.register BOT_CODE_REQUIRED'        : { s, good -> [fields: good.fields - [code: 'new']] },
        'imbot.v2.Bot.register BOT_PROPERTIES_REQUIRED'  : { s, good -> fields(good, [properties: [lastName: 'X']]) },
        'imbot.v2.Bot.register BOT_CODE_ALREADY_TAKEN'   : { s, good -> fields(good, [code: 'helper']) },
        'imbot.v2.Bot.register BOT_INVALID_TYPE'         : { s, good -> fields(good, [type: 'robot']) },
        'imbot.v2.Bot.register BOT_TOKEN_INVALID_LENGTH' : { s, good -> fields(good, [botToken: 'x' * 41]) },
        'imbot.v2.Bot.register BOT_LIMIT_EXCEEDED'       : { s, good ->
            100.times { s.v2Bot("b$it", 'fresh') }
            good
        },
        'imbot.v2.Bot.update BOT_TOKEN_ROTATION_FAILED'  : { s, good -> good + [fields: [botToken: 'elsewhere']] },
        'imbot.v2.Bot.get PARAMS_REQUIRED'               : { s, good -> good - [botId: good.botId] },
        'imbot.v2.Chat.setOwner ACCESS_DENIED'           : { s, good -> s.v2('Chat.setOwner', [dialogId: good.dialogId, userId: 2]); good },
        'imbot.v2.Chat.Message.send EMPTY_MESSAGE'       : { s, good -> good + [fields: [keyboard: [[TEXT: 'a', LINK: '/']]]] },
        'imbot.v2.Chat.Message.send SENDING_FAILED'      : { s, good -> good + [fields: [forwardIds: [u1: s.foreignMessageId]]] },
        'imbot.v2.Chat.Message.getContext MESSAGE_ACCESS_DENIED': { s, good -> good + [messageId: s.foreignMessageId] },
        'imbot.v2.Chat.Message.Reaction.add REACTION_ALREADY_SET': { s, good -> s.portal.call('imbot.v2.Chat.Message.Reaction.add', good); good },
        'imbot.v2.Command.register COMMAND_NAME_INVALID' : { s, good -> fields(good, [command: [1]]) },
        'imbot.v2.Command.register COMMAND_REQUIRED'     : { s, good -> good + [fields: [title: [en: 'x']]] },
        'imbot.v2.Command.register COMMAND_TITLE_REQUIRED': { s, good -> good + [fields: [command: 'x']] },
        'imbot.v2.Command.update COMMAND_NAME_EMPTY'     : { s, good -> good + [fields: [command: '']] },
        'imbot.v2.Command.update COMMAND_NAME_INVALID'   : { s, good -> good + [fields: [command: [1]]] },
        'imbot.v2.Command.update COMMAND_ALREADY_EXISTS' : { s, good -> s.v2('Command.register', [fields: [command: 'assist', hidden: true]]); good },
        'imbot.v2.Command.answer COMMAND_ANSWER_FAILED'  : { s, good -> good + [messageId: 999999] },
        'imbot.v2.Event.get SCOPE_ERROR'                 : { s, good -> good + [withUserEvents: true, webhook: s.portal.webhookOf(1, ['imbot'])] },
        'imbot.v2.Event.get USER_NOT_SUBSCRIBED'         : { s, good -> good + [withUserEvents: true] },
        'imbot.v2.File.upload FILE_FOLDER_ERROR'         : { s, good -> good + [dialogId: "chat$s.foreignChatId"] },
        'imbot.v2.File.download FILE_ACCESS_ERROR'       : { s, good ->
            good + [fileId: s.portal.call('im.v2.File.upload', [dialogId: '2', fields: [name: 'a.txt', content: 'SGVsbG8=']]).file.id]
        },
        'im.v2.File.upload CHAT_NOT_FOUND'               : { s, good -> good + [dialogId: 'chat99999'] },
        'im.v2.File.upload ACCESS_DENIED'                : { s, good -> good + [dialogId: "chat$s.foreignChatId"] },
        'im.v2.File.download ACCESS_DENIED'              : { s, good -> good + [dialogId: "chat$s.foreignChatId"] },
        'imbot.register MAX_COUNT_ERROR'                 : { s, good ->
            4.times { s.portal.call('imbot.register', good + [CODE: "b$it"]) }
            good
        },
        'imbot.register WRONG_REQUEST'                   : { s, good -> good + [CODE: 'helper'] },
        'imbot.update NAME_ERROR'                        : { s, good -> good + [FIELDS: [PROPERTIES: [NAME: '', LAST_NAME: '']]] },
        'imbot.update WRONG_REQUEST Update fields can\'t be empty': { s, good -> good + [FIELDS: [:]] },
        'imbot.update WRONG_REQUEST Bot can\'t be updated': { s, good -> good + [FIELDS: [CODE: 'helper']] },
        'imbot.chat.add INVALID_FORMAT'                  : { s, good -> good + [USERS: 'all'] },
        'imbot.chat.get ACCESS_ERROR'                    : { s, good -> good + [CLIENT_ID: 'other'] },
        'imbot.chat.leave ACCESS_ERROR It is forbidden to delete users of this chat': { s, good -> good + [CHAT_ID: alone(s)] },
        'imbot.chat.leave ACCESS_ERROR LEAVE_OWNER_FORBIDDEN': { s, good -> good + [CHAT_ID: s.v1('imbot.chat.add')] },
        'imbot.chat.leave WRONG_REQUEST'                 : { s, good -> good + [CHAT_ID: s.chatId] },
        'imbot.chat.setManager WRONG_REQUEST'            : { s, good -> good + [USER_ID: 5] },
        'imbot.chat.setOwner ACCESS_ERROR'               : { s, good -> good + [CHAT_ID: alone(s)] },
        'imbot.chat.setOwner WRONG_REQUEST'              : { s, good -> good + [USER_ID: 5] },
        'imbot.chat.updateAvatar ACCESS_DENIED'          : { s, good -> good + [CHAT_ID: s.chatId] },
        'imbot.chat.updateAvatar ACCESS_ERROR The avatar of this chat cannot be changed': { s, good -> good + [CHAT_ID: alone(s)] },
        'imbot.chat.updateAvatar AVATAR_ERROR Avatar incorrect type': { s, good -> good + [AVATAR: 'SGVsbG8='] },
        'imbot.chat.updateAvatar AVATAR_ERROR Avatar incorrect size (max 5000x5000)': { s, good -> good + [AVATAR: png(1, 5001)] },
        'imbot.chat.updateAvatar WRONG_REQUEST'          : { s, good -> good + [CHAT_ID: 99999] },
        'imbot.chat.updateColor ACCESS_ERROR'            : { s, good -> good + [CHAT_ID: s.chatId] },
        'imbot.chat.updateColor WRONG_REQUEST'           : { s, good -> s.portal.call('imbot.chat.updateColor', good); good },
        'imbot.chat.updateTitle ACCESS_ERROR Action unavailable': { s, good -> good + [CHAT_ID: s.chatId] },
        'imbot.chat.updateTitle ACCESS_ERROR This chat cannot be renamed': { s, good -> good + [CHAT_ID: alone(s)] },
        'imbot.chat.user.add ACCESS_ERROR It is forbidden to add users to this chat': { s, good -> good + [CHAT_ID: alone(s)] },
        'imbot.chat.user.add WRONG_REQUEST User IDs must be passed in array format': { s, good -> good + [USERS: 4] },
        'imbot.chat.user.add WRONG_REQUEST You don\'t have access or user already member in chat': { s, good -> good + [USERS: [2]] },
        'imbot.chat.user.delete ACCESS_ERROR It is forbidden to delete users of this chat': { s, good -> good + [CHAT_ID: alone(s), USER_ID: 2] },
        'imbot.chat.user.delete ACCESS_ERROR LEAVE_OWNER_FORBIDDEN': { s, good -> good + [USER_ID: s.old] },
        'imbot.chat.user.delete WRONG_REQUEST'           : { s, good -> good + [USER_ID: 5] },
        'imbot.chat.user.list ACCESS_ERROR'              : { s, good -> good + [CHAT_ID: s.chatId] },
        'imbot.dialog.get ACCESS_ERROR You do not have access to the specified dialog': { s, good -> [DIALOG_ID: "chat$s.foreignChatId"] },
        'imbot.message.add WRONG_REQUEST'                : { s, good -> good + [DIALOG_ID: "chat$s.chatId"] },
        'imbot.message.like WITHOUT_CHANGES'             : { s, good -> good + [ACTION: 'minus'] },
        'imbot.command.register WRONG_REQUEST'           : { s, good -> good + [COMMAND: 'no spaces'] },
        'imbot.command.register COMMAND_ERROR'           : { s, good -> good + [COMMAND: ''] },
        'imbot.command.update WRONG_REQUEST Update fields can\'t be empty': { s, good -> good + [FIELDS: [:]] },
        'imbot.command.update WRONG_REQUEST Command can\'t be updated': { s, good -> good + [FIELDS: [COMMAND: 'no spaces']] },
        'imbot.command.update EVENT_COMMAND_ADD_ERROR'   : { s, good -> good + [FIELDS: [EVENT_COMMAND_ADD: FAR]] },
        'imbot.command.answer WRONG_REQUEST'             : { s, good -> good + [MESSAGE_ID: 999999] },
        'imbot.app.register BOT_ID_ERROR'                : { s, good -> good + [BOT_ID: 99999] },
        'imbot.app.register APP_ID_ERROR'                : { s, good -> good + [auth: token(s)] },
        'imbot.app.register IFRAME_HTTPS'                : { s, good -> good - [JS_METHOD: 'SEND'] + [IFRAME: 'http://x.example', HASH: BotGood.HASH] },
        'imbot.app.register HASH_ERROR'                  : { s, good -> good - [JS_METHOD: 'SEND'] + [IFRAME: 'https://x.example'] },
        'imbot.app.register PARAMS_ERROR'                : { s, good -> good + [JS_METHOD: 'EVAL'] },
        'imbot.app.update APP_ID_ERROR'                  : { s, good -> good + [auth: token(s)] },
        'imbot.app.update IFRAME_HTTPS'                  : { s, good -> [APP_ID: good.APP_ID, IFRAME: 'http://x.example', HASH: BotGood.HASH] },
        'imbot.app.update WRONG_REQUEST'                 : { s, good -> [APP_ID: good.APP_ID] },
        'imbot.app.unregister APP_ID_ERROR'              : { s, good -> good + [auth: token(s)] },
    ] + ['MESSAGE_ADD', 'MESSAGE_UPDATE', 'MESSAGE_DELETE', 'WELCOME_MESSAGE', 'BOT_DELETE'].collectEntries { event ->
        def code = "EVENT_${event}_ERROR"
        ["imbot.register $code Wrong handler URL"                                                  : { s, good -> good + [("EVENT_$event".toString()): FAR] },
         ("imbot.register $code Handler for \"${event.replace('_', ' ').toLowerCase().capitalize()}\" event isn't specified".toString()): { s, good -> without(s, good, event) },
         ("imbot.update $code".toString())                                                          : { s, good -> good + [FIELDS: [("EVENT_$event".toString()): 'nowhere']] }]
    }.collectEntries { key, value -> [(key.toString()): value] } + [
        'imbot.command.register EVENT_COMMAND_ADD_ERROR Handler for "Command add" event isn\'t specified': { s, good -> good - [EVENT_COMMAND_ADD: good.EVENT_COMMAND_ADD] },
        'imbot.command.register EVENT_COMMAND_ADD_ERROR Wrong handler URL': { s, good -> good + [EVENT_COMMAND_ADD: 'ftp://127.0.0.1/'] },
    ]

    /** What no call can meet, and why. */
    static final Map<String, String> LEFT_OUT = [
        'WRONG_AUTH_TYPE'                     : 'the simulator has no browser sessions',
        'AUTHORIZE_ERROR'                     : 'the simulator has no guest sessions',
        'AUTH_ERROR'                          : 'every caller is somebody',
        'BOT_REGISTER_FAILED'                 : 'nothing fails inside',
        'BOT_UNREGISTER_FAILED'               : 'nothing fails inside',
        'COMMAND_REGISTER_FAILED'             : 'nothing fails inside',
        'FILE_UPLOAD_FAILED'                  : 'nothing fails inside',
        'FILE_SEND_FAILED'                    : 'nothing fails inside',
        'UPLOAD_FAILED'                       : 'nothing fails inside',
        'SEND_FAILED'                         : 'nothing fails inside',
        'FOLDER_ERROR'                        : 'every chat has its folder',
        'FILE_TOO_LARGE'                      : 'a body of 100 MB is refused before any method sees it',
        'imbot.unregister WRONG_REQUEST'      : 'nothing fails inside',
        'imbot.chat.add WRONG_REQUEST'        : 'nothing fails inside',
        'imbot.command.unregister WRONG_REQUEST': 'nothing fails inside',
        'imbot.app.register WRONG_REQUEST'    : 'nothing fails inside',
        'imbot.app.unregister WRONG_REQUEST'  : 'nothing fails inside',
        'imbot.chat.leave ACCESS_ERROR Action unavailable': 'every kind of chat can be left, but the one of two',
        'imbot.chat.updateAvatar ACCESS_ERROR Action unavailable': 'told by ACCESS_DENIED',
        'imbot.chat.user.add ACCESS_ERROR Action unavailable': 'told by WRONG_REQUEST',
        'imbot.chat.user.delete ACCESS_ERROR Action unavailable': 'told by WRONG_REQUEST',
        'imbot.dialog.get ACCESS_ERROR You don\'t have access to this chat': 'told in the other words of the page',
    ]

    /** The parameters that meet the error; null where none can. */
    static Map spoil(BotStage stage, String method, Map error, Map good) {
        def keys = ["$method $error.code $error.description", "$method $error.code"]*.toString()
        def own = keys.findResult { OWN[it] } ?: SPOILED[error.code]
        own?.call(stage, good)
    }

    static String leftOut(String method, Map error) {
        ["$method $error.code $error.description", "$method $error.code", "$error.code"]*.toString().findResult { LEFT_OUT[it] }
    }

    static Map fields(Map good, Map other) { good + [fields: (good.fields ?: [:]) + other] }

    static Map named(Map good, Map names) { good + [PROPERTIES: (good.PROPERTIES ?: [:]) + names] }

    static Map hung(Map good, String what, Object value) {
        good.fields ? fields(good, [(what.toLowerCase()): value]) : good + [(what): value]
    }

    /** All handlers but one, each named for itself. */
    static Map without(BotStage stage, Map good, String event) {
        good - [EVENT_HANDLER: good.EVENT_HANDLER] +
                (['MESSAGE_ADD', 'WELCOME_MESSAGE', 'BOT_DELETE'] - event).collectEntries { [("EVENT_$it".toString()): stage.handler.url] }
    }

    /** The chat of the old bot with one employee. */
    static long alone(BotStage stage) {
        stage.v1('imbot.message.add', [DIALOG_ID: '2', MESSAGE: 'hi'])
        stage.portal.control('GET', 'chats').find { it.type == 'private' }.id
    }

    /** Of an application that owns none of the bots. */
    static String token(BotStage stage) {
        stage.portal.control('POST', 'apps', [userId: 1]).auth.access_token
    }

    static String png(int width, int height) {
        def bytes = new ByteArrayOutputStream()
        javax.imageio.ImageIO.write(new java.awt.image.BufferedImage(width, height, java.awt.image.BufferedImage.TYPE_BYTE_GRAY), 'png', bytes)
        bytes.toByteArray().encodeBase64().toString()
    }
}
