package openlines.simulator.rest;

/** One call of one method, in the engine's turn. */
public record Call(String method, Caller caller, Parameters params) {

    public long userId() {
        return caller.userId();
    }

    /** Offset of a list method; -1 switches counting off. */
    public long start() {
        return params.number("start").orElse(0L);
    }
}
