package openlines.simulator.engine;

/** Something that happened in the portal; every {@link FactListener} and the control face's stream see it. */
public interface Fact {

    default String name() {
        return getClass().getSimpleName();
    }

    /** What the stream of facts shows of it. */
    JsonMap json();
}
