package openlines.simulator

/** The documented example of each method, with the ids of a scene in place of the documentation's. */
class Examples {

    private static final Set APP_ONLY = ['app.info', 'event.bind', 'event.unbind', 'event.get', 'event.test', 'events',
            'event.offline.get', 'event.offline.list', 'event.offline.clear', 'event.offline.error'] as Set

    static Map send(Scene scene, String method, Map example) {
        def params = new LinkedHashMap(example)
        def ids = IDS[method]
        if (ids) {
            params.putAll(ids.call(scene) as Map)
        } else if (params.containsKey('CHAT_ID')) {
            params.CHAT_ID = scene.chat
        }
        def caller = APP_ONLY.contains(method) ? 'app' : CALLERS.getOrDefault(method, 1)
        scene.call(method, params, caller)
    }

    private static final Map CALLERS = ['imopenlines.crm.lead.create': 2]

    private static final Map<String, Closure> CRM = ['get', 'getLastId'].collectEntries {
        ["imopenlines.crm.chat.$it".toString(), { s -> [CRM_ENTITY: s.lead] }]
    }

    private static final Map<String, Closure> IDS = CRM + [
            'imopenlines.config.update'            : { [CONFIG_ID: 1] },
            // without its select, so that every documented field comes
            'imopenlines.config.list.get'          : { [PARAMS: [order: [ID: 'ASC'], filter: [ACTIVE: 'Y'], limit: 50, offset: 0]] },
            'imopenlines.config.get'               : { [CONFIG_ID: 1] },
            'imopenlines.config.delete'            : { s -> [CONFIG_ID: s.portal.control('POST', 'lines', [:]).ID] },
            'imopenlines.bot.session.operator'     : { s -> [CHAT_ID: s.botChat] },
            'imopenlines.bot.session.transfer'     : { s -> [CHAT_ID: s.botChat, USER_ID: 5, CLIENT_ID: 'token'] },
            'imopenlines.bot.session.finish'       : { s -> [CHAT_ID: s.botChat, CLIENT_ID: 'token'] },
            'imopenlines.crm.chat.user.add'        : { s -> [CRM_ENTITY: s.lead, CHAT_ID: s.chat, USER_ID: 6] },
            'imopenlines.crm.chat.user.delete'     : { s -> [CRM_ENTITY: s.lead, CHAT_ID: s.chat, USER_ID: 2] },
            'imopenlines.crm.message.add'          : { s -> [CRM_ENTITY: s.lead, CHAT_ID: s.chat, USER_ID: 2] },
            'imopenlines.message.quick.save'       : { s -> [CHAT_ID: s.chat, MESSAGE_ID: s.message] },
            'imopenlines.operator.transfer'        : { s -> [CHAT_ID: s.chat, USER_ID: 5] },
            'imopenlines.session.open'             : { s -> [USER_CODE: s.customer.userCode] },
            'imopenlines.session.head.vote'        : { s -> [SESSION_ID: s.closedSession] },
            'imopenlines.message.session.start'    : { s -> [CHAT_ID: s.chat, MESSAGE_ID: s.message] },
            'imopenlines.operator.finish'          : { s -> [CHAT_ID: s.botChat] },
            'imopenlines.dialog.get'               : { s -> [USER_CODE: s.customer.userCode] },
            'imopenlines.session.history.get'      : { s -> [SESSION_ID: s.session] },
            'im.chat.get'                          : { s -> [ENTITY_TYPE: 'LINES', ENTITY_ID: s.customer.userCode] },
            'im.dialog.get'                        : { s -> [DIALOG_ID: "chat$s.chat"] },
            'im.dialog.messages.get'               : { s -> [DIALOG_ID: "chat$s.chat", FIRST_ID: 0] },
            'im.dialog.users.list'                 : { s -> [DIALOG_ID: "chat$s.chat"] },
            'im.dialog.writing'                    : { s -> [DIALOG_ID: "chat$s.chat"] },
            'im.dialog.read'                       : { s -> [DIALOG_ID: "chat$s.chat", MESSAGE_ID: s.message] },
            'im.recent.list'                       : { [LAST_MESSAGE_DATE: '', UNREAD_ONLY: 'N'] },
            'im.message.add'                       : { s -> [DIALOG_ID: "chat$s.chat", REPLY_ID: s.message] },
            'im.notify.get'                        : { s -> [LAST_ID: s.call('im.notify', [USER_ID: 1, MESSAGE: 'hi']).json.result + 1] },
            'im.notify.history.search'             : { s ->
                def id = s.call('im.notify', [USER_ID: 1, MESSAGE: 'an invoice']).json.result
                [SEARCH_TYPE: '', SEARCH_DATE: '', GROUP_TAG: '', LAST_ID: id + 1]
            },
            'crm.lead.get'                         : { s -> [ID: s.lead] },
            'crm.lead.list'                        : { [start: 0, filter: [:]] },
            'crm.lead.update'                      : { s -> [id: s.lead] },
            'crm.contact.get'                      : { s -> [ID: contact(s)] },
            'crm.contact.list'                     : { s -> contact(s); [SELECT: ['*', 'PHONE', 'EMAIL'], FILTER: [NAME: 'Ida']] },
            'crm.deal.get'                         : { s -> [ID: s.call('crm.deal.add', [fields: [TITLE: 'D']]).json.result] },
            'crm.item.list'                        : { s -> [entityTypeId: 1, filter: ['=imol': "imol|$s.customer.userCode".toString()]] },
    ]

    private static long contact(Scene scene) {
        scene.call('crm.contact.add', [fields: [NAME: 'Ida', PHONE: [[VALUE: '+49301', VALUE_TYPE: 'WORK']]]]).json.result as long
    }
}
