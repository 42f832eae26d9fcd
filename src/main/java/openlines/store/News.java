package openlines.store;

import java.util.Optional;

/** What one node tells all that work on the same store, with its transaction's commit. */
public sealed interface News {
    /** Something came into a dialog that another node is at: what it knew of the dialog may be wrong. */
    record Came(DialogKey dialog) implements News {}

    /** Something waits in a dialog, and the teller does not take it up. */
    record Waits(DialogKey dialog) implements News {}

    /** A node left, and what it had waits. */
    record Left() implements News {}

    /** What is stored of portals or bots is another. */
    record PortalsChanged() implements News {}

    /** As it goes over the wire. */
    default String text() {
        return switch (this) {
            case Came(var dialog) -> "came " + words(dialog);
            case Waits(var dialog) -> "waits " + words(dialog);
            case Left _ -> "left";
            case PortalsChanged _ -> "portals";
        };
    }

    /** Empty for what another version of a node may tell. */
    static Optional<News> read(String text) {
        String[] words = text.split(" ");
        return switch (words[0]) {
            case "came" -> Optional.of(new Came(dialog(words)));
            case "waits" -> Optional.of(new Waits(dialog(words)));
            case "left" -> Optional.of(new Left());
            case "portals" -> Optional.of(new PortalsChanged());
            default -> Optional.empty();
        };
    }

    private static String words(DialogKey dialog) {
        return dialog.portal() + " " + dialog.bot() + " " + dialog.chat();
    }

    private static DialogKey dialog(String[] words) {
        return new DialogKey(Long.parseLong(words[1]), Long.parseLong(words[2]), Long.parseLong(words[3]));
    }
}
