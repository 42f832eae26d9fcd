package openlines.simulator.bot;

/** A form in which events reach bots; every bean of this type is asked for the bots it serves. */
public interface BotChannel {

    boolean serves(Bot bot);

    void deliver(Bot bot, BotEvent event);
}
