package openlines.runtime;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The bots of this runtime, by code. One may be swapped while dialogs go on: the next turn is the new one's. */
public final class HostedBots {
    private final Map<String, HostedBot> byCode = new ConcurrentHashMap<>();

    HostedBots(Collection<HostedBot> bots) {
        bots.forEach(this::swap);
    }

    public Optional<HostedBot> find(String code) {
        return Optional.ofNullable(byCode.get(code));
    }

    public void swap(HostedBot bot) {
        byCode.put(bot.code(), bot);
    }

    public List<HostedBot> all() {
        return List.copyOf(byCode.values());
    }
}
