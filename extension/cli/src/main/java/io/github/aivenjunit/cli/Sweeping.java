package io.github.aivenjunit.cli;

import io.github.aivenjunit.config.Configuration;
import io.github.aivenjunit.sweep.Sweep;
import io.github.aivenjunit.sweep.SweepReport;
import io.github.aivenjunit.sweep.SweepRequest;
import java.nio.file.Path;
import java.util.Optional;

/** The sweep behind both commands. */
final class Sweeping {

    private Sweeping() {}

    static SweepReport of(Configuration configuration, Optional<Path> journal, SweepRequest request) {
        if (!configuration.hasToken()) {
            throw new Failures.NoTokenException();
        }
        return journal.map(directory -> new Sweep(configuration, directory))
                .orElseGet(() -> new Sweep(configuration))
                .run(request);
    }
}
