package openlines.simulator.rest;

import openlines.simulator.engine.JsonMap;

/** A refusal in the portal's words: HTTP status, code, description. */
public final class RestError extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final int status;
    private final String code;

    public RestError(int status, String code, String description) {
        super(description, null, false, false);
        this.status = status;
        this.code = code;
    }

    /** The usual refusal of a method: 400. */
    public static RestError of(String code, String description) {
        return new RestError(400, code, description);
    }

    public static RestError forbidden(String code, String description) {
        return new RestError(403, code, description);
    }

    public int status() {
        return status;
    }

    public String code() {
        return code;
    }

    public String description() {
        return String.valueOf(getMessage());
    }

    JsonMap json() {
        return JsonMap.of("error", code).with("error_description", description());
    }
}
