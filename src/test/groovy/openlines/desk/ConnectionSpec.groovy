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

    def "after a break nothing is missing and nothing is there twice"() {
        given:
        def customer = portal.customer()
        portal.say(customer, 'before')
        page.open(portal.url)
        page.shows('.device .words', 'before')

        when: "the line is cut, and the talk goes on"
        offline(true)
        page.shows('.connection', 'Connection lost')
        (1..30).each { portal.say(customer, "meanwhile $it") }

        then:
        !page.texts('.device .words').any { it.contains('meanwhile') }

        when:
        offline(false)

        then:
        page.shows('.device .words', 'meanwhile 30')
        page.until { page.texts('.connection') == [''] }
        page.js('''return (async () => {
            const { Model } = await import("/desk/js/model.js");
            return typeof Model; })()''') == 'function'

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
        two.stage('With an operator')

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

    private void offline(boolean off) {
        page.driver.executeCdpCommand('Network.enable', [:])
        page.driver.executeCdpCommand('Network.emulateNetworkConditions', [offline: off, latency: 0, downloadThroughput: -1, uploadThroughput: -1])
    }
}
