package openlines.cli;

import java.util.Map;
import java.util.concurrent.Callable;
import openlines.simulator.Settings;
import openlines.testkit.ControlFace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** A short run of everything, from which the launcher's cache learns what a start needs. */
@Command(name = "rehearse", hidden = true)
final class RehearseCommand implements Callable<Integer> {
    @Spec
    CommandSpec spec;

    @Override
    public Integer call() {
        try (var playground = Playground.start(
                        Settings.defaults(),
                        0,
                        Home.bots(),
                        new Workbench(spec.commandLine().getOut()));
                var http = java.net.http.HttpClient.newHttpClient()) {
            var control = new ControlFace(http, playground.simulator().url());
            long customer = control.post("customers", Map.of("name", "Rehearsal"))
                    .path("id")
                    .asLong();
            for (String text : new String[] {"hello", "what does it cost?", "a human please"}) {
                control.post("customers/" + customer + "/say", Map.of("text", text));
                control.post("settle", Map.of());
                var next = playground.runtime().settle();
                control.post(
                        "settle", Map.of("after", next.map(Object::toString).orElse("")));
            }
        }
        return 0;
    }
}
