package openlines.bitrix24.event;

import java.util.Map;

/** What a portal may tell. */
public sealed interface PortalEvent permits PortalEvent.ApplicationEvent, DialogEvent, PortalEvent.Ignored {

    /** What happens to the application or a bot of it, and to no dialog. */
    sealed interface ApplicationEvent extends PortalEvent {}

    /** The application was installed, or opened again after it was removed. */
    record Installed(Grant grant, String language) implements ApplicationEvent {}

    /** The application got a new version; it may have a new token. */
    record Updated(Grant grant) implements ApplicationEvent {}

    /** The application was removed. */
    record Uninstalled(boolean clean) implements ApplicationEvent {}

    /** A bot was removed. */
    record BotDeleted(long botId, String code) implements ApplicationEvent {}

    /** Known or not, nothing follows from it. */
    record Ignored(String name) implements PortalEvent {}

    /** What an event's {@code auth} grants: an address and, with some events, tokens. */
    record Grant(
            String domain,
            String memberId,
            String clientEndpoint,
            String accessToken,
            String refreshToken,
            String applicationToken) {
        static Grant of(Tree auth) {
            return new Grant(
                    auth.text("domain"),
                    auth.text("member_id"),
                    auth.text("client_endpoint"),
                    auth.text("access_token"),
                    auth.text("refresh_token"),
                    auth.text("application_token"));
        }

        /** Without what must not be told. */
        @Override
        public String toString() {
            return "Grant" + Map.of("domain", domain, "member", memberId);
        }
    }
}
