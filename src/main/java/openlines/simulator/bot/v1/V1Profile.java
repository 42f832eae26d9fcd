package openlines.simulator.bot.v1;

import jakarta.inject.Singleton;
import openlines.simulator.bot.Bot;
import openlines.simulator.content.Palette;
import openlines.simulator.file.Pictures;
import openlines.simulator.portal.User;
import openlines.simulator.portal.Users;
import openlines.simulator.rest.Parameters;
import openlines.simulator.rest.RestError;

/** {@code PROPERTIES} of a first-generation bot. */
@Singleton
final class V1Profile {

    private final Users users;
    private final Pictures pictures;

    V1Profile(Users users, Pictures pictures) {
        this.users = users;
        this.pictures = pictures;
    }

    static void requireName(Parameters properties) {
        if (properties.text("NAME", "").isBlank()
                && properties.text("LAST_NAME", "").isBlank()) {
            throw RestError.of("NAME_ERROR", "Bot name isn't specified");
        }
    }

    /** What is not named stays; a photo that is none, and an unknown colour, are passed over (assumed). */
    void dress(Bot bot, Parameters properties) {
        User user = users.get(bot.id());
        boolean named = properties.has("NAME") || properties.has("LAST_NAME");
        if (named) {
            user.named(
                    properties.text("NAME", bot.code().equals(user.firstName()) ? "" : user.firstName()),
                    properties.text("LAST_NAME", user.lastName()));
        }
        user.working(properties.text("WORK_POSITION", user.workPosition()), user.departments())
                .reachable(properties.text("EMAIL", user.email()), user.phone());
        String gender = properties.text("PERSONAL_GENDER", "");
        String photo = properties.text("PERSONAL_PHOTO", "");
        String avatar =
                !photo.isEmpty() && pictures.keep(photo) instanceof Pictures.Kept kept ? kept.url() : user.avatar();
        user.looking(gender.equals("M") || gender.equals("F") ? gender : user.gender(), avatar);
        properties.text("COLOR").flatMap(Palette::ofName).ifPresent(user::colored);
    }
}
