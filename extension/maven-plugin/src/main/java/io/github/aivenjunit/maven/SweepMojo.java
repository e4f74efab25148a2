package io.github.aivenjunit.maven;

import java.util.List;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/** Finds what dead runs of this machine have left and what has expired, and deletes it if told to. */
@Mojo(name = "sweep", requiresProject = false, aggregator = true, threadSafe = true)
public final class SweepMojo extends CommandMojo {

    /** Delete what is found. Without it this is a dry run. */
    @Parameter(property = "sweep.delete", defaultValue = "false")
    boolean delete;

    @Override
    List<String> command() {
        return delete ? List.of("sweep", "--delete") : List.of("sweep");
    }
}
