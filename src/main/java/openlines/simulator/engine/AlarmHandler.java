package openlines.simulator.engine;

/** Answers the alarms of one kind, on the engine's thread; every bean of this type is found by the engine. */
public interface AlarmHandler {

    String kind();

    void ring(long subject);
}
