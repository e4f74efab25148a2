package io.github.aivenjunit.verification.kill;

import io.github.aivenjunit.config.Configuration;
import io.github.aivenjunit.provision.AivenSession;
import io.github.aivenjunit.provision.ProvisionedProject;
import io.github.aivenjunit.spec.ProjectSpec;
import io.github.aivenjunit.spec.ServiceSpec;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * A JVM with a session, as a test run has one. Its services have no address of their own, so that they are usable as soon
 * as the API says that they run.
 */
final class VictimMain {

    private static final String TYPE = "kafka_mirrormaker";
    private static final int MEGABYTE = 1 << 20;

    private VictimMain() {}

    /**
     * Provisions a project, says so, and ends as it is told.
     *
     * @param arguments how to end: {@code close}, {@code wait}, {@code halt}, {@code exit} or {@code memory}
     */
    public static void main(String[] arguments) throws IOException {
        ProjectSpec spec = ProjectSpec.builder("victim")
                .service(ServiceSpec.builder(TYPE, "startup-1").name("one").build())
                .service(ServiceSpec.builder(TYPE, "startup-1").name("two").build())
                .build();
        AivenSession session = AivenSession.open(Configuration.standard(key -> Optional.empty()));
        ProvisionedProject project = session.plan(spec);
        project.provision();
        System.out.write("ready\n".getBytes(StandardCharsets.US_ASCII));
        System.out.flush();
        switch (arguments[0]) {
            case "close" -> {
                project.close();
                session.close();
            }
            case "wait" -> {
                int ignored = System.in.read();
            }
            case "halt" -> Runtime.getRuntime().halt(1);
            case "exit" -> System.exit(0);
            case "memory" -> exhaustMemory();
            default -> throw new IllegalArgumentException(arguments[0]);
        }
    }

    private static void exhaustMemory() {
        Object[] chain = new Object[1];
        while (true) {
            chain = new Object[] {chain, new byte[MEGABYTE]};
        }
    }
}
