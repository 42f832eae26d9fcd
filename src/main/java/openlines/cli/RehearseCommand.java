package openlines.cli;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.Callable;
import openlines.simulator.Settings;
import openlines.testkit.ControlFace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** A short run, from which one of the launcher's caches learns what a start needs. */
@Command(name = "rehearse", hidden = true)
final class RehearseCommand implements Callable<Integer> {
    @Spec
    CommandSpec spec;

    @Option(names = "--deployed", description = "A server's start instead of the simulator's.")
    boolean deployed;

    @Override
    public Integer call() throws IOException {
        if (deployed) {
            DeployedRehearsal.play();
            return 0;
        }
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
