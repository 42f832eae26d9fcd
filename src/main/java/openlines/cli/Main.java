package openlines.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

/** The {@code openlines} command. */
@Command(
        name = "openlines",
        description = "Chatbots for Bitrix24 Open Channels, and a simulated portal to build them against.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            SimulateCommand.class,
            NewCommand.class,
            ChatCommand.class,
            TestCommand.class,
            TrainCommand.class,
            EvaluateCommand.class,
            UnderstandCommand.class,
            RunCommand.class,
            RegisterCommand.class,
            UnregisterCommand.class,
            DoctorCommand.class,
            DeadLettersCommand.class,
            VerifyCommand.class,
            BenchCommand.class,
            RehearseCommand.class,
            HelpCommand.class
        },
        footer = {"", "Start with:  openlines simulate"})
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        int status = commandLine().execute(args.length == 0 ? new String[] {"--help"} : args);
        if (status != 0) {
            System.exit(status);
        }
    }

    /** The command as it is parsed, for tests of it. */
    public static CommandLine commandLine() {
        return new CommandLine(new Main())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler(new PlainErrors());
    }
}
