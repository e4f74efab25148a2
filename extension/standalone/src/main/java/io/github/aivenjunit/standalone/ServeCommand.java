package io.github.aivenjunit.standalone;

import io.github.aivenjunit.emulator.AivenEmulator;
import io.github.aivenjunit.emulator.scenario.Scenario;
import io.github.aivenjunit.emulator.time.EmulatorClock;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
        name = "aiven-junit-emulator",
        description = "Emulates the Aiven API, with real servers behind PostgreSQL, Valkey and Kafka services.",
        sortOptions = false,
        footer = {
            "",
            "It prints AIVEN_WEB_URL and AIVEN_TOKEN as lines that a shell understands, and runs until it is stopped."
                    + " The token is chosen with AIVEN_EMULATOR_TOKEN or --token-file, and not printed then.",
            "",
            "There is a page at /, and an interface for programs below /_emulator/.",
            "",
            "Exit codes: 1 it cannot start, 2 wrong usage, else that of the signal that stopped it."
        })
@SuppressWarnings("NullAway.Init") // picocli sets the fields before it calls
final class ServeCommand implements Callable<Integer> {

    private static final String TOKEN = "AIVEN_EMULATOR_TOKEN";

    private final Map<String, String> environment;

    @Option(
            names = "--port",
            paramLabel = "N",
            description = "The port to listen on; 0, the default, for any free one.")
    private int port;

    @Option(
            names = "--bind",
            paramLabel = "ADDRESS",
            defaultValue = "127.0.0.1",
            description =
                    "The address to listen on; ${DEFAULT-VALUE} by default. Servers behind services stay on 127.0.0.1.")
    private InetAddress bind;

    @Option(names = "--https", description = "Speak HTTPS, with a certificate of an authority of its own.")
    private boolean https;

    @Option(names = "--ca-file", paramLabel = "FILE", description = "Write the certificate of that authority here.")
    private @Nullable Path caFile;

    @Option(
            names = "--state",
            paramLabel = "DIR",
            description = "Keep everything in this directory, and go on from there at the next start.")
    private @Nullable Path state;

    @Option(
            names = "--profile",
            paramLabel = "NAME",
            defaultValue = "instant",
            description = "How long services build: ${COMPLETION-CANDIDATES}; ${DEFAULT-VALUE} by default.")
    private Profile profile;

    @Option(names = "--time-scale", paramLabel = "X", description = "Let time pass X times as fast.")
    private @Nullable Double timeScale;

    @Option(
            names = "--manual-clock",
            description = "Let time pass only when it is told to, through the page or /_emulator/clock.")
    private boolean manualClock;

    @Option(names = "--seed", paramLabel = "N", description = "Make ids, passwords and the token the same every time.")
    private @Nullable Long seed;

    @Option(
            names = "--scenario",
            paramLabel = "FILE",
            description = "Build services and fail as in this recording, which aiven.record made.")
    private @Nullable Path scenario;

    @Option(names = "--token-file", paramLabel = "FILE", description = "Accept the token in this file.")
    private @Nullable Path tokenFile;

    @Option(
            names = "--settings",
            paramLabel = "DIR",
            description = "Write aiven.properties with the address and the token here, readable by its owner only.")
    private @Nullable Path settings;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Say what there is.")
    @SuppressWarnings("UnusedVariable") // picocli looks at it
    private boolean help;

    @Spec
    private CommandSpec spec;

    ServeCommand(Map<String, String> environment) {
        this.environment = environment;
    }

    /** Returns once the emulator answers; its threads keep the process alive. */
    @Override
    public Integer call() throws IOException {
        Optional<String> chosenToken = token();
        AivenEmulator emulator = start(chosenToken);
        Runtime.getRuntime().addShutdownHook(new Thread(emulator::close, "emulator shutdown"));
        if (caFile != null) {
            Files.writeString(caFile, emulator.caCertificate().orElse(""));
        }
        if (settings != null) {
            emulator.writeUserFile(settings);
        }
        if (!bind.isLoopbackAddress()) {
            spec.commandLine()
                    .getErr()
                    .println("Everybody who reaches " + bind.getHostAddress()
                            + " and knows the token can start servers on this machine. Leave --bind out to keep it to"
                            + " this machine.");
        }
        PrintWriter out = spec.commandLine().getOut();
        out.println("AIVEN_WEB_URL=" + emulator.endpoint());
        if (chosenToken.isEmpty()) {
            out.println("AIVEN_TOKEN=" + emulator.token());
        }
        out.flush();
        return CommandLine.ExitCode.OK;
    }

    private AivenEmulator start(Optional<String> chosenToken) throws IOException {
        AivenEmulator.Builder builder = AivenEmulator.builder()
                .port(port)
                .bind(bind)
                .https(https)
                .administration(true)
                .clock(clock())
                .buildTimes(profile.buildTimes(seed == null ? 0 : seed));
        chosenToken.ifPresent(builder::token);
        if (scenario != null) {
            builder.scenario(Scenario.read(scenario));
        }
        if (state != null) {
            builder.stateDirectory(state);
        }
        if (seed != null) {
            builder.seed(seed);
        }
        return builder.start();
    }

    private EmulatorClock clock() {
        if (manualClock && timeScale != null) {
            throw usage("--manual-clock and --time-scale exclude each other. Leave one out.");
        }
        if (caFile != null && !https) {
            throw usage("--ca-file needs --https. Add it, or leave --ca-file out.");
        }
        if (timeScale == null) {
            return manualClock ? EmulatorClock.manual() : EmulatorClock.real();
        }
        if (timeScale <= 0 || timeScale.isInfinite() || timeScale.isNaN()) {
            throw usage("--time-scale cannot be " + timeScale + ". Give a number above 0.");
        }
        return EmulatorClock.scaled(timeScale);
    }

    private Optional<String> token() throws IOException {
        if (tokenFile == null) {
            return Optional.ofNullable(environment.get(TOKEN))
                    .map(String::strip)
                    .filter(text -> !text.isEmpty());
        }
        if (!Files.isReadable(tokenFile)) {
            throw usage("--token-file " + tokenFile + " cannot be read. Name a file that holds a token.");
        }
        String text = Files.readString(tokenFile).strip();
        if (text.isEmpty()) {
            throw usage("--token-file " + tokenFile + " is empty. Write a token into it.");
        }
        return Optional.of(text);
    }

    private ParameterException usage(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
