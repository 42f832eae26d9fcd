package openlines.simulator

import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification

/** A portal as at its start, and an application's handler beside it. */
abstract class Calls extends Specification {

    @Shared @AutoCleanup Portal portal = new Portal()
    @AutoCleanup Handler handler = new Handler()

    def setup() {
        portal.control('POST', 'limits', [rate: 'off', operating: false])
        portal.control('POST', 'reset')
    }

    protected String getHook() { portal.simulator.webhook() }

    protected Map app(Map given = [:]) { portal.control('POST', 'apps', [userId: 1, handlerUrl: handler.url] + given) as Map }

    protected Map byApp(Map app, String method, Map params = [:]) {
        portal.send('POST', "$portal.url/rest/$method", params + [auth: app.auth.access_token])
    }
}
