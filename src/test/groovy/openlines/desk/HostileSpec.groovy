package openlines.desk

import openlines.simulator.Portal
import spock.lang.AutoCleanup
import spock.lang.Requires
import spock.lang.Shared
import spock.lang.Specification

@Requires(value = { Chromium.found }, reason = Chromium.NEEDS)
class HostileSpec extends Specification {

    @Shared @AutoCleanup Chromium page = Chromium.found ? new Chromium() : null
    @AutoCleanup Portal portal = new Portal()

    def "#what from a customer stays text: nothing runs, nothing is fetched, the page stands"() {
        given:
        def customer = portal.customer(name: name)
        portal.say(customer, text)
        portal.say(customer, 'and then')
        page.open(portal.url)

        expect: "both sides show it"
        page.shows('.device .words', 'and then')
        page.shows('.operator-side .words', 'and then')
        page.texts('.device .words').any { it.contains(shown) }

        and: "as text"
        page.js('return window.pwned') == null
        page.js('return document.querySelectorAll(".log script, .log iframe, .log img, .log object, .log embed, .log style, .log form").length') == 0
        page.js('return [...document.querySelectorAll(".log a")].every(a => /^(https?|tel|mailto):/.test(a.href))')
        page.js('return [...document.querySelectorAll(".log *")].every(e => [...e.attributes].every(a => !a.name.startsWith("on")))')

        and: "within its frame"
        page.js('return document.documentElement.scrollWidth <= innerWidth && document.documentElement.scrollHeight <= innerHeight')
        page.js('return [...document.querySelectorAll(".log")].every(l => l.scrollWidth <= l.clientWidth + 1)')
        page.complaints().findAll { it.contains('Content Security Policy') || it.contains('TypeError') } == []

        where:
        what                  | name                              | text                                                                         | shown
        'a script tag'        | '<script>pwned=1</script>'        | '<script>window.pwned=1</script><img src=x onerror="window.pwned=1">'       | '<script>window.pwned=1</script>'
        'a script in a link'  | 'Mallory'                         | '[url=javascript:window.pwned=1]press[/url] [url]javascript:alert(1)[/url]' | 'press'
        'data in a link'      | 'Mallory'                         | '[url=data:text/html,<script>1</script>]press[/url]'                        | 'press'
        'a foreign picture'   | 'Mallory'                         | '[img size=large]https://evil.example/p.png [/img] [icon=https://evil.example/i.png size=20 title=x]' | 'picture'
        'a style'             | 'Mallory'                         | '[color=#fff;background:url(//evil)]x[/color][size=900]big[/size]'          | 'big'
        'unclosed tags'       | 'Mallory'                         | '[b]' * 3000 + 'deep'                                                       | '[b][b]'
        'nested tags'         | 'Mallory'                         | '[b][i]' * 100 + 'deep' + '[/i][/b]' * 100                                  | 'deep'
        '20,000 characters'   | 'M' * 100                         | 'x' * 20_000                                                                | 'x' * 1000
        'right to left'       | 'מרים'                            | 'שלום \u202Egnp.exe'                                                        | 'שלום'
        'emoji'               | '👩‍👩‍👧‍👦 Family'                    | '👩‍👩‍👧‍👦 🇩🇪 ' * 200                                                           | '👩‍👩‍👧‍👦'
        'zero width'          | '\u200B\u200B'                    | 'a\u200Bb\u200D\uFEFF\u2060c' + '\u0301' * 300                              | 'c'
    }
}
