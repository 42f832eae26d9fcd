package openlines.bot;

/** A {@link Handler} of something that carries a value: a pressed button, a filled form. */
@FunctionalInterface
public interface ValueHandler<T> {
    Reply handle(Turn turn, T value);
}
