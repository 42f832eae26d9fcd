package openlines.desk

import openlines.simulator.Portal
import spock.lang.AutoCleanup
import spock.lang.Requires
import spock.lang.Shared
import spock.lang.Specification

@Requires(value = { Chromium.found }, reason = Chromium.NEEDS)
class ConnectionSpec extends Specification {

    @Shared @AutoCleanup Chromium page = Chromium.found ? new Chromium() : null
    @AutoCleanup Portal portal = new Portal()
    @AutoCleanup Cable cable = new Cable(portal.url.port)

    def "after a break nothing is missing and nothing is there twice"() {
        given:
        def customer = portal.customer()
        portal.say(customer, 'before')
        page.open(cable.url)
        page.shows('.device .words', 'before')

        when: "the line is cut, and the talk goes on"
        cable.cut()
        page.shows('.connection', 'Connection lost')
        (1..30).each { portal.say(customer, "meanwhile $it") }

        then:
        !page.texts('.device .words').any { it.contains('meanwhile') }

        when:
        cable.mend()

        then:
        page.shows('.device .words', 'meanwhile 30')
        page.until { page.texts('.connection') == [''] }

        when:
        portal.say(customer, 'after')

        then:
        page.shows('.device .words', 'after')
        page.texts('.device .words').count('meanwhile 30') == 1
    }

    def "a portal that is begun anew or put back is shown as it is now"() {
        given:
        def customer = portal.customer(name: 'Klara Klein')
        portal.say(customer, 'before')
        def snapshot = portal.control('GET', 'snapshot')
        page.open(portal.url)
        page.shows('.device .words', 'before')

        when:
        portal.control('POST', 'reset')

        then:
        page.shows('.new-customer', 'Open a chat as a customer')
        page.all('.dialog-row').empty

        when:
        portal.control('PUT', 'snapshot', snapshot as Map)

        then:
        page.shows('.dialog-row', 'Klara Klein')
    }

    def "two browsers on one dialog see the same"() {
        given:
        def customer = portal.customer()
        def chat = portal.say(customer, 'hello').chatId
        page.open(portal.url, "#chat=$chat")
        def other = new Chromium()
        other.open(portal.url, "#chat=$chat")
        def (one, two) = [new Desk(page), new Desk(other)]

        when: "one is the operator, the other the customer"
        one.presses('Take')

        then:
        other.shows('.operator-title .chip', 'Anna Fischer')
        other.shows('.fired', 'Anna Fischer took the dialog')

        when:
        one.operatorSays('What can I do for you?')
        two.customerSees('What can I do for you?')
        two.customerSays('Everything')

        then:
        one.operatorSees('Everything')
        one.stage('Customer waits')

        when:
        two.presses('Finish', '.acts')

        then:
        one.stage('Closed')

        cleanup:
        other?.close()
    }
}
