package openlines.house.broken.simulator;

/** Somebody's room. */
public class Portal {}
