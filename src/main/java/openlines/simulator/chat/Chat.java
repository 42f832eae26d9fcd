package openlines.simulator.chat;

import java.time.Instant;
import java.util.Collections;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** A conversation with its members; what it is used for stands in its entity. */
public final class Chat {

    /** The portal's letter of a kind of chat. */
    public enum Type {
        PRIVATE("P", "private"),
        GROUP("C", "chat"),
        OPEN("O", "open"),
        LINES("L", "lines");

        private final String letter;
        private final String word;

        Type(String letter, String word) {
            this.letter = letter;
            this.word = word;
        }

        public String letter() {
            return letter;
        }

        public String word() {
            return word;
        }
    }

    /** What the chat stands for: {@code LINES} with a user code, for one. */
    public record Entity(String type, String id, String data1, String data2, String data3) {
        public static final Entity NONE = new Entity("", "", "", "", "");
    }

    private long id;
    private Type type = Type.GROUP;
    private String title = "";
    private String description = "";
    private String color = "#4ba984";
    private String avatar = "";
    private long owner;
    private Entity entity = Entity.NONE;
    private Instant created = Instant.EPOCH;
    private boolean textField = true;
    private final SortedSet<Long> members = new TreeSet<>();
    private final SortedSet<Long> managers = new TreeSet<>();
    private final SortedSet<Long> muted = new TreeSet<>();
    private final SortedMap<Long, Long> read = new TreeMap<>();
    private final SortedMap<Long, Long> joinedAfter = new TreeMap<>();
    private long lastMessage;
    private int messages;

    private Chat() {}

    Chat(long id, Type type, String title, Instant created) {
        this.id = id;
        this.type = type;
        this.title = title;
        this.created = created;
    }

    public long id() {
        return id;
    }

    public Type type() {
        return type;
    }

    public boolean lines() {
        return type == Type.LINES;
    }

    public String title() {
        return title;
    }

    public String description() {
        return description;
    }

    public String color() {
        return color;
    }

    public String avatar() {
        return avatar;
    }

    public long owner() {
        return owner;
    }

    public Entity entity() {
        return entity;
    }

    public Instant created() {
        return created;
    }

    public boolean textField() {
        return textField;
    }

    public Set<Long> members() {
        return Collections.unmodifiableSet(members);
    }

    public boolean has(long user) {
        return members.contains(user);
    }

    public Set<Long> managers() {
        return Collections.unmodifiableSet(managers);
    }

    public Set<Long> muted() {
        return Collections.unmodifiableSet(muted);
    }

    public long lastMessage() {
        return lastMessage;
    }

    public int messages() {
        return messages;
    }

    /** The last message the member has read. */
    public long read(long user) {
        return read.getOrDefault(user, 0L);
    }

    /** Who the chat is with, seen from {@code user}; only a private chat knows. */
    public long counterpart(long user) {
        return members.stream().filter(member -> member != user).findFirst().orElse(user);
    }

    /** The address of the chat as {@code user} would write it. */
    public String dialogId(long user) {
        return type == Type.PRIVATE ? Long.toString(counterpart(user)) : "chat" + id;
    }

    public void rename(String newTitle) {
        title = newTitle;
    }

    public void describe(String text) {
        description = text;
    }

    public void recolor(String newColor) {
        color = newColor;
    }

    public void picture(String url) {
        avatar = url;
    }

    public void own(long user) {
        owner = user;
    }

    public void standFor(Entity thing) {
        entity = thing;
    }

    public void allowTyping(boolean allowed) {
        textField = allowed;
    }

    public void manage(long user, boolean manager) {
        if (manager) {
            managers.add(user);
        } else {
            managers.remove(user);
        }
    }

    public void mute(long user, boolean silent) {
        if (silent) {
            muted.add(user);
        } else {
            muted.remove(user);
        }
    }

    public void read(long user, long message) {
        read.merge(user, message, Math::max);
    }

    boolean join(long user) {
        boolean joined = members.add(user);
        if (joined) {
            joinedAfter.put(user, lastMessage);
        }
        return joined;
    }

    /** Whether the user was there when the message was written. */
    public boolean hears(long user, long message) {
        return members.contains(user) && joinedAfter.getOrDefault(user, 0L) < message;
    }

    boolean part(long user) {
        managers.remove(user);
        read.remove(user);
        joinedAfter.remove(user);
        return members.remove(user);
    }

    void posted(long message, long author) {
        lastMessage = message;
        messages++;
        if (author != 0) {
            read(author, message);
        }
    }
}
