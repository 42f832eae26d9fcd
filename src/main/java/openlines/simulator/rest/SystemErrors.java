package openlines.simulator.rest;

import java.util.List;

/** The errors that any call may meet. */
record SystemErrors(int status, String code, String description) {

    private static final List<SystemErrors> ALL = List.of(
            new SystemErrors(500, "INTERNAL_SERVER_ERROR", "Internal server error"),
            new SystemErrors(500, "ERROR_UNEXPECTED_ANSWER", "Server returned an unexpected response"),
            new SystemErrors(503, "QUERY_LIMIT_EXCEEDED", "Too many requests"),
            new SystemErrors(429, "OPERATION_TIME_LIMIT", "Method is blocked due to operation time limit"),
            new SystemErrors(405, "ERROR_BATCH_METHOD_NOT_ALLOWED", "Method is not allowed for batch usage"),
            new SystemErrors(400, "ERROR_BATCH_LENGTH_EXCEEDED", "Max batch length exceeded"),
            new SystemErrors(401, "NO_AUTH_FOUND", "Wrong authorization data"),
            new SystemErrors(400, "INVALID_REQUEST", "Https required"),
            new SystemErrors(503, "OVERLOAD_LIMIT", "REST API is blocked due to overload"),
            new SystemErrors(403, "ACCESS_DENIED", "REST API is available only on commercial plans"),
            new SystemErrors(403, "INVALID_CREDENTIALS", "Invalid request credentials"),
            new SystemErrors(404, "ERROR_MANIFEST_IS_NOT_AVAILABLE", "Manifest is not available"),
            new SystemErrors(
                    403,
                    "insufficient_scope",
                    "The request requires higher privileges than provided by the webhook token"),
            new SystemErrors(401, "expired_token", "The access token provided has expired"),
            new SystemErrors(403, "user_access_error", "The user does not have access to the application"),
            new SystemErrors(500, "PORTAL_DELETED", "Portal was deleted"));

    /** The first of the table where the code is none of it. */
    static SystemErrors named(String code) {
        return ALL.stream()
                .filter(error -> error.code.equalsIgnoreCase(code))
                .findFirst()
                .orElse(ALL.getFirst());
    }
}
