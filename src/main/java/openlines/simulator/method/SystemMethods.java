package openlines.simulator.method;

import io.micronaut.context.BeanProvider;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import openlines.simulator.engine.Dates;
import openlines.simulator.engine.JsonMap;
import openlines.simulator.engine.SettableClock;
import openlines.simulator.portal.App;
import openlines.simulator.portal.User;
import openlines.simulator.portal.Users;
import openlines.simulator.rest.Call;
import openlines.simulator.rest.MethodRegistry;
import openlines.simulator.rest.RestError;
import openlines.simulator.rest.RestMethod;
import openlines.simulator.rest.RestMethods;

/** What every caller may ask: who am I, what may I do, what time is it. */
@Singleton
final class SystemMethods implements RestMethods {

    private final Users users;
    private final SettableClock clock;
    private final BeanProvider<MethodRegistry> registry;

    /** The register knows this group: hence the detour. */
    SystemMethods(Users users, SettableClock clock, BeanProvider<MethodRegistry> registry) {
        this.users = users;
        this.clock = clock;
        this.registry = registry;
    }

    @Override
    public List<RestMethod> methods() {
        return Group.of()
                .add("profile", this::profile)
                .add("user.admin", call -> users.get(call.userId()).admin())
                .add("app.info", this::info)
                .add("scope", this::scope)
                .add("methods", this::names)
                .add("method.get", this::method)
                .add("server.time", _ -> Dates.atom(clock.instant()))
                .add("feature.get", this::feature)
                .methods();
    }

    private Object profile(Call call) {
        User user = users.get(call.userId());
        JsonMap profile = JsonMap.of("ID", Long.toString(user.id()))
                .with("ADMIN", user.admin())
                .with("NAME", user.firstName())
                .with("LAST_NAME", user.lastName())
                .with("PERSONAL_GENDER", user.gender())
                .with("TIME_ZONE", "");
        if (!user.avatar().isEmpty()) {
            profile.put("PERSONAL_PHOTO", user.avatar());
        }
        return profile;
    }

    private Object info(Call call) {
        App app = call.caller()
                .app()
                .orElseThrow(() -> RestError.of("ACCESS_DENIED", "Access denied! Application context required"));
        return JsonMap.of("ID", app.id())
                .with("CODE", app.clientId())
                .with("VERSION", 1)
                .with("STATUS", "L")
                .with("INSTALLED", app.installed())
                .with("PAYMENT_EXPIRED", "N")
                .with("DAYS", null)
                .with("LANGUAGE_ID", "en")
                .with("LICENSE", "en_ent10000")
                .with("LICENSE_TYPE", "ent10000")
                .with("LICENSE_FAMILY", "ent");
    }

    private Object scope(Call call) {
        if (!call.params().flag("full", false)) {
            return List.copyOf(new TreeSet<>(call.caller().scope()));
        }
        Set<String> all = new TreeSet<>();
        registry.get().all().forEach(method -> all.addAll(method.scope()));
        return List.copyOf(all);
    }

    private Object names(Call call) {
        Optional<String> scope = call.params().text("scope");
        boolean full = call.params().flag("full", false);
        return registry.get().all().stream()
                .filter(method -> full
                        || (scope.isPresent()
                                ? scope.get().isEmpty()
                                        ? method.scope().isEmpty()
                                        : method.scope().contains(scope.get())
                                : available(call, method)))
                .map(RestMethod::name)
                .toList();
    }

    private Object method(Call call) {
        Optional<RestMethod> method = call.params()
                .text("name")
                .filter(name -> !name.isEmpty())
                .flatMap(name -> registry.get().find(name));
        return JsonMap.of("isExisting", method.isPresent())
                .with(
                        "isAvailable",
                        method.filter(found -> available(call, found)).isPresent());
    }

    private static boolean available(Call call, RestMethod method) {
        return method.scope().isEmpty()
                || method.scope().stream().anyMatch(call.caller().scope()::contains);
    }

    /** Which features exist is no question of a plan here: both do. */
    private Object feature(Call call) {
        String code = call.params().text("CODE", "");
        if (code.isEmpty()) {
            throw RestError.of("CODE_EMPTY", "CODE can't be empty");
        }
        boolean known = Set.of("rest_offline_extended", "rest_auth_connector").contains(code);
        return JsonMap.of("value", known ? "Y" : "N");
    }
}
