package openlines.bot;

/** What a button carries that stands for an intent: pressing it is as good as saying it. */
public record Go(String intent) {}
