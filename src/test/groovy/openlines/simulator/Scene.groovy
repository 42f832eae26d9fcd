package openlines.simulator

/** A portal in the middle of its work: a dialog that an operator holds, with a lead, a bot, and callers of all kinds. */
class Scene {

    static final String NETWORK = 'ab515f5d85a8b844d484f6ea75a2e494'
    static final String CLOSED_NETWORK = 'c' * 32

    final Portal portal
    Map customer
    long chat, session, message, lead, foreignLead, group, closedChat, closedSession, botChat, botChatLead
    Map bot
    Map app, staffApp

    Scene(Portal portal) {
        this.portal = portal
        portal.control('POST', 'reset')
        portal.line(1, [CRM: 'Y', CRM_CREATE: 'lead', FULL_CLOSE_TIME: 0, VOTE_MESSAGE: 'N'])
        customer = portal.customer(name: 'Klara Klein')
        def said = portal.say(customer, 'hello', [[name: 'plan.png', url: 'http://127.0.0.1/plan.png', size: 5]])
        chat = said.chatId
        session = said.sessionId
        message = said.messageId
        portal.operator(chat, 2, 'intercept')
        lead = portal.call('im.chat.get', [ENTITY_TYPE: 'LINES', ENTITY_ID: customer.userCode]).with {
            portal.call('imopenlines.dialog.get', [CHAT_ID: it.ID]).entity_data_1.split('\\|')[2] as long
        }
        foreignLead = portal.call('crm.lead.add', [fields: [TITLE: 'Not yours', OPENED: 'N', ASSIGNED_BY_ID: 1]])
        bot = portal.call('imbot.v2.Bot.register', [fields: [code: 'scene', botToken: 'token', properties: [name: 'Bot'],
                type: 'openline']]).bot as Map
        def closed = portal.say(portal.customer(name: 'Carl'), 'bye')
        closedChat = closed.chatId
        closedSession = closed.sessionId
        portal.operator(closedChat, 2, 'finish')
        portal.line(1, [WELCOME_BOT_ENABLE: 'Y', WELCOME_BOT_ID: bot.id, WELCOME_BOT_TIME: 0])
        botChat = portal.say(portal.customer(name: 'Bert'), 'hi').chatId
        portal.line(1, [WELCOME_BOT_ENABLE: 'N'])
        portal.call('im.message.add', [DIALOG_ID: 5, MESSAGE: 'a word between us'])
        group = portal.control('GET', 'chats').find { it.type == 'private' }.id
        app = portal.control('POST', 'apps', [userId: 1]) as Map
        portal.control('POST', "apps/$app.clientId/install", [:])
        staffApp = portal.control('POST', 'apps', [userId: 5]) as Map
        portal.control('POST', "apps/$staffApp.clientId/install", [:])
        portal.control('POST', 'network', [code: NETWORK, name: 'Support', active: true])
        portal.control('POST', 'network', [code: CLOSED_NETWORK, name: 'Gone', active: false])
    }

    /** The method, called by the administrator (1), another user's webhook, or an application's token. */
    Map call(String method, Map params, Object caller = 1) {
        switch (caller) {
            case 'app': return portal.send('POST', "$portal.url/rest/$method", params + [auth: app.auth.access_token])
            case 'staffApp': return portal.send('POST', "$portal.url/rest/$method", params + [auth: staffApp.auth.access_token])
            default: return portal.rest(method, params, caller == 1 ? portal.simulator.webhook() : portal.webhookOf(caller as long))
        }
    }
}
