package openlines.simulator.portal;

import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A local application of the portal: who it is, what it may do, and whether its installation is finished. */
public final class App {

    private long id;
    private String clientId = "";
    private String clientSecret = "";
    private String applicationToken = "";
    private SortedSet<String> scope = new TreeSet<>();
    private long userId;
    private @Nullable String handlerUrl;
    private boolean installed;

    private App() {}

    public App(long id, String clientId, String clientSecret, String applicationToken, Set<String> scope, long userId) {
        this.id = id;
        this.clientId = clientId;
        this.clientSecret = clientSecret;
        this.applicationToken = applicationToken;
        this.scope = new TreeSet<>(scope);
        this.userId = userId;
    }

    public long id() {
        return id;
    }

    public String clientId() {
        return clientId;
    }

    public String clientSecret() {
        return clientSecret;
    }

    public String applicationToken() {
        return applicationToken;
    }

    public Set<String> scope() {
        return scope;
    }

    /** Who installed it. */
    public long userId() {
        return userId;
    }

    public @Nullable String handlerUrl() {
        return handlerUrl;
    }

    /** Events flow only after the installation. */
    public boolean installed() {
        return installed;
    }

    public void handledAt(String url) {
        handlerUrl = url;
    }

    public void finishInstallation() {
        installed = true;
    }
}
