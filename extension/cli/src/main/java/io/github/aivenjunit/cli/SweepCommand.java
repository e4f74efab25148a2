package io.github.aivenjunit.cli;

import io.github.aivenjunit.config.Configuration;
import io.github.aivenjunit.sweep.SweepOutcome;
import io.github.aivenjunit.sweep.SweepReport;
import io.github.aivenjunit.sweep.SweepRequest;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "sweep",
        description = "Finds what dead runs of this machine have left and what has expired, and deletes it if told to.")
@SuppressWarnings("NullAway.Init") // picocli sets the fields before it calls
final class SweepCommand implements Callable<Integer> {

    private final Supplier<Configuration> configuration;

    @Mixin
    private Selection selection;

    @Option(names = "--delete", description = "Delete what is found. Without it this is a dry run.")
    private boolean delete;

    @Spec
    private CommandSpec spec;

    SweepCommand(Supplier<Configuration> configuration) {
        this.configuration = configuration;
    }

    @Override
    public Integer call() {
        Outlet outlet =
                new Outlet(spec.commandLine().getOut(), spec.commandLine().getErr(), selection.json());
        SweepRequest request = delete ? selection.request().deleting() : selection.request();
        SweepReport report = Sweeping.of(configuration.get(), selection.journal(), request);
        outlet.print(report);
        if (report.any(SweepOutcome.DELETABLE)) {
            outlet.say("Nothing was deleted, because this was a dry run. Add --delete.");
        }
        return end(report).number();
    }

    private static ExitCode end(SweepReport report) {
        if (report.any(SweepOutcome.LEFT)) {
            return ExitCode.LEFT;
        }
        return report.any(SweepOutcome.DELETABLE) ? ExitCode.FOUND : ExitCode.DONE;
    }
}
