package openlines.cli;

import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Says in one line what went wrong; the stack trace only where it was asked for. */
final class PlainErrors implements IExecutionExceptionHandler {
    @Override
    public int handleExecutionException(Exception failure, CommandLine command, ParseResult parsed) throws Exception {
        if (System.getenv("OPENLINES_DEBUG") != null) {
            throw failure;
        }
        String words = failure.getMessage() == null ? failure.toString() : failure.getMessage();
        command.getErr().println(command.getColorScheme().errorText("openlines: " + words));
        return command.getCommandSpec().exitCodeOnExecutionException();
    }
}
