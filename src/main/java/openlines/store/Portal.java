package openlines.store;

/**
 * A portal that bots of ours work in.
 *
 * @param id ours; 0 before it is stored
 * @param domain host, with the port where it is not the usual one
 * @param memberId the portal's own id, {@code ""} until an event told it
 * @param access how it is called
 * @param applicationToken what its events are authenticated by; {@code ""} where only webhooks' bots live there
 * @param gone the application was removed
 */
public record Portal(long id, String domain, String memberId, Access access, String applicationToken, boolean gone) {

    /** How a portal is called. */
    public sealed interface Access {
        String endpoint();
    }

    /** By an incoming webhook: {@code endpoint} has the secret in it. */
    public record Webhook(String endpoint) implements Access {
        @Override
        public String toString() {
            return "Webhook[…]";
        }
    }

    /** As an application, with tokens that are renewed. */
    public record Application(String endpoint, String accessToken, String refreshToken) implements Access {
        @Override
        public String toString() {
            return "Application[" + endpoint + "]";
        }
    }

    public Portal with(Access other) {
        return new Portal(id, domain, memberId, other, applicationToken, gone);
    }

    @Override
    public String toString() {
        return "Portal[" + id + " " + domain + "]";
    }
}
