package openlines.simulator.method;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import openlines.simulator.rest.RestMethod;

/** Collects the methods of one scope: {@code Group.of("imopenlines").add(name, handler)}. */
public final class Group {

    private final Set<String> scope;
    private final List<RestMethod> methods = new ArrayList<>();

    private Group(Set<String> scope) {
        this.scope = scope;
    }

    public static Group of(String... scope) {
        return new Group(Set.of(scope));
    }

    public Group add(String name, RestMethod.Handler handler) {
        methods.add(new RestMethod(name, scope, false, true, handler));
        return this;
    }

    public Group addForApps(String name, RestMethod.Handler handler) {
        methods.add(new RestMethod(name, scope, true, true, handler));
        return this;
    }

    public List<RestMethod> methods() {
        return List.copyOf(methods);
    }

    public List<RestMethod> and(List<RestMethod> others) {
        List<RestMethod> both = new ArrayList<>(methods);
        both.addAll(others);
        return List.copyOf(both);
    }
}
