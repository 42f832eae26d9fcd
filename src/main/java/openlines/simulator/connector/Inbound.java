package openlines.simulator.connector;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import openlines.simulator.chat.Chat;
import openlines.simulator.chat.Chats;
import openlines.simulator.chat.Draft;
import openlines.simulator.chat.Message;
import openlines.simulator.chat.Messages;
import openlines.simulator.chat.Uploads;
import openlines.simulator.connector.Conversations.Seat;
import openlines.simulator.line.Intake;
import openlines.simulator.line.Line;
import openlines.simulator.line.Untracked;
import openlines.simulator.portal.User;
import openlines.simulator.portal.Users;
import openlines.simulator.rest.Parameters;
import openlines.simulator.rest.Value;
import org.jspecify.annotations.Nullable;

/** Brings what a channel says into a line, and follows its changes and deletions. */
@Singleton
final class Inbound {

    private final Memory memory;
    private final Conversations conversations;
    private final Intake intake;
    private final Words words;
    private final Users users;
    private final Untracked untracked;

    Inbound(Memory memory, Conversations conversations, Intake intake, Words words, Users users, Untracked untracked) {
        this.memory = memory;
        this.conversations = conversations;
        this.intake = intake;
        this.words = words;
        this.users = users;
        this.untracked = untracked;
    }

    /** Whom and what the portal knows from outside. */
    @Singleton
    record Memory(Guests guests, Trail trail) {}

    /** Messages, where they stand, and the files on them. */
    @Singleton
    record Words(Chats chats, Messages messages, Uploads uploads) {}

    /**
     * What became of an element: who it is, and where it went or why it did not.
     *
     * @param user the portal's user id; empty where the portal does not know the person
     */
    record Outcome(String user, Optional<Intake.Arrival> arrival, List<String> errors) {
        static Outcome done(User user) {
            return new Outcome(Long.toString(user.id()), Optional.empty(), List.of());
        }
    }

    /** A message sent twice under one id is two messages; the later one is what the id then means (assumed). */
    Outcome send(Connector connector, Line line, Piece piece) {
        Optional<String> fault = fault(piece, true);
        if (fault.isPresent()) {
            return refused(connector, piece, fault.get());
        }
        User guest = memory.guests.meet(connector, piece.other());
        Seat seat = conversations.seat(connector, line, piece, guest);
        Draft draft = draft(piece, seat.chat(), guest);
        boolean plain = connector.options().group()
                || piece.message().text("disable_crm", "").equals("Y");
        Intake.Arrival arrival = plain
                ? untracked.during(() -> intake.receive(seat.customer(), draft))
                : intake.receive(seat.customer(), draft);
        long message = arrival.message().id();
        memory.trail.cameIn(message);
        if (!piece.messageCode().isEmpty()) {
            memory.trail.cameIn(key(connector, line, piece), message);
        }
        return new Outcome(Long.toString(guest.id()), Optional.of(arrival), List.of());
    }

    /** The page marks these as mandatory and names no texts for their absence (assumed). */
    private static Optional<String> fault(Piece piece, boolean content) {
        if (piece.personCode().isEmpty()) {
            return Optional.of("The user ID is not specified");
        }
        if (piece.chatCode().isEmpty()) {
            return Optional.of("The chat ID is not specified");
        }
        boolean bare = piece.message().blank("text") && piece.message().blank("files");
        return content && bare ? Optional.of("The message has neither text nor files") : Optional.empty();
    }

    private Outcome refused(Connector connector, Piece piece, String why) {
        String user = memory.guests
                .find(connector, piece.personCode())
                .map(found -> Long.toString(found.id()))
                .orElse("");
        return new Outcome(user, Optional.empty(), List.of(why));
    }

    private Draft draft(Piece piece, Chat chat, User guest) {
        // on behalf of an employee where the channel says so
        long author = users.activeEmployee(piece.message().id("user_id"))
                .map(User::id)
                .orElse(guest.id());
        Draft draft = Draft.of(author, piece.message().text("text", ""));
        if (!piece.messageCode().isEmpty()) {
            draft = draft.with("CONNECTOR_MID", List.of(piece.messageCode()));
        }
        List<Long> files = files(piece, chat, author);
        return files.isEmpty() ? draft : draft.with("FILE_ID", files);
    }

    /** The file stays where it is: the simulated portal hands its address on. */
    private List<Long> files(Piece piece, Chat chat, long author) {
        return piece.message().list("files").stream()
                .map(file -> new Parameters(Value.map(file)))
                .filter(file -> !file.blank("url"))
                .map(file -> {
                    String url = file.text("url", "");
                    String path = url.replaceFirst("[?#].*", "");
                    String name = file.text("name", path.substring(path.lastIndexOf('/') + 1));
                    return words.uploads.add(chat, author, name, 0, url).id();
                })
                .toList();
    }

    Outcome update(Connector connector, Line line, Piece piece) {
        Optional<String> fault = fault(piece, true);
        Optional<Message> message = find(connector, line, piece);
        if (fault.isPresent() || message.isEmpty()) {
            return refused(connector, piece, fault.orElse("The message was not found"));
        }
        User guest = memory.guests.meet(connector, piece.other());
        Chat chat = words.chats.get(message.get().chatId());
        if (connector.options().group() && !piece.chat().blank("name")) {
            chat.rename(piece.chat().text("name", ""));
        }
        change(chat, message.get(), piece, guest);
        return Outcome.done(guest);
    }

    private void change(Chat chat, Message message, Piece piece, User guest) {
        List<Long> files = files(piece, chat, guest.id());
        Map<String, @Nullable Object> params = new TreeMap<>(message.params());
        params.put("FILE_ID", files);
        if (piece.message().blank("text")) {
            words.messages.update(chat, message, params, guest.id());
            return;
        }
        Message current = message;
        if (!files.isEmpty()) {
            // one change, so told once: with the text
            words.messages.annotate(message, "FILE_ID", files);
            current = words.messages.find(message.id()).orElse(message);
        }
        words.messages.update(chat, current, piece.message().text("text", ""), guest.id());
    }

    Outcome delete(Connector connector, Line line, Piece piece) {
        Optional<String> fault = fault(piece, false);
        Optional<Message> message = find(connector, line, piece);
        if (!connector.options().deletesExternal()) {
            return refused(connector, piece, "The connector does not allow messages to be deleted");
        }
        if (fault.isPresent() || message.isEmpty()) {
            return refused(connector, piece, fault.orElse("The message was not found"));
        }
        User guest = memory.guests.meet(connector, piece.other());
        words.messages.delete(words.chats.get(message.get().chatId()), message.get(), guest.id(), true);
        return Outcome.done(guest);
    }

    private Optional<Message> find(Connector connector, Line line, Piece piece) {
        return memory.trail.incoming(key(connector, line, piece)).flatMap(words.messages::find);
    }

    private static String key(Connector connector, Line line, Piece piece) {
        return String.join(
                "\n",
                connector.code(),
                Long.toString(line.id()),
                piece.chatCode(),
                piece.personCode(),
                piece.messageCode());
    }
}
