package openlines.runtime;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import openlines.bitrix24.rest.Calls;
import openlines.bitrix24.rest.KnownPortals;
import openlines.store.Database;
import openlines.store.Dialogs;
import openlines.store.Inbox;
import openlines.store.Outbox;

/** The parts that move: who works on dialogs, and who looks at the clock. */
record Machine(
        Turns turns,
        Heart heart,
        Owner owner,
        Traces traces,
        Quiet quiet,
        Alarms alarms,
        Meters meters,
        Dialogs dialogs) {

    /** Whom it works for. */
    record Hosts(KnownPortals portals, HostedBots bots) {}

    static Machine of(Settings settings, Database database, Calls calls, Hosts hosts, MeterRegistry registry) {
        InstantSource clock = settings.clock();
        Limits limits = settings.limits();
        var meters = new Meters(registry);
        var quiet = new Quiet();
        var alarms = new Alarms();
        var traces = new Traces();
        var owner = new Owner(calls, limits.trust());
        var dialogs = Dialogs.of(database, settings.node());
        var pipeline = new Pipeline(
                hosts.bots(),
                hosts.portals(),
                new Pipeline.Session(owner, new Roles(calls, clock), typing(calls, hosts, quiet)),
                new Talk(limits.turn(), meters),
                new Pipeline.Observed(meters, traces),
                new Pipeline.When(clock, settings.zone()));
        var work = new DialogWork(
                dialogs,
                new Outbox(database),
                pipeline,
                new Postman(calls, hosts.portals(), owner, clock, limits.attempts()),
                new DialogWork.Waking(clock, alarms, limits.lease(), meters));
        var does = new Turns.Does(
                work::run,
                dialog -> alarms.at(clock.millis() + DialogWork.AFTER_FAILURE_MILLIS, dialog),
                dialogs::tellWaits);
        var turns = new Turns(does, quiet, limits.turns());
        var rhythm = new Heart.Rhythm(alarms, dialogs, new Inbox(database), limits);
        var heart = new Heart(clock, rhythm, turns, calls, quiet);
        return new Machine(turns, heart, owner, traces, quiet, alarms, meters, dialogs);
    }

    /** Nobody waits for it, and it matters to nobody whether it arrives. */
    private static Pipeline.Typing typing(Calls calls, Hosts hosts, Quiet quiet) {
        return (dialog, where) -> hosts.portals()
                .bot(dialog.portal(), dialog.bot())
                .ifPresent(bot -> {
                    quiet.enter();
                    var _ = calls.ask(dialog.portal(), Wording.typing(where, bot))
                            .whenComplete((_, _) -> quiet.leave());
                });
    }
}
