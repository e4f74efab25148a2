package io.github.aivenjunit.provision.internal;

import io.github.aivenjunit.project.EphemeralProject;
import io.github.aivenjunit.project.ServiceHandle;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** Tells a person how to use and how to remove what was kept. Without passwords: avn shows them to those who may. */
final class KeptProject {

    private KeptProject() {}

    static String describe(EphemeralProject project, boolean onlyServices, Instant expires) {
        List<String> services =
                project.services().stream().map(ServiceHandle::serviceName).toList();
        Stream<String> connect =
                services.stream().map(service -> "avn service get --json --project " + project.name() + " " + service);
        Stream<String> terminate = services.stream()
                .map(service -> "avn service terminate --force --project " + project.name() + " " + service);
        Stream<String> delete = onlyServices ? Stream.empty() : Stream.of("avn project delete " + project.name());
        return "Kept " + (onlyServices ? "our services of project " : "project ") + project.name() + " until " + expires
                + ". It costs money by the hour. Look at " + project.consoleUri() + commands("Connect with:", connect)
                + commands("Delete with:", Stream.concat(terminate, delete));
    }

    private static String commands(String title, Stream<String> commands) {
        List<String> lines = commands.toList();
        return lines.isEmpty() ? "" : "\n" + title + "\n  " + String.join("\n  ", lines);
    }
}
