package openlines.bitrix24.rest;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Locale;

/** Why a call was refused, as far as it matters what to do next. */
public sealed interface Problem {
    /** Whether the same call may succeed later. */
    boolean mayPass();

    /** For logs and people; no secrets. */
    String words();

    /** Too many requests; nothing was done. */
    record TooMany() implements Problem {
        @Override
        public boolean mayPass() {
            return true;
        }

        @Override
        public String words() {
            return "QUERY_LIMIT_EXCEEDED";
        }
    }

    /** The method used up its time; the portal says when it may be called again, if it says so. */
    record Exhausted(Instant until) implements Problem {
        @Override
        public boolean mayPass() {
            return true;
        }

        @Override
        public String words() {
            return "OPERATION_TIME_LIMIT until " + until;
        }
    }

    /** The access token ran out. */
    record Expired() implements Problem {
        @Override
        public boolean mayPass() {
            return true;
        }

        @Override
        public String words() {
            return "expired_token";
        }
    }

    /** The portal is called at another address now; nothing was done. */
    record Moved(String endpoint) implements Problem {
        @Override
        public boolean mayPass() {
            return true;
        }

        @Override
        public String words() {
            return "the portal moved";
        }

        /** A webhook's address is a secret. */
        @Override
        public String toString() {
            return words();
        }
    }

    /** The portal is in trouble, or blocked us; the call may have been done. */
    record Down(int status, String code) implements Problem {
        @Override
        public boolean mayPass() {
            return !code.equals("PORTAL_DELETED");
        }

        @Override
        public String words() {
            return status + " " + code;
        }
    }

    /** No answer came; the call may have been done. */
    record Unreachable(String why) implements Problem {
        @Override
        public boolean mayPass() {
            return true;
        }

        @Override
        public String words() {
            return "no answer: " + why;
        }
    }

    /** The portal will not do this, whenever it is asked. */
    record Rejected(int status, String code, String description) implements Problem {
        @Override
        public boolean mayPass() {
            return false;
        }

        @Override
        public String words() {
            return code + (description.isEmpty() ? "" : " (" + description + ")");
        }

        /** Codes differ in case from page to page. */
        public boolean is(String other) {
            return code.equalsIgnoreCase(other);
        }
    }

    /** Reads an error; the code decides, for one status covers several. */
    static Problem of(int status, JsonNode body, Instant now) {
        String code = body.path("error").asText("");
        String description = body.path("error_description").asText("");
        return switch (code.toUpperCase(Locale.ROOT)) {
            case "QUERY_LIMIT_EXCEEDED" -> new TooMany();
            case "OPERATION_TIME_LIMIT" -> new Exhausted(until(body, now));
            case "EXPIRED_TOKEN" -> new Expired();
            case "" ->
                status >= 500 || status == 429 ? new Down(status, "") : new Rejected(status, "HTTP_" + status, "");
            default ->
                status >= 500 || status == 429 ? new Down(status, code) : new Rejected(status, code, description);
        };
    }

    /** Where the answer names no time, the block ends by itself after ten minutes. */
    private static Instant until(JsonNode body, Instant now) {
        long at = body.path("time").path("operating_reset_at").asLong(0);
        return at > 0 ? Instant.ofEpochSecond(at) : now.plusSeconds(600);
    }
}
