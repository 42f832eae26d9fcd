package openlines.bot;

/** What happens next in a dialog, as a value. It may block; it has no effects of its own on the portal. */
@FunctionalInterface
public interface Handler {
    Reply handle(Turn turn);
}
