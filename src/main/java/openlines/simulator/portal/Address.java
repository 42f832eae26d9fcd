package openlines.simulator.portal;

import jakarta.inject.Singleton;
import java.net.URI;

/** Where the portal is found, and by which id its applications know it. */
@Singleton
public final class Address {

    private volatile URI url = URI.create("http://127.0.0.1");

    /** Known once the server listens. */
    public void listen(URI at) {
        url = at;
    }

    public URI url() {
        return url;
    }

    /** Host and port: a portal on a desk has a port where a real one has only a name. */
    public String domain() {
        return url.getAuthority();
    }

    public String clientEndpoint() {
        return url + "/rest/";
    }

    /** A real portal names the authorization server here; on the desk it is the portal itself. */
    public String serverEndpoint() {
        return url + "/rest/";
    }

    public String memberId() {
        return "a223c6b3710f85df22e9377d6c4f7553";
    }
}
