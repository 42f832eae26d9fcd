package openlines.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Unmatched;

/** Stands in the help; the launcher itself runs the suite, since it must be there before anything is built. */
@Command(name = "verify", description = "Runs the whole suite of a checkout: ./openlines verify.")
final class VerifyCommand implements Callable<Integer> {
    @Spec
    CommandSpec spec = CommandSpec.create();

    @Unmatched
    String[] options = {};

    /** The launcher has the same text from the same file. */
    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        try (InputStream usage = VerifyCommand.class.getResourceAsStream("/openlines/verify.txt")) {
            if (usage == null) {
                throw new IllegalStateException("the class path lacks /openlines/verify.txt");
            }
            out.print(new String(usage.readAllBytes(), StandardCharsets.UTF_8));
        }
        out.flush();
        return 2;
    }
}
