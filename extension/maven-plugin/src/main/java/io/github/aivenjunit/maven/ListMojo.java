package io.github.aivenjunit.maven;

import java.util.List;
import org.apache.maven.plugins.annotations.Mojo;

/** Lists what test runs have on Aiven, what it costs an hour, and what a sweep would do with it. */
@Mojo(name = "list", requiresProject = false, aggregator = true, threadSafe = true)
public final class ListMojo extends CommandMojo {

    @Override
    List<String> command() {
        return List.of("list");
    }
}
