package openlines.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Stands in the help; the launcher itself builds the bench and what it is measured beside. */
@Command(
        name = "bench",
        description =
                "Measures the runtime end to end (through ./openlines in a checkout; see ./openlines bench --help).")
final class BenchCommand implements Callable<Integer> {
    @Override
    public Integer call() {
        throw new IllegalStateException("bench runs in a checkout: ./openlines bench runtime");
    }
}
