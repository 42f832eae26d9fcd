package openlines.simulator.chat;

/** Says whether a chat shows that somebody is writing in it. */
public interface TypingRule {

    boolean shows(Chat chat, long user);
}
