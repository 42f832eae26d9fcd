package openlines.testkit;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import openlines.plugin.Lessons;
import openlines.plugin.Plugin;
import openlines.plugin.script.Difference;
import openlines.plugin.script.Play;
import openlines.plugin.script.Script;
import org.jspecify.annotations.Nullable;

/** Plays dialog scripts through portal and runtime. A portal serves script after script, until its time has moved on. */
public final class Theatre implements AutoCloseable {
    /** As much later than its script says a dialog may begin. */
    private static final Duration LATE = Duration.ofSeconds(30);

    private final List<Plugin> plugins;
    private final Lessons lessons;
    private @Nullable TestPortal portal;
    private @Nullable ZonedDateTime opened;

    public Theatre(List<Plugin> plugins, Lessons lessons) {
        this.plugins = List.copyOf(plugins);
        this.lessons = lessons;
    }

    /** Plays one script of a bot, by its code; empty where everything came as expected. */
    public Optional<Difference> play(String code, Script script) {
        ZonedDateTime at = script.setting().at().atZone(script.setting().zone());
        TestPortal here = portalAt(at);
        return Play.of(script, new PortalStage(here, here.bot(code), script.setting()));
    }

    private TestPortal portalAt(ZonedDateTime at) {
        TestPortal here = portal;
        if (here != null && at.equals(opened) && !isLate(here.clock().instant(), at)) {
            return here;
        }
        close();
        TestPortal fresh = TestPortal.at(at, TestPortal.hosted(plugins, lessons));
        portal = fresh;
        opened = at;
        return fresh;
    }

    private static boolean isLate(Instant now, ZonedDateTime at) {
        return now.isAfter(at.toInstant().plus(LATE));
    }

    @Override
    public void close() {
        if (portal != null) {
            portal.close();
            portal = null;
        }
    }
}
