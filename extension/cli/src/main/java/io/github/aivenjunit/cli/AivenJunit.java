package io.github.aivenjunit.cli;

import io.github.aivenjunit.config.Configuration;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/**
 * The commands {@code list} and {@code sweep}, for example {@code java -jar aiven-junit-cli-all.jar sweep --delete}. The
 * token comes from {@code AIVEN_TOKEN}, {@code AIVEN_AUTH_TOKEN} or the user's file, and is never an argument. Results go
 * to the standard output, messages to the standard error; how it ended is an {@link ExitCode}. Stateless.
 */
public final class AivenJunit {

    private AivenJunit() {}

    /** Runs one command and ends the process. */
    public static void main(String... arguments) {
        System.exit(commandLine(AivenJunit::configuration).execute(arguments));
    }

    /**
     * Runs one command with the configuration of this process.
     *
     * @param arguments as on the command line
     * @param out gets the result
     * @param err gets the messages
     * @return the number of an {@link ExitCode}
     */
    public static int run(List<String> arguments, PrintWriter out, PrintWriter err) {
        return commandLine(AivenJunit::configuration).setOut(out).setErr(err).execute(arguments.toArray(String[]::new));
    }

    static CommandLine commandLine(Supplier<Configuration> configuration) {
        return new CommandLine(new Root())
                .addSubcommand(new ListCommand(configuration))
                .addSubcommand(new SweepCommand(configuration))
                .setParameterExceptionHandler(Failures::usage)
                .setExecutionExceptionHandler(Failures::execution)
                .setUsageHelpAutoWidth(true);
    }

    private static Configuration configuration() {
        return Configuration.standard(key -> Optional.empty());
    }

    @Command(
            name = "aiven-junit",
            description = "Finds and deletes what test runs have left on Aiven.",
            synopsisSubcommandLabel = "(list | sweep)",
            footer = {
                "",
                "The token comes from AIVEN_TOKEN, AIVEN_AUTH_TOKEN, or 'token' in"
                        + " ~/.config/aiven-junit/aiven.properties. It is never an argument.",
                "",
                "Exit codes: 0 nothing is left to delete, 1 a dry run found something, 2 wrong usage or configuration,"
                        + " 3 the API cannot be asked, 4 something could not be deleted."
            })
    private static final class Root implements Runnable {

        @CommandLine.Option(
                names = {"-h", "--help"},
                usageHelp = true,
                description = "Say what there is.")
        @SuppressWarnings("UnusedVariable") // picocli looks at it
        private boolean help;

        @CommandLine.Spec
        @SuppressWarnings("NullAway.Init") // picocli sets it before it runs anything
        private CommandLine.Model.CommandSpec spec;

        @Override
        public void run() {
            throw new CommandLine.ParameterException(spec.commandLine(), "Say what to do: list or sweep.");
        }
    }
}
