package openlines.simulator.bot.v2;

import jakarta.inject.Singleton;
import openlines.simulator.engine.JsonMap;
import openlines.simulator.engine.Setting;
import openlines.simulator.rest.Parameters;
import openlines.simulator.rest.RestError;

/** Which revision of the bot API the portal plays; the change log says what each one brought. */
@Singleton
public final class Revision extends Setting<Integer> {

    /** The last one of the change log. */
    public static final int LATEST = 36;

    private static final int FIRST_WITH_METHOD = 33;
    private static final int WEB = 130;
    private static final int MOBILE = 23;
    private static final int DESKTOP = 6;

    Revision() {
        super("revision", LATEST, saved -> saved.asInt(LATEST));
    }

    public int rest() {
        return value();
    }

    public boolean since(int revision) {
        return rest() >= revision;
    }

    JsonMap json() {
        if (!since(FIRST_WITH_METHOD)) {
            throw new RestError(404, "ERROR_METHOD_NOT_FOUND", "Method not found!");
        }
        return JsonMap.of("rest", rest())
                .with("web", WEB)
                .with("mobile", MOBILE)
                .with("desktop", DESKTOP);
    }

    /** Before revision 33 only {@code Y} and {@code N} were understood, not JSON's booleans. */
    boolean flag(Parameters fields, String name, boolean otherwise) {
        boolean unheard = !since(FIRST_WITH_METHOD) && fields.raw(name) instanceof Boolean;
        return unheard ? otherwise : fields.flag(name, otherwise);
    }
}
