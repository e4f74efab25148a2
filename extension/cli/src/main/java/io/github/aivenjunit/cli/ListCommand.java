package io.github.aivenjunit.cli;

import io.github.aivenjunit.config.Configuration;
import io.github.aivenjunit.sweep.SweepOutcome;
import io.github.aivenjunit.sweep.SweepReport;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
        name = "list",
        description = "Lists what test runs have on Aiven, what it costs an hour, and what a sweep would do with it.")
@SuppressWarnings("NullAway.Init") // picocli sets the fields before it calls
final class ListCommand implements Callable<Integer> {

    private final Supplier<Configuration> configuration;

    @Mixin
    private Selection selection;

    @Spec
    private CommandSpec spec;

    ListCommand(Supplier<Configuration> configuration) {
        this.configuration = configuration;
    }

    @Override
    public Integer call() {
        Outlet outlet =
                new Outlet(spec.commandLine().getOut(), spec.commandLine().getErr(), selection.json());
        SweepReport report = Sweeping.of(configuration.get(), selection.journal(), selection.request());
        outlet.print(report);
        return (report.any(SweepOutcome.LEFT) ? ExitCode.LEFT : ExitCode.DONE).number();
    }
}
