package io.github.aivenjunit.standalone;

import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/**
 * The emulator on a port until the process ends: {@code java -jar aiven-junit-emulator-standalone.jar --port 8080}. The
 * address and the token go to the standard output, messages to the standard error. Exit codes: 1 when it cannot start, 2
 * for wrong usage, else that of the signal which ended it.
 */
public final class EmulatorProcess {

    private EmulatorProcess() {}

    /** Runs until a signal ends the process. */
    public static void main(String... arguments) {
        int code = commandLine().execute(arguments);
        if (code != 0) {
            System.exit(code);
        }
    }

    static CommandLine commandLine() {
        return new CommandLine(new ServeCommand(System.getenv()))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler(EmulatorProcess::usage)
                .setExecutionExceptionHandler(EmulatorProcess::failure)
                .setUsageHelpAutoWidth(true);
    }

    private static int usage(ParameterException e, String[] arguments) {
        CommandLine command = e.getCommandLine();
        for (String argument : arguments) {
            if (argument.equals("--token") || argument.startsWith("--token=")) {
                command.getErr()
                        .println("The token is never an argument, because other users of the machine could read it"
                                + " there. Set AIVEN_EMULATOR_TOKEN, or use --token-file.");
                return CommandLine.ExitCode.USAGE;
            }
        }
        command.getErr().println(e.getMessage());
        command.getErr().println("Run it with --help to see what it understands.");
        return CommandLine.ExitCode.USAGE;
    }

    private static int failure(Exception e, CommandLine command, CommandLine.ParseResult parsed) {
        command.getErr().println(e.getMessage());
        return CommandLine.ExitCode.SOFTWARE;
    }
}
