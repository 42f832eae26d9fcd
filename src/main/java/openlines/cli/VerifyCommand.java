package openlines.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Stands in the help; the launcher itself runs the suite, since it must be there before anything is built. */
@Command(
        name = "verify",
        description = "Runs the whole suite (through ./openlines in a checkout; see ./openlines verify --help).")
final class VerifyCommand implements Callable<Integer> {
    @Override
    public Integer call() {
        throw new IllegalStateException("verify runs in a checkout: ./openlines verify");
    }
}
