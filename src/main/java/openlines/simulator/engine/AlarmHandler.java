package openlines.simulator.engine;

/** Answers the alarms of one kind, in the engine's turn; every bean of this type is found by the engine. */
public interface AlarmHandler {

    String kind();

    void ring(long subject);
}
