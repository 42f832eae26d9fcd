package openlines.simulator.bot;

import java.util.List;

/** A form in which events reach bots; every bean of this type is asked for the bots it serves. */
public interface BotChannel {

    boolean serves(Bot bot);

    /** To bots that hear the same thing at the same moment. */
    void deliver(List<Bot> bots, BotEvent event);

    /** The bot is no more. */
    default void forget(Bot bot) {}
}
