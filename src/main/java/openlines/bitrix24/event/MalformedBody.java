package openlines.bitrix24.event;

/** A body that can't be read as an event. The message is safe to tell a stranger. */
public final class MalformedBody extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public MalformedBody(String message) {
        super(message, null, false, false);
    }
}
