package openlines.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import openlines.runtime.BotServer;
import openlines.simulator.Settings;
import openlines.store.DatabaseSettings;
import openlines.store.Vault;
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
    public Integer call() throws IOException {
        deployed();
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

    /** A server that keeps its store in a file starts otherwise the first time than all later ones. */
    private static void deployed() throws IOException {
        Path folder = Files.createTempDirectory("openlines-rehearsal");
        var settings = openlines.runtime.Settings.inMemory(List.of())
                .storedIn(DatabaseSettings.file(folder.resolve("store")), Vault.newKey());
        for (int start = 0; start < 2; start++) {
            BotServer.start(settings).close();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
