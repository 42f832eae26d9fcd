package openlines.simulator.rest;

/** An answer as it goes out over HTTP; status 0 closes the connection instead. */
final class Response {

    private final int status;
    private final String contentType;
    private final byte[] body;

    Response(int status, String contentType, byte[] body) {
        this.status = status;
        this.contentType = contentType;
        this.body = body;
    }

    int status() {
        return status;
    }

    String contentType() {
        return contentType;
    }

    byte[] body() {
        return body;
    }

    boolean drop() {
        return status == 0;
    }
}
