package openlines.simulator

import static openlines.simulator.Scene.CLOSED_NETWORK
import static openlines.simulator.Scene.NETWORK

/** For each error row of the contract, in its order: a call that provokes it, or why none can. */
class Provocations {

    private static final String SESSION = 'the simulated portal has no browser sessions'
    private static final String MODULE = 'the module is always installed'
    private static final String NOBODY = 'every accepted call has a user'
    private static final String INSIDE = 'only an inner failure of the portal gives it'

    /** A webhook of user 8, who is in no line's queue. */
    private static final long STRANGER = 8

    private static Closure with(Map params, Object caller = 1) {
        { Scene scene, String method -> scene.call(method, params, caller) }
    }

    private static Closure using(Object caller = 1, Closure<Map> params) {
        { Scene scene, String method -> scene.call(method, params.call(scene) as Map, caller) }
    }

    /** CHAT_ID, CHAT_TYPE, ACCESS_DENIED. */
    private static List dialog(Map more = [:]) {
        [with([CHAT_ID: 0] + more), using { [CHAT_ID: it.group] + more }, using(STRANGER) { [CHAT_ID: it.chat] + more }]
    }

    private static List notify() {
        [SESSION, with([MESSAGE: 'x']), with([USER_ID: 2, MESSAGE: ' ']),
         with([USER_ID: 2, MESSAGE: 'x', ATTACH: [[MESSAGE: 'a' * 60_001]]]),
         with([USER_ID: 2, MESSAGE: 'x', ATTACH: 'no structure'])]
    }

    private static final List NOT_ADMIN = [with([process_id: 'x'], 'staffApp')]

