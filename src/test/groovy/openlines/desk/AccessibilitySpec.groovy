package openlines.desk

import spock.lang.AutoCleanup
import spock.lang.Requires
import spock.lang.Shared
import spock.lang.Specification

@Requires(value = { Chromium.found }, reason = Chromium.NEEDS)
class AccessibilitySpec extends Specification {

    static final String AXE = AccessibilitySpec.getResource('/axe.min.js').text

    @Shared @AutoCleanup Chromium page = Chromium.found ? new Chromium() : null
    @Shared @AutoCleanup Scenery scenery = Chromium.found ? new Scenery() : null

    def "no violation of WCAG 2.2 AA: #state, #scheme, #width wide"() {
        given:
        page.size(width, 860)
        page.scheme(scheme)
        def desk = scenery.open(page, state)

        when:
        Scenery.STATES[state].call(page, desk)

        then:
        violations() == []

        where:
        [state, look] << [Scenery.STATES.keySet() as List, [['light', 1440], ['dark', 1440]]].combinations() + [['talk', ['light', 400]], ['talk', ['dark', 1000]], ['replay', ['light', 400]], ['broken', ['dark', 400]]]
        scheme = look[0]
        width = look[1]
    }

    private List<String> violations() {
        page.driver.executeScript(AXE)
        def found = page.driver.executeAsyncScript('''
            const done = arguments[arguments.length - 1];
            axe.run(document, {runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]})
                .then(r => done(r.violations.map(v => v.id + ": " + v.nodes.slice(0, 3).map(n => n.target + " " + n.failureSummary.replace(/\\s+/g, " ")).join("; "))), e => done(["axe failed: " + e]));''')
        found as List<String>
    }
}
