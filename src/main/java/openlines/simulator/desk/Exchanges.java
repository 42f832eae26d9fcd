package openlines.simulator.desk;

import jakarta.inject.Singleton;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import openlines.simulator.engine.Fact;
import openlines.simulator.engine.FactListener;
import openlines.simulator.engine.JsonMap;
import openlines.simulator.event.Journal;
import openlines.simulator.event.Journal.Entry;
import openlines.simulator.event.Journal.Kind;
import openlines.simulator.line.LineFact;
import openlines.simulator.provenance.Provenance;
import openlines.simulator.provenance.Provenance.Basis;

/** The journal's entries by the dialog they speak of. */
@Singleton
final class Exchanges implements FactListener {

    private static final int REMEMBERED = 6_000;
    private static final int SCANNED = 16_384;
    private static final int INLINE = 4_096;

    private static final Pattern CHAT = Pattern.compile(
            "(?:(?:to_?)?chat_?id|dialog_?id|chat\\]\\[id|recipient_?id)[\\]\"'\\s:=]{1,6}(?:chat)?(\\d{1,18})",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern SESSION =
            Pattern.compile("session_?id[\\]\"'\\s:=]{1,6}(\\d{1,18})", Pattern.CASE_INSENSITIVE);
    private static final Pattern LATER_CHAT = Pattern.compile("\\bchat(\\d{4,18})\\b");

    private final Journal journal;
    private final Provenance provenance;
    private final Map<Long, Long> chatOfSession = new ConcurrentHashMap<>();
    private final Map<Long, Set<Long>> known = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, Set<Long>> eldest) {
            return size() > REMEMBERED;
        }
    };

    Exchanges(Journal journal, FactLog log, Provenance provenance) {
        this.journal = journal;
        this.provenance = provenance;
        journal.listen(entry -> {
            if (log.wanted()) {
                log.tell("Exchange", brief(entry));
            }
        });
    }

    @Override
    public void hear(Fact fact) {
        if (fact instanceof LineFact.SessionStarted started) {
            chatOfSession.put(started.session().id(), started.session().chatId());
        }
    }

    /** The last {@code limit} exchanges of a dialog, oldest first. */
    List<JsonMap> of(long chat, int limit) {
        List<Entry> all = journal.find(entry -> chats(entry).contains(chat));
        return all.subList(Math.max(0, all.size() - limit), all.size()).stream()
                .map(this::brief)
                .toList();
    }

    Optional<Entry> find(long id) {
        return journal.find(entry -> entry.id() == id).stream().findFirst();
    }

    /** Without bodies that would make the stream heavy; they are there by the entry's id. */
    private JsonMap brief(Entry entry) {
        boolean whole = entry.request().length() + entry.response().length() <= INLINE;
        JsonMap json = whole(entry).with("chatIds", chats(entry)).with("truncated", !whole);
        if (!whole) {
            json.with("request", "").with("response", "");
        }
        return json;
    }

    JsonMap whole(Entry entry) {
        Basis basis = entry.kind() == Kind.EVENT
                ? provenance.event(entry.name())
                : provenance.call(entry.name(), entry.response());
        return JsonMap.of("id", entry.id())
                .with("at", entry.at())
                .with("kind", entry.kind().name().toLowerCase(Locale.ROOT))
                .with("name", entry.name())
                .with("verb", entry.verb())
                .with("url", entry.url())
                .with("contentType", entry.contentType())
                .with("request", entry.request())
                .with("status", entry.status())
                .with("response", entry.response())
                .with("problem", entry.problem())
                .with("latencyMs", entry.micros() / 1000.0)
                .with("mark", basis.mark().name().toLowerCase(Locale.ROOT))
                .with("page", basis.page())
                .with("words", basis.words());
    }

    private Set<Long> chats(Entry entry) {
        synchronized (known) {
            return known.computeIfAbsent(entry.id(), id -> scan(entry));
        }
    }

    /** The dialogs are told by the ids in the request: its form is the caller's choice, the names are the portal's. */
    private Set<Long> scan(Entry entry) {
        Set<Long> chats = new TreeSet<>();
        String query =
                entry.url().contains("?") ? entry.url().substring(entry.url().indexOf('?')) : "";
        String text = decoded(query + "&"
                + entry.request().substring(0, Math.min(SCANNED, entry.request().length())));
        each(CHAT, text, chats::add);
        each(LATER_CHAT, text, chats::add);
        each(SESSION, text, session -> {
            Long chat = chatOfSession.get(session);
            if (chat != null) {
                chats.add(chat);
            }
        });
        return chats;
    }

    private static void each(Pattern pattern, String text, Consumer<Long> found) {
        for (Matcher matcher = pattern.matcher(text); matcher.find(); ) {
            found.accept(Long.parseLong(matcher.group(1)));
        }
    }

    /** Twice, for the commands of a batch are encoded within an encoded form. */
    private static String decoded(String text) {
        try {
            String once = URLDecoder.decode(text, StandardCharsets.UTF_8);
            return once.contains("%") ? URLDecoder.decode(once, StandardCharsets.UTF_8) : once;
        } catch (IllegalArgumentException e) {
            return text;
        }
    }
}
