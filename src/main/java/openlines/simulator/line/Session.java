package openlines.simulator.line;

import java.time.Instant;
import java.util.Collections;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import openlines.simulator.chat.Chat;
import org.jspecify.annotations.Nullable;

/** One handling of one customer's request, from the first message to the closing. */
public final class Session {

    /** Where the session stands; the numbers in the portal's answers are assumed, for its pages name none. */
    public enum Stage {
        /** A chatbot holds it. */
        BOT(0),
        /** It waits for an operator, with one, all or none of them asked. */
        QUEUE(5),
        /** An operator holds it. */
        ANSWERED(20),
        /** It was finished; a rating is still taken, and another word of the customer opens it again. */
        CLOSING(50),
        CLOSED(60);

        private final int status;

        Stage(int status) {
            this.status = status;
        }

        public int status() {
            return status;
        }
    }

    private long id;
    private long chatId;
    private long lineId;
    private long customerId;
    private boolean widget;
    private long parentId;
    private Instant started = Instant.EPOCH;
    private @Nullable Instant closed;
    private Stage stage = Stage.QUEUE;
    private long operator;
    private boolean offeredToAll;
    private boolean everAnswered;
    private boolean waiting;
    private boolean autoClosed;
    private boolean noAnswerTold;
    private boolean closingBotCame;
    private boolean silent;
    private boolean spam;
    private int vote = -1;
    private int headVote;
    private @Nullable String headComment;
    private final SortedSet<Long> asked = new TreeSet<>();
    private final SortedSet<Long> pinned = new TreeSet<>();

    private Session() {}

    Session(long id, Chat chat, Line line, long customerId, long parentId, Instant started) {
        this.id = id;
        this.chatId = chat.id();
        this.lineId = line.id();
        this.customerId = customerId;
        this.widget =
                chat.entity().id().startsWith("livechat|") || chat.entity().id().startsWith("network|");
        this.parentId = parentId;
        this.started = started;
    }

    public long id() {
        return id;
    }

    public long chatId() {
        return chatId;
    }

    public long lineId() {
        return lineId;
    }

    public long customerId() {
        return customerId;
    }

    /** The customer writes in a widget or the Network, not in an external channel. */
    public boolean widget() {
        return widget;
    }

    /** The session before this one in the chat, or 0. */
    public long parentId() {
        return parentId;
    }

    public Instant started() {
        return started;
    }

    public @Nullable Instant closed() {
        return closed;
    }

    public Stage stage() {
        return stage;
    }

    /** A finished session is closed for the portal's callers, even while a rating is awaited. */
    public boolean open() {
        return stage != Stage.CLOSING && stage != Stage.CLOSED;
    }

    /** Who holds the session, or who is asked to take it; 0 where nobody is. */
    public long operator() {
        return operator;
    }

    public boolean heldBy(long user) {
        return operator == user && (stage == Stage.BOT || stage == Stage.ANSWERED);
    }

    public boolean offeredToAll() {
        return offeredToAll;
    }

    /** True while the customer's last word has no answer. */
    public boolean waiting() {
        return waiting;
    }

    /** Whether an operator ever answered in it. */
    public boolean everAnswered() {
        return everAnswered;
    }

    public boolean autoClosed() {
        return autoClosed;
    }

    public boolean silent() {
        return silent;
    }

    public boolean spam() {
        return spam;
    }

    /** 1 good, 0 bad, -1 none. */
    public int vote() {
        return vote;
    }

    public int headVote() {
        return headVote;
    }

    public @Nullable String headComment() {
        return headComment;
    }

    public Set<Long> asked() {
        return Collections.unmodifiableSet(asked);
    }

    public Set<Long> pinned() {
        return Collections.unmodifiableSet(pinned);
    }

    void moveTo(long line) {
        lineId = line;
    }

    void heldByBot(long bot) {
        stage = Stage.BOT;
        operator = bot;
        offeredToAll = false;
    }

    void queued() {
        stage = Stage.QUEUE;
        operator = 0;
        offeredToAll = false;
        asked.clear();
    }

    void offered(long user) {
        operator = user;
        offeredToAll = false;
        asked.add(user);
    }

    void offeredToEverybody() {
        operator = 0;
        offeredToAll = true;
    }

    void offeredToNobody() {
        operator = 0;
        offeredToAll = false;
    }

    void askAgain() {
        asked.clear();
    }

    void answered(long user) {
        stage = Stage.ANSWERED;
        operator = user;
        offeredToAll = false;
        everAnswered = true;
        asked.clear();
    }

    void customerSpoke() {
        waiting = true;
    }

    void wasAnswered() {
        waiting = false;
    }

    boolean tellNoAnswer() {
        boolean first = !noAnswerTold;
        noAnswerTold = true;
        return first;
    }

    boolean bringsClosingBot() {
        boolean first = !closingBotCame;
        closingBotCame = true;
        return first;
    }

    void closing(boolean automatically) {
        stage = Stage.CLOSING;
        autoClosed = automatically;
        waiting = false;
    }

    void close(Instant now) {
        stage = Stage.CLOSED;
        closed = now;
        waiting = false;
        pinned.clear();
    }

    void reopen() {
        closed = null;
        autoClosed = false;
        stage = Stage.QUEUE;
    }

    void markSpam() {
        spam = true;
    }

    void vote(int rating) {
        vote = rating;
    }

    public void judge(int rating, @Nullable String comment) {
        if (rating > 0) {
            headVote = rating;
        }
        if (comment != null) {
            headComment = comment;
        }
    }

    public void beSilent(boolean on) {
        silent = on;
    }

    /** True where the pin changed. */
    public boolean pin(long user, boolean on) {
        return on ? pinned.add(user) : pinned.remove(user);
    }
}
