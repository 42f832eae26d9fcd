package openlines.desk

import openlines.simulator.Portal
import spock.lang.AutoCleanup
import spock.lang.Requires
import spock.lang.Specification

/** CONFIRM_CLOSE, which is a question of the operator's page. */
@Requires(value = { Chromium.found }, reason = Chromium.NEEDS)
class ConfirmCloseSpec extends Specification {

    @AutoCleanup Chromium page = new Chromium()
    @AutoCleanup Portal portal = new Portal()
    Desk desk = new Desk(page)

    def "a line with CONFIRM_CLOSE has the page ask before a dialog is finished"() {
        given:
        portal.line(1, [CONFIRM_CLOSE: 'Y'])
        page.open(portal.url)
        desk.opensChat()
        desk.customerSays('a human please')
        desk.stage('In the queue')
        desk.presses('Take')
        desk.stage('Customer waits')

        when:
        desk.presses('Finish', '.acts')
        page.shows('dialog', 'Finish this dialog?')
        desk.presses('Cancel', 'dialog')

        then:
        portal.chat(1001).session.stage == 'ANSWERED'

        when:
        desk.presses('Finish', '.acts')
        page.shows('dialog', 'Finish this dialog?')
        desk.presses('Finish', 'dialog')

        then:
        desk.stage('Closed')
        portal.chat(1001).session.stage == 'CLOSING'
    }
}
