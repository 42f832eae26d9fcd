package openlines.runtime;

import openlines.bot.Conversation;

/** A bot that this runtime speaks for: its table and what reads its messages. */
public record HostedBot(Conversation conversation, Reads reads) {
    public String code() {
        return conversation.profile().code();
    }
}
