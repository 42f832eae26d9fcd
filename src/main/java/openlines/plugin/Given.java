package openlines.plugin;

import java.util.List;
import java.util.Optional;
import openlines.bot.Profile;
import openlines.bot.Settings;
import openlines.bot.WorkingHours;

/** What a bot's constructor may ask for, read from its {@code bot.yml}. */
record Given(Profile profile, Settings settings, WorkingHours hours) {
    Optional<Object> find(Class<?> type) {
        return List.<Object>of(profile, settings, hours).stream()
                .filter(type::isInstance)
                .findFirst();
    }
}
