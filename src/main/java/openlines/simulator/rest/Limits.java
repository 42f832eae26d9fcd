package openlines.simulator.rest;

import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.Optional;
import openlines.simulator.rest.RateLimit.Plan;

/** The portal's two limits, both off until somebody wants them. */
@Singleton
public final class Limits {

    private final RateLimit rateLimit;
    private final Operating operating;

    Limits(RateLimit rateLimit, Operating operating) {
        this.rateLimit = rateLimit;
        this.operating = operating;
    }

    public void set(Optional<String> rate, Optional<String> limitOperating) {
        rate.ifPresent(plan -> rateLimit.plan(
                switch (plan.toLowerCase(Locale.ROOT)) {
                    case "standard" -> Plan.STANDARD;
                    case "enterprise" -> Plan.ENTERPRISE;
                    default -> Plan.OFF;
                }));
        limitOperating.ifPresent(on -> operating.limit(Value.flag(on, false)));
    }

    public String rate() {
        return rateLimit.plan().name().toLowerCase(Locale.ROOT);
    }

    public boolean operating() {
        return operating.limited();
    }

    /** As if the method's calls had taken that long, for every source. */
    public void charge(String method, double seconds) {
        operating.charge(method, seconds);
    }

    public void clear() {
        rateLimit.plan(Plan.OFF);
        operating.limit(false);
        operating.clear();
    }
}
