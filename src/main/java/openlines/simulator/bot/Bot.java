package openlines.simulator.bot;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A chatbot: a user of the portal that an application, or the author of a webhook, speaks for. */
public final class Bot {

    /** Through which generation of the API it was registered: its events come in that form. */
    public enum Generation {
        V1,
        V2
    }

    /** How events reach it. */
    public enum EventMode {
        WEBHOOK,
        FETCH
    }

    private long id;
    private String code = "";
    private String type = "bot";
    private Generation generation = Generation.V2;
    /** The application's client id, or {@code custom} and the bot's own token where a webhook registered it. */
    private String owner = "";

    private String token = "";
    private EventMode eventMode = EventMode.FETCH;
    private @Nullable String handlerUrl;
    private boolean hidden;
    private boolean openline;
    private boolean reactions = true;
    private @Nullable String background;
    private long messages;
    private boolean human;
    /** Where the events of the first generation go, by their names in {@code imbot.register}. */
    private final Map<String, String> handlers = new TreeMap<>();

    private Bot() {}

    public Bot(long id, String code, Generation generation, String owner, String token) {
        this.id = id;
        this.code = code;
        this.generation = generation;
        this.owner = owner;
        this.token = token;
    }

    public long id() {
        return id;
    }

    public String code() {
        return code;
    }

    public String type() {
        return type;
    }

    public Generation generation() {
        return generation;
    }

    public String owner() {
        return owner;
    }

    /** The secret that a webhook call proves the bot with; empty for an application's bot. */
    public String token() {
        return token;
    }

    public EventMode eventMode() {
        return eventMode;
    }

    public @Nullable String handlerUrl() {
        return handlerUrl;
    }

    public boolean hidden() {
        return hidden;
    }

    /** Works in open lines; without it no event of a line's chat reaches the bot. */
    public boolean openline() {
        return openline;
    }

    public boolean reactions() {
        return reactions;
    }

    public @Nullable String background() {
        return background;
    }

    public long messages() {
        return messages;
    }

    /** The first generation's type H: is seen typing before it answers. */
    public boolean human() {
        return human;
    }

    /** The address of a first-generation event such as {@code MESSAGE_ADD}. */
    public Optional<String> handler(String event) {
        return Optional.ofNullable(handlers.get(event));
    }

    public Bot acting(boolean asHuman) {
        human = asHuman;
        return this;
    }

    public void handle(String event, String url) {
        handlers.put(event, url);
    }

    public void recode(String newCode) {
        code = newCode;
    }

    public Bot typed(String newType) {
        type = newType;
        return this;
    }

    public Bot supporting(boolean openlines, boolean withReactions) {
        openline = openlines;
        reactions = withReactions;
        return this;
    }

    public Bot heard(EventMode mode, @Nullable String url) {
        eventMode = mode;
        handlerUrl = url;
        return this;
    }

    public Bot shown(boolean isHidden, @Nullable String onBackground) {
        hidden = isHidden;
        background = onBackground;
        return this;
    }

    /** Gives it a new secret; a webhook's bot is owned by its secret. */
    public void rotate(String newToken) {
        token = newToken;
        if (owner.startsWith(Bots.CUSTOM)) {
            owner = Bots.CUSTOM + newToken;
        }
    }

    public void counted() {
        messages++;
    }
}
