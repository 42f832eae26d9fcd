package openlines.desk

import java.net.http.HttpClient
import java.net.http.HttpRequest
import java.net.http.HttpRequest.BodyPublishers
import java.net.http.HttpResponse.BodyHandlers
import java.util.concurrent.Executors
import java.util.concurrent.TimeUnit
import java.util.concurrent.atomic.AtomicInteger
import openlines.simulator.Portal
import spock.lang.AutoCleanup
import spock.lang.Requires
import spock.lang.Shared
import spock.lang.Specification

/** Much going on at once; with {@code -Dopenlines.long=true} for a minute, and it prints what it measured. */
@Requires(value = { Chromium.found }, reason = Chromium.NEEDS)
class LoadSpec extends Specification {

    static final int SECONDS = Boolean.getBoolean('openlines.long') ? 60 : 5
    static final int DIALOGS = 100
    static final int A_SECOND = 200

    @Shared @AutoCleanup Chromium page = Chromium.found ? new Chromium() : null
    @AutoCleanup Portal portal = new Portal()
    HttpClient http = HttpClient.newHttpClient()

    def "200 messages a second over 100 dialogs are all shown, and only what is in sight is held in the document"() {
        given:
        def customers = (1..DIALOGS).collect { portal.customer(name: "Customer $it").id }
        customers.each { say(it, 'hello') }
        page.open(portal.url, '#chat=1001')
        page.js('''
            window.long = [];
            new PerformanceObserver(list => list.getEntries().forEach(e => window.long.push(Math.round(e.duration)))).observe({type: "longtask"});
            window.shifts = 0;
            new PerformanceObserver(list => list.getEntries().forEach(e => window.shifts += e.value)).observe({type: "layout-shift"});''')
        def before = memory()

        when: "they all talk"
        def sent = new AtomicInteger()
        def clock = Executors.newScheduledThreadPool(2)
        def failed = new AtomicInteger()
        clock.scheduleAtFixedRate({
            try {
                say(customers[sent.getAndIncrement() % DIALOGS], "message $sent")
            } catch (IOException | AssertionError e) {
                failed.incrementAndGet()
            }
        }, 0, 1_000_000_000L.intdiv(A_SECOND), TimeUnit.NANOSECONDS)
        clock.schedule({ clock.shutdown() }, SECONDS, TimeUnit.SECONDS)
        clock.awaitTermination(SECONDS + 60, TimeUnit.SECONDS)
        def first = customers[0]
        say(first, 'the last word')

        then: "the dialog that is looked at has them all"
        failed.get() == 0
        page.shows('.device .words', 'the last word')
        page.js('return +document.querySelector(".device [aria-setsize]").getAttribute("aria-setsize")') == portal.chat(1001).messages.size() + 1

        and: "the document stays small"
        page.js('return document.querySelectorAll("*").length') < 4_000

        cleanup:
        clock?.shutdownNow()
        println "measured: ${sent} messages in $SECONDS s over $DIALOGS dialogs; long tasks ${page.js('return window.long')} ms; layout shift ${page.js('return window.shifts')}; heap $before -> ${memory()} bytes"
    }

    def "a dialog of 10,000 messages is read from its end to its beginning"() {
        given:
        def count = Boolean.getBoolean('openlines.long') ? 10_000 : 1_000
        def customer = portal.customer().id
        (1..count).each { say(customer, "message $it " + 'and some words ' * (it % 7)) }
        page.open(portal.url)
        page.shows('.device .words', "message $count ")

        when: "scrolled up, page by page, as far as it goes"
        def rows = 0
        page.until {
            page.js('document.querySelector(".device .log").scrollTop -= 4000')
            rows = Math.max(rows, page.js('return document.querySelectorAll(".device .virtual-row").length') as int)
            page.texts('.device .words').any { it.startsWith('message 1 ') }
        }

        then:
        rows < 120
        page.texts('.device .words').first().startsWith('message 1 ')

        when:
        page.press('Newest', '.device')

        then:
        page.shows('.device .words', "message $count ")
    }

    private void say(customer, String text) {
        def request = HttpRequest.newBuilder(URI.create("$portal.url/simulator/customers/$customer/say"))
                .POST(BodyPublishers.ofString(/{"text":"$text"}/)).build()
        assert http.send(request, BodyHandlers.ofString()).statusCode() == 200
    }

    private long memory() {
        page.driver.executeCdpCommand('HeapProfiler.collectGarbage', [:])
        page.js('return performance.memory.usedJSHeapSize') as long
    }
}
