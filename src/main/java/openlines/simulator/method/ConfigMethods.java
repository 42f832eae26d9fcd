package openlines.simulator.method;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import openlines.simulator.engine.JsonMap;
import openlines.simulator.line.Line;
import openlines.simulator.line.Lines;
import openlines.simulator.portal.Address;
import openlines.simulator.portal.User;
import openlines.simulator.portal.Users;
import openlines.simulator.rest.Call;
import openlines.simulator.rest.RestError;
import openlines.simulator.rest.RestMethod;
import openlines.simulator.rest.RestMethods;
import openlines.simulator.rest.Value;

/** {@code imopenlines.config.*}: the settings of lines. */
@Singleton
final class ConfigMethods implements RestMethods {

    private final Lines lines;
    private final LineSettings settings;
    private final ConfigList list;
    private final Users users;
    private final Address address;

    ConfigMethods(Lines lines, LineSettings settings, ConfigList list, Users users, Address address) {
        this.lines = lines;
        this.settings = settings;
        this.list = list;
        this.users = users;
        this.address = address;
    }

    @Override
    public List<RestMethod> methods() {
        return Group.of("imopenlines")
                .add("imopenlines.config.add", this::add)
                .add("imopenlines.config.update", this::update)
                .add("imopenlines.config.get", this::get)
                .add("imopenlines.config.list.get", list::get)
                .add("imopenlines.config.delete", this::delete)
                .add("imopenlines.config.path.get", this::path)
                .add("imopenlines.revision.get", this::revision)
                .methods();
    }

    private Object add(Call call) {
        Line line = lines.add();
        settings.write(line, call.params().tree("PARAMS"), call.userId());
        return line.id();
    }

    /** Settings that are left out stay as they are (assumed). */
    private Object update(Call call) {
        Optional<Line> line = line(call);
        requireRight(call);
        line.ifPresent(found -> settings.write(found, call.params().tree("PARAMS"), call.userId()));
        return line.isPresent();
    }

    private Object get(Call call) {
        Optional<Line> line = line(call);
        boolean withQueue = call.params().flag("WITH_QUEUE", true);
        boolean showOffline = call.params().flag("SHOW_OFFLINE", true);
        return line.<Object>map(found -> {
                    JsonMap answer = settings.read(found);
                    if (withQueue) {
                        answer.putAll(settings.queue(found, showOffline));
                    }
                    return answer;
                })
                .orElse(false);
    }

    private Object delete(Call call) {
        Optional<Line> line = line(call);
        requireRight(call);
        return line.map(found -> lines.remove(found.id())).orElse(false);
    }

    private Object path(Call call) {
        return JsonMap.of("SERVER_ADDRESS", address.url().toString()).with("PUBLIC_PATH", "/contact_center/");
    }

    private Object revision(Call call) {
        return JsonMap.of("rest", 2).with("web", 1).with("mobile", 1);
    }

    private Optional<Line> line(Call call) {
        long id = Value.number(call.params().raw("CONFIG_ID")).orElse(0L);
        if (id <= 0) {
            throw RestError.of("CONFIG_ID_EMPTY", "Config ID can't be empty");
        }
        return lines.find(id);
    }

    /** Who may modify lines is set in a portal's access rights; here it is the administrators. */
    private void requireRight(Call call) {
        if (users.find(call.userId()).filter(User::admin).isEmpty()) {
            throw RestError.forbidden("CONFIG_WRONG_USER_PERMISSION", "Permission denied");
        }
    }
}
