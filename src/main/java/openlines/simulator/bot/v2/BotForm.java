package openlines.simulator.bot.v2;

import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.Set;
import openlines.simulator.bot.Bot;
import openlines.simulator.bot.Bot.EventMode;
import openlines.simulator.bot.HandlerUrls;
import openlines.simulator.content.Palette;
import openlines.simulator.file.Pictures;
import openlines.simulator.portal.User;
import openlines.simulator.portal.Users;
import openlines.simulator.rest.Parameters;
import openlines.simulator.rest.RestError;
import org.jspecify.annotations.Nullable;

/** Reads {@code fields} of a bot's registration and change, and dresses the bot in them. */
@Singleton
final class BotForm {

    private static final Set<String> BACKGROUNDS =
            Set.of("azure", "mint", "steel", "slate", "teal", "cornflower", "sky", "peach", "frost");

    private final Users users;
    private final HandlerUrls urls;
    private final Pictures pictures;
    private final Revision revision;

    BotForm(Users users, HandlerUrls urls, Pictures pictures, Revision revision) {
        this.users = users;
        this.urls = urls;
        this.pictures = pictures;
        this.revision = revision;
    }

    /** How events shall reach the bot. */
    record Hearing(EventMode mode, @Nullable String url) {}

    /** What is not named stays as it was. */
    Hearing hearing(Parameters fields, EventMode oldMode, @Nullable String oldUrl) {
        EventMode mode = fields.has("eventMode") ? mode(fields.text("eventMode", "")) : oldMode;
        String url = fields.text("webhookUrl", oldUrl == null ? "" : oldUrl);
        if (mode == EventMode.WEBHOOK && url.isEmpty()) {
            throw RestError.of("BOT_WEBHOOK_URL_REQUIRED", "Webhook URL is required");
        }
        if (!url.isEmpty() && !urls.valid(url)) {
            throw RestError.of("BOT_INVALID_CALLBACK", "Invalid callback URL");
        }
        return new Hearing(mode, url.isEmpty() ? null : url);
    }

    private static EventMode mode(String text) {
        return switch (text) {
            case "fetch" -> EventMode.FETCH;
            case "webhook" -> EventMode.WEBHOOK;
            default -> throw RestError.of("BOT_INVALID_EVENT_MODE", "Invalid event mode");
        };
    }

    /** The picture of {@code properties}, stored; empty where none is given. */
    Optional<String> avatar(Parameters fields) {
        Parameters properties = fields.tree("properties");
        if (properties.blank("avatar")) {
            return Optional.empty();
        }
        return Optional.of(
                switch (pictures.keep(properties.text("avatar", ""))) {
                    case Pictures.Kept kept -> kept.url();
                    case Pictures.NoPicture _ ->
                        throw RestError.of("BOT_AVATAR_INCORRECT_TYPE", "Avatar must be an image");
                    case Pictures.TooLarge _ ->
                        throw RestError.of("BOT_AVATAR_INCORRECT_SIZE", "Avatar exceeds maximum size");
                });
    }

    void dress(Bot bot, Parameters fields, Optional<String> avatar) {
        User user = users.get(bot.id());
        Parameters properties = fields.tree("properties");
        user.named(properties.text("name", user.firstName()), properties.text("lastName", user.lastName()))
                .working(properties.text("workPosition", user.workPosition()), user.departments())
                .looking(gender(properties.text("gender", ""), user.gender()), avatar.orElse(user.avatar()));
        // a wrong colour is passed over (documented for the change, assumed for the registration)
        properties.text("color").flatMap(Palette::ofCode).ifPresent(user::colored);
        bot.supporting(
                bot.openline() || bot.type().equals("openline"), fields.flag("isReactionsEnabled", bot.reactions()));
        if (fields.has("isSupportOpenline")) {
            bot.supporting(fields.flag("isSupportOpenline", false) || bot.type().equals("openline"), bot.reactions());
        }
        bot.shown(fields.flag("isHidden", bot.hidden()), background(fields, bot.background()));
    }

    private static String gender(String given, String old) {
        return given.equals("M") || given.equals("F") ? given : old;
    }

    /** A wrong value becomes null; before revision 34 it was kept. */
    private @Nullable String background(Parameters fields, @Nullable String old) {
        if (!fields.has("backgroundId")) {
            return old;
        }
        String given = fields.text("backgroundId", "");
        boolean kept = BACKGROUNDS.contains(given) || (!revision.since(34) && !given.isEmpty());
        return kept ? given : null;
    }
}
