package openlines.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import openlines.runtime.BotServer;
import openlines.runtime.Checkup.Finding;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says what a portal lacks for bots to work there. */
@Command(
        name = "doctor",
        mixinStandardHelpOptions = true,
        description =
                "Checks a portal: scopes, installation, bots, lines, event delivery, limits and clock; names the fix.")
final class DoctorCommand implements Callable<Integer> {
    @Spec
    CommandSpec spec;

    @Mixin
    RuntimeOptions options = new RuntimeOptions();

    @Parameters(paramLabel = "PORTAL", description = "An incoming webhook's address, or a registered portal's domain.")
    String portal = "";

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        try (BotServer server = BotServer.guest(options.asGuest(options.withoutBots()))) {
            List<Finding> findings = server.checkup(portal);
            findings.forEach(finding -> {
                out.println((finding.well() ? "ok    " : "FIX   ") + finding.what());
                if (!finding.well()) {
                    out.println("      " + finding.fix());
                }
            });
            return findings.stream().allMatch(Finding::well) ? 0 : 1;
        }
    }
}
