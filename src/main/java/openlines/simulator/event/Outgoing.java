package openlines.simulator.event;

import openlines.simulator.engine.JsonMap;

/** An event on its way to a handler: its name, the address, and the form to post. */
public record Outgoing(String event, String url, JsonMap form) {}
