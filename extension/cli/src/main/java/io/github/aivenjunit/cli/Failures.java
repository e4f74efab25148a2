package io.github.aivenjunit.cli;

import io.github.aivenjunit.client.AivenApiException;
import io.github.aivenjunit.config.InvalidConfigurationException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** What is said about a command that could not do its work, and with which exit code it ends. */
final class Failures {

    private Failures() {}

    static int usage(ParameterException e, String[] arguments) {
        CommandLine command = e.getCommandLine();
        command.getErr().println(sentence(e, arguments));
        command.getErr().println("Run it with --help to see what it understands.");
        return ExitCode.USAGE.number();
    }

    /** Says what the user wrote only where it cannot be a token. */
    private static String sentence(ParameterException e, String[] arguments) {
        if (Arrays.stream(arguments).anyMatch(argument -> argument.startsWith("--token"))) {
            return "The token is never an argument, because other users of the machine could read it there. Set"
                    + " AIVEN_TOKEN.";
        }
        if (e instanceof UnmatchedArgumentException unmatched) {
            List<String> options = unmatched.getUnmatched().stream()
                    .filter(argument -> argument.startsWith("-"))
                    .map(argument -> argument.replaceFirst("=.*", ""))
                    .toList();
            return options.isEmpty()
                    ? "There is an argument that belongs to no option."
                    : options.stream().collect(Collectors.joining(", ", "There is no option ", "."));
        }
        return String.valueOf(e.getMessage());
    }

    static int execution(Exception failure, CommandLine command, ParseResult parsed) throws Exception {
        if (failure instanceof NoTokenException || failure instanceof AivenApiException) {
            command.getErr().println(failure.getMessage());
            return ExitCode.API.number();
        }
        if (failure instanceof InvalidConfigurationException || failure instanceof IllegalArgumentException) {
            command.getErr().println(failure.getMessage());
            return ExitCode.USAGE.number();
        }
        throw failure;
    }

    /** There is nobody to ask as. */
    static final class NoTokenException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        NoTokenException() {
            super("No API token is configured. Set AIVEN_TOKEN, or 'token' in the user's file.");
        }
    }
}
