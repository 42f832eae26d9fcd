package openlines.simulator.control;

/** What the control face could not do, in words. */
final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final int status;

    Refusal(int status, String message) {
        super(message, null, false, false);
        this.status = status;
    }

    static Refusal notFound(String what) {
        return new Refusal(404, "no " + what);
    }

    static Refusal bad(String why) {
        return new Refusal(400, why);
    }

    int status() {
        return status;
    }
}