    static final Map<String, List> OF = [
            'imopenlines.config.update'          : [with([:]), with([CONFIG_ID: 1], 2)],
            'imopenlines.config.get'             : [with([CONFIG_ID: 'x'])],
            'imopenlines.config.list.get'        : [
                    [PARAMS: [nonsense: 1]], [PARAMS: [select: 'ID']], [PARAMS: [order: 'ID']], [PARAMS: [filter: 'ID']],
                    [PARAMS: [limit: -1]], [PARAMS: [offset: 'x']], [PARAMS: [select: ['']]], [PARAMS: [order: ['': 'ASC']]],
                    [PARAMS: [filter: ['a b': 1]]], [PARAMS: [select: ['NOPE']]], [PARAMS: [order: [NOPE: 'ASC']]],
                    [PARAMS: [filter: [NOPE: 1]]], [PARAMS: [select: ['a b': 'ID']]], [PARAMS: [select: [ACTIVE: 'ID']]],
                    [PARAMS: [order: [ID: 'UP']]], [OPTIONS: [nonsense: 1]], [OPTIONS: [QUEUE: [1]]],
                    [OPTIONS: [CONFIG_QUEUE: [1]]], [OPTIONS: [CHECK_PERMISSION: 'dance']]].collect { with(it) },
            'imopenlines.config.delete'          : [with([CONFIG_ID: '']), with([CONFIG_ID: 1], 2)],
            'imopenlines.network.join'           : [with([CODE: 'short']), MODULE, with([CODE: 'f' * 32]), with([CODE: CLOSED_NETWORK])],
            'imopenlines.network.message.add'    : [
                    SESSION, with([CODE: 'short']), MODULE, with([CODE: 'f' * 32]), with([CODE: NETWORK, MESSAGE: 'x']),
                    { s, m -> s.call(m, [CODE: NETWORK, USER_ID: 2, MESSAGE: 'x']); s.call(m, [CODE: NETWORK, USER_ID: 2, MESSAGE: 'x']) },
                    with([CODE: NETWORK, USER_ID: 2]), with([CODE: NETWORK, USER_ID: 2, MESSAGE: 'x', ATTACH: [[MESSAGE: 'a' * 31_000]]]),
                    with([CODE: NETWORK, USER_ID: 2, MESSAGE: 'x', ATTACH: 'x']),
                    with([CODE: NETWORK, USER_ID: 2, MESSAGE: 'x', KEYBOARD: [BUTTONS: [[TEXT: 'no link']]]]),
                    with([CODE: NETWORK, USER_ID: 999, MESSAGE: 'x'])],
            'imopenlines.bot.session.message.send': [with([:]), SESSION],
            'imopenlines.bot.session.operator'   : [with([CHAT_ID: -1]), using { [CHAT_ID: it.chat] }, SESSION],
            'imopenlines.bot.session.transfer'   : [
                    with([USER_ID: 2]), using { [CHAT_ID: it.botChat, USER_ID: 0] }, using { [CHAT_ID: it.botChat, QUEUE_ID: ''] },
                    using { [CHAT_ID: it.botChat] }, using { [CHAT_ID: it.botChat, USER_ID: 2, CLIENT_ID: 'nobody'] },
                    using { [CHAT_ID: it.botChat, USER_ID: 999, CLIENT_ID: 'token'] }, SESSION],
            'imopenlines.bot.session.finish'     : [with([CHAT_ID: 0]), using { [CHAT_ID: it.botChat] }, SESSION],
            'imopenlines.crm.chat.get'           : [
                    using(2) { [CRM_ENTITY_TYPE: 'lead', CRM_ENTITY: it.foreignLead] }, with([CRM_ENTITY: 1]),
                    with([CRM_ENTITY_TYPE: 'lead']), with([CRM_ENTITY_TYPE: 'lead', CRM_ENTITY: 'x'])],
            'imopenlines.crm.chat.getLastId'     : [
                    with([:]), with([CRM_ENTITY_TYPE: 'lead', CRM_ENTITY: 99999]), with([CRM_ENTITY_TYPE: 'lead', CRM_ENTITY: 'x'])],
            'imopenlines.crm.chat.user.add'      : [
                    using(2) { [CRM_ENTITY_TYPE: 'lead', CRM_ENTITY: it.foreignLead, USER_ID: 3] },
                    using { [CRM_ENTITY_TYPE: 'lead', CRM_ENTITY: it.foreignLead, USER_ID: 3] },
                    using { [CRM_ENTITY: it.lead, USER_ID: 3] }, with([CRM_ENTITY_TYPE: 'lead', USER_ID: 3]),
                    with([CRM_ENTITY_TYPE: 'lead', CRM_ENTITY: 'x', USER_ID: 3]),
                    using { [CRM_ENTITY_TYPE: 'lead', CRM_ENTITY: it.lead] }, MODULE,
                    using { [CRM_ENTITY_TYPE: 'lead', CRM_ENTITY: it.lead, USER_ID: 3, CHAT_ID: it.group] },
                    using { [CRM_ENTITY_TYPE: 'lead', CRM_ENTITY: it.lead, USER_ID: 999] },
                    'in the simulated portal who sees the CRM object sees the history of its chats',
                    using { [CRM_ENTITY_TYPE: 'lead', CRM_ENTITY: it.lead, USER_ID: 2, CHAT_ID: it.chat] }],
            'imopenlines.crm.chat.user.delete'   : [
                    using { [CRM_ENTITY_TYPE: 'nonsense', CRM_ENTITY: it.lead, USER_ID: 2] },
                    using { [CRM_ENTITY_TYPE: 'lead', CRM_ENTITY: it.lead] }, with([USER_ID: 2]),
                    with([CRM_ENTITY_TYPE: 'lead', CRM_ENTITY: 'x', USER_ID: 2]), MODULE,
                    using { [CRM_ENTITY_TYPE: 'lead', CRM_ENTITY: it.lead, USER_ID: 2, CHAT_ID: 99999] },
                    using(STRANGER) { [CRM_ENTITY_TYPE: 'lead', CRM_ENTITY: it.lead, USER_ID: 2, CHAT_ID: it.chat] },
                    using { [CRM_ENTITY_TYPE: 'lead', CRM_ENTITY: it.lead, USER_ID: 999] },
                    using { [CRM_ENTITY_TYPE: 'lead', CRM_ENTITY: it.lead, USER_ID: 7, CHAT_ID: it.chat] }],
            'imopenlines.crm.message.add'        : [
                    using { message(it) + [CHAT_ID: it.closedChat] }, using { message(it) + [USER_ID: 7] },
                    using { message(it) + [CRM_ENTITY: it.foreignLead, USER_ID: 7] },
                    using(2) { message(it) + [CRM_ENTITY: it.foreignLead] },
                    using { message(it) - [CRM_ENTITY_TYPE: 'lead'] }, using { message(it) + [CRM_ENTITY: ''] },
                    using { message(it) + [USER_ID: ''] }, using { message(it) + [CHAT_ID: ''] }, using { message(it) + [MESSAGE: ''] },
                    using { message(it) + [CRM_ENTITY: 'x'] }, using { message(it) + [USER_ID: 'x'] }, using { message(it) + [CHAT_ID: 'x'] },
                    INSIDE],
            'imopenlines.message.quick.save'     : dialog([MESSAGE_ID: 1])[0..1] + [using { [CHAT_ID: it.chat, MESSAGE_ID: 1] }] + dialog()[2..2],
            'imopenlines.operator.answer'        : dialog() + NOBODY,
            'imopenlines.operator.finish'        : dialog() + NOBODY,
            'imopenlines.operator.another.finish': dialog() + NOBODY,
            'imopenlines.operator.skip'          : dialog() + [using { [CHAT_ID: it.closedChat] }, NOBODY],
            'imopenlines.operator.spam'          : dialog() + NOBODY,
            'imopenlines.operator.transfer'      : [
                    with([USER_ID: 2]), using { [CHAT_ID: it.chat, USER_ID: ''] }, using { [CHAT_ID: it.chat, QUEUE_ID: 0] },
                    using { [CHAT_ID: it.chat] }, using { [CHAT_ID: it.chat, USER_ID: 999] }],
            'imopenlines.session.open'           : [using(STRANGER) { [USER_CODE: it.customer.userCode] }],
            'imopenlines.session.start'          : dialog() + NOBODY,
            'imopenlines.session.join'           : dialog() + NOBODY,
            'imopenlines.session.intercept'      : [with([:]), using { [CHAT_ID: it.closedChat] }],
            'imopenlines.session.mode.pin'       : [with([:])] + dialog() + NOBODY,
            'imopenlines.session.mode.silent'    : dialog() + NOBODY,
            'imopenlines.session.head.vote'      : [
                    with([RATING: 5]), using { [SESSION_ID: it.closedSession] }, using(STRANGER) { [SESSION_ID: it.closedSession, RATING: 5] }],
            'imopenlines.message.session.start'  : dialog([MESSAGE_ID: 1]) + NOBODY,
            'imopenlines.crm.lead.create'        : dialog() + [NOBODY, using(3) { [CHAT_ID: it.chat] }],
            'imopenlines.dialog.get'             : [MODULE, with([CHAT_ID: 99999])],
            'imopenlines.session.history.get'    : [with([:]), with([CHAT_ID: 99999]), with([SESSION_ID: 99999])],

            'app.info'                           : [with([:])],
            'feature.get'                        : [with([:])],
            'event.bind'                         : [
                    with([event: 'ONNOTHING', handler: 'http://127.0.0.1/'], 'app'),
                    with([event: 'ONCRMLEADADD', event_type: 'offline'], 'staffApp'),
                    with([event: 'ONCRMLEADADD', handler: 'http://127.0.0.1/', auth_type: 1], 'staffApp')],
            'event.unbind'                       : [
                    with([event: 'ONCRMLEADADD', event_type: 'offline'], 'staffApp'),
                    with([event: 'ONCRMLEADADD', handler: 'x', auth_type: 1], 'staffApp')],
            'event.offline.get'                  : NOT_ADMIN,
            'event.offline.list'                 : NOT_ADMIN,
            'event.offline.clear'                : NOT_ADMIN,
            'event.offline.error'                : NOT_ADMIN,
            'batch'                              : [
                    inBatch([inner: 'batch?cmd[x]=profile']), inBatch((0..50).collectEntries { ["c$it", 'server.time'] })],
            'im.user.get'                        : [with([ID: -1]), with([ID: 99999]), 'the simulated portal has no extranet employees'],
            'im.user.list.get'                   : [with([:])],
            'im.dialog.get'                      : [with([:]), with([DIALOG_ID: 'chat99999'])],
            'im.dialog.messages.get'             : [
                    with([:]), using { [DIALOG_ID: "chat$it.chat", FIRST_ID: 'x'] }, using { [DIALOG_ID: "chat$it.chat", LAST_ID: 'x'] },
                    using(STRANGER) { [DIALOG_ID: "chat$it.chat"] }],
            'im.dialog.users.list'               : [with([:]), with([DIALOG_ID: 'chat99999']), using(STRANGER) { [DIALOG_ID: "chat$it.group"] }],
            'im.dialog.writing'                  : [with([:]), using(STRANGER) { [DIALOG_ID: "chat$it.chat"] }],
            'im.dialog.read'                     : [with([DIALOG_ID: 'x'])],
            'im.message.add'                     : [
                    with([DIALOG_ID: 2]), with([DIALOG_ID: 'x', MESSAGE: 'x']), with([DIALOG_ID: 99999, MESSAGE: 'x']),
                    with([DIALOG_ID: 'chat99999', MESSAGE: 'x']), using(STRANGER) { [DIALOG_ID: "chat$it.chat", MESSAGE: 'x'] },
                    'no page says which set of parameters is wrong', with([DIALOG_ID: 2, MESSAGE: 'x', ATTACH: 'x']),
                    with([DIALOG_ID: 2, MESSAGE: 'x', ATTACH: [[MESSAGE: 'a' * 60_001]]]), with([DIALOG_ID: 2, MESSAGE: 'x', KEYBOARD: 'x']),
                    with([DIALOG_ID: 2, MESSAGE: 'x', MENU: 'x']), with([DIALOG_ID: 2, MESSAGE: 'x', REPLY_ID: 99_999_999]),
                    using { [DIALOG_ID: 2, MESSAGE: 'x', REPLY_ID: it.message] }],
            'im.notify'                          : notify(),
            'im.notify.personal.add'             : notify(),
            'im.notify.system.add'               : notify(),
            'im.notify.answer'                   : [with([ANSWER_TEXT: 'x']), with([NOTIFY_ID: 1])],
            'im.notify.confirm'                  : [with([NOTIFY_VALUE: 'Y']), with([NOTIFY_ID: 1])],
            'im.notify.delete'                   : [with([:]), with([TAG: 'x'])],
            'im.notify.get'                      : [with([LAST_ID: 5]), with([LAST_ID: 'x', LAST_TYPE: 3])],
            'im.notify.history.search'           : [with([SEARCH_TEXT: 'ab']), with([SEARCH_TEXT: 'abc', LAST_ID: 'x'])],
            'im.notify.read.list'                : [with([IDS: 'x'])],
            'crm.lead.get'                       : [with([id: 0]), with([id: 99999]), using(2) { [id: it.foreignLead] }],
            'crm.lead.add'                       : ['every employee may add leads'],
            'crm.lead.list'                      : ['every employee may list leads'],
            'crm.lead.update'                    : [with([id: 'x']), with([id: 99999]), using(2) { [id: it.foreignLead] }],
            'crm.contact.get'                    : [with([:]), using(2) { [id: hidden(it, 'contact')] }, with([id: 99999])],
            'crm.contact.list'                   : ['every employee may list contacts', with([order: 'x']), with([filter: 'x']), INSIDE],
            'crm.contact.add'                    : [
                    with([fields: 'x']), with([params: 'x']), 'every employee may add contacts', INSIDE,
                    with([fields: [NAME: 'Ida', EMAIL: [[VALUE: 'no address', VALUE_TYPE: 'WORK']]]])],
            'crm.deal.get'                       : [with([:]), using(2) { [id: hidden(it, 'deal')] }, with([id: 99999])],
            'crm.deal.add'                       : [
                    with([fields: 'x']), with([params: 'x']), 'every employee may add deals', INSIDE,
                    with([fields: [TITLE: 'D', CURRENCY_ID: 'no currency']])],
            'crm.item.list'                      : [
                    'the simulated portal has no extranet employees', with([entityTypeId: 99]), with([entityTypeId: 1, filter: [nope: 1]]),
                    with([entityTypeId: 1, filter: [id: 'x']]), with([entityTypeId: 1, order: [nope: 'ASC']]), with([entityTypeId: 1, order: [id: 'UP']])],
    ]

    private static Map message(Scene s) { [CRM_ENTITY_TYPE: 'lead', CRM_ENTITY: s.lead, USER_ID: 2, CHAT_ID: s.chat, MESSAGE: 'x'] }

    private static long hidden(Scene s, String type) {
        s.call("crm.${type}.add", [fields: [TITLE: 'x', OPENED: 'N']]).json.result as long
    }

    /** The error of the last command: a batch itself always ends well. */
    private static Closure inBatch(Map cmd) {
        { Scene scene, String method ->
            def error = scene.call(method, [cmd: cmd]).json.result.result_error.values().last()
            [status: error.error == 'ERROR_BATCH_METHOD_NOT_ALLOWED' ? 405 : 400, json: error, text: "$error"]
        }
    }
}
