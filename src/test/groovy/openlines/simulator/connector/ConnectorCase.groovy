package openlines.simulator.connector

import openlines.simulator.Portal
import spock.lang.AutoCleanup
import spock.lang.Specification

/** A portal and one connector's application, with the steps that their specs share. */
abstract class ConnectorCase extends Specification {

    @AutoCleanup Portal portal = new Portal()
    @AutoCleanup ConnectorApp app = new ConnectorApp(portal)

    Map status(Map more = [LINE: 1]) { app.does('imconnector.status', [CONNECTOR: 'myconnector'] + more) as Map }

    Map send(Map given = [:]) {
        def result = app.send(given)
        assert result.SUCCESS: result
        portal.settle()
        result
    }

    Map answered(Map result) {
        def operator = portal.chat(result.session.CHAT_ID).session.operator
        portal.operator(result.session.CHAT_ID, operator, 'answer')
        [id: result.session.CHAT_ID, operator: operator]
    }

    Map say(Map chat, String text) {
        portal.operator(chat.id, chat.operator, 'say', [text: text])
        portal.settle()
        portal.chat(chat.id).messages.last() as Map
    }

    /** The customer as the chat's readers see them. */
    Map person(chat, user) {
        portal.call('im.dialog.messages.get', [DIALOG_ID: "chat$chat".toString()]).users.find { "$it.id" == "$user" } as Map
    }
}
