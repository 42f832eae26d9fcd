package openlines.simulator.bot;

import jakarta.inject.Singleton;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import openlines.simulator.Settings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Which addresses may be handlers: web addresses, and on loopback only unless the portal was started otherwise. */
@Singleton
public final class HandlerUrls {

    private static final Logger LOG = LoggerFactory.getLogger(HandlerUrls.class);

    private final Settings settings;

    HandlerUrls(Settings settings) {
        this.settings = settings;
    }

    public boolean valid(String url) {
        try {
            URI uri = new URI(url);
            String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
            String host = uri.getHost();
            if (host == null || !(scheme.equals("http") || scheme.equals("https"))) {
                return false;
            }
            if (!settings.outside() && !loopback(host)) {
                LOG.warn("The handler's host {} is outside loopback: refused, see --allow-handlers", host);
                return false;
            }
            return true;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    /** By name alone: nobody's registration waits for a name server. */
    private static boolean loopback(String host) {
        String name = host.toLowerCase(Locale.ROOT);
        return name.equals("localhost")
                || name.endsWith(".localhost")
                || name.matches("127\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}")
                || name.equals("[::1]");
    }
}
