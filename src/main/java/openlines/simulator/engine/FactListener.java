package openlines.simulator.engine;

/** Hears of each fact on the engine's thread, after the command that caused it and before the next one. */
public interface FactListener {

    void hear(Fact fact);
}
