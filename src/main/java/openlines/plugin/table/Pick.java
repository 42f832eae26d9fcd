package openlines.plugin.table;

/**
 * What a button carries that has its own reply.
 *
 * @param at the reply's path among the bot's: {@code menus/main/Prices}
 */
public record Pick(String at) {}
