package openlines.bot;

/** A reply that the portal sees. Everything else is settled inside the conversation. */
public sealed interface Act extends Reply permits Say, Lead, Handoff, Finish {}
