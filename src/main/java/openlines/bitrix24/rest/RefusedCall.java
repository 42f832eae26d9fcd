package openlines.bitrix24.rest;

/** A call that had to succeed and did not. */
public final class RefusedCall extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    RefusedCall(Call call, Problem problem) {
        super(call.method() + ": " + problem.words());
        this.problem = problem;
    }

    public Problem problem() {
        return problem;
    }
}
