package openlines.simulator.engine;

/** A timer ran out; what follows from it comes after. */
public record AlarmRang(Alarm alarm) implements Fact {

    @Override
    public JsonMap json() {
        return JsonMap.of("kind", alarm.kind()).with("subject", alarm.subject());
    }
}
