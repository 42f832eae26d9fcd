package openlines.simulator.rest;

import java.util.List;

/** A group of methods; every bean of this type is in the portal's register. */
public interface RestMethods {

    List<RestMethod> methods();
}
