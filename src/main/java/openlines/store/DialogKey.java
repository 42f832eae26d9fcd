package openlines.store;

/** Which dialog: a bot of a portal, in a chat. */
public record DialogKey(long portal, long bot, long chat) {}
