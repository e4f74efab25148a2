package io.github.aivenjunit.cli;

import io.github.aivenjunit.config.Durations;
import io.github.aivenjunit.sweep.SweepRequest;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** The options that both commands have: what is looked for, and where. Filled by picocli. */
final class Selection {

    @Option(
            names = "--run",
            paramLabel = "ID",
            description = "Only what this run made, expired or not. The id stands in the tag aiven-junit-run.")
    private Optional<String> run = Optional.empty();

    @Option(
            names = "--older-than",
            paramLabel = "TIME",
            converter = Age.class,
            description =
                    "Also what was created longer ago than this, such as 6h or 2d, and has not expired; with --run"
                            + " only that. Choose it longer than your longest run.")
    private Optional<Duration> olderThan = Optional.empty();

    @Option(
            names = "--project",
            paramLabel = "NAME",
            description = "Also our services in this project, which is somebody else's. Repeatable.")
    private List<String> projects = new ArrayList<>();

    @Option(
            names = "--all-projects",
            description = "Also our services in every project that the token can see. One request for each.")
    private boolean allProjects;

    @Option(
            names = "--journal",
            paramLabel = "DIR",
            description = "Where the sessions of this machine wrote down what they made, if not where they usually do.")
    private Optional<Path> journal = Optional.empty();

    @Option(names = "--json", description = "Print the result as JSON.")
    private boolean json;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Say what there is.")
    @SuppressWarnings("UnusedVariable") // picocli looks at it
    private boolean help;

    SweepRequest request() {
        SweepRequest request = new SweepRequest(run, olderThan, Set.of(), allProjects, false);
        for (String project : projects) {
            request = request.inProject(project);
        }
        return request;
    }

    Optional<Path> journal() {
        return journal;
    }

    boolean json() {
        return json;
    }

    /** Reads durations as the configuration does. */
    static final class Age implements ITypeConverter<Duration> {

        @Override
        public Duration convert(String value) {
            return Durations.parse(value)
                    .filter(age -> !age.isZero() && !age.isNegative())
                    .orElseThrow(() -> new TypeConversionException(
                            "'" + value + "' is no time above zero. Write one such as 90m, 6h or 2d."));
        }
    }
}
