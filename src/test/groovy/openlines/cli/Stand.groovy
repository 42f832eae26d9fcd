package openlines.cli

import java.nio.file.Path
import openlines.simulator.Portal
import openlines.simulator.Settings

/** What {@code openlines simulate} starts, on a Monday at noon, for specs of other rooms. The clock goes: a portal's budget refills by it. */
class Stand implements AutoCloseable {
    final StringWriter told = new StringWriter()
    private final Playground playground
    final Portal portal

    Stand(Path bots) {
        playground = Playground.start(Settings.defaults().beginningAt(Portal.MONDAY_NOON), 0, bots, new Workbench(new PrintWriter(told, true)))
        portal = new Portal(playground.simulator())
    }

    /** Until the bots have answered all that has come. */
    void answered(chat) {
        3.times {
            portal.settle()
            portal.control('GET', "turns?chat=$chat&quiet=true")
        }
        portal.settle()
    }

    @Override
    void close() { playground.close() }
}
