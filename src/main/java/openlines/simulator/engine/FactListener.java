package openlines.simulator.engine;

/** Hears of each fact in the turn of the command that caused it, before the next command. */
public interface FactListener {

    void hear(Fact fact);
}
