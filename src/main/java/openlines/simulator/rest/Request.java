package openlines.simulator.rest;

/** A call as it came in over HTTP. */
final class Request {

    private final String verb;
    private final String url;
    private final String path;
    private final String query;
    private final String contentType;
    private final byte[] body;

    Request(String verb, String url, String path, String query, String contentType, byte[] body) {
        this.verb = verb;
        this.url = url;
        this.path = path;
        this.query = query;
        this.contentType = contentType;
        this.body = body;
    }

    String verb() {
        return verb;
    }

    String url() {
        return url;
    }

    /** Below {@code /rest/}. */
    String path() {
        return path;
    }

    String query() {
        return query;
    }

    String contentType() {
        return contentType;
    }

    byte[] body() {
        return body;
    }
}
