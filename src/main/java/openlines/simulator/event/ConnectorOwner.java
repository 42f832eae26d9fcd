package openlines.simulator.event;

import java.util.Optional;

/** Knows which application added a connector; every bean of this type is asked. */
public interface ConnectorOwner {

    /** The client id of the application; empty where the connector is not known here. */
    Optional<String> of(String connector);
}
