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
    private static final int CROWD = 500;

    private VictimMain() {}

    /**
     * Provisions a project, says so, and ends as it is told.
     *
     * @param arguments how to end: {@code close}, {@code leave}, {@code wait}, {@code halt}, {@code exit} or {@code memory};
     *     after {@code crowd} and {@code crowd-halt} there are more and more services, until one is refused
     */
    public static void main(String[] arguments) throws IOException {
        ProjectSpec spec = ProjectSpec.builder("victim")
                .service(ServiceSpec.builder(TYPE, "startup-1").name("one").build())
                .service(ServiceSpec.builder(TYPE, "startup-1").name("two").build())
                .build();
        AivenSession session = AivenSession.open(Configuration.standard(key -> Optional.empty()));
        ProvisionedProject project = session.plan(spec);
        try {
            project.provision();
        } catch (RuntimeException e) {
            say("failed: " + e.getMessage());
            session.close();
            return;
        }
        say("ready");
        switch (arguments[0]) {
            case "close" -> {
                project.close();
                session.close();
            }
            case "leave" -> {
                int ignored = System.in.read();
                project.close();
                session.close();
            }
            case "wait" -> {
                int ignored = System.in.read();
            }
            case "halt" -> Runtime.getRuntime().halt(1);
            case "exit" -> System.exit(0);
            case "memory" -> exhaustMemory();
            case "crowd" -> {
                say(crowd(project));
                project.close();
                session.close();
            }
            case "crowd-halt" -> {
                say(crowd(project));
                Runtime.getRuntime().halt(1);
            }
            default -> throw new IllegalArgumentException(arguments[0]);
        }
    }

    private static void say(String line) throws IOException {
        System.out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
        System.out.flush();
    }

    /** Returns why the last one was refused. */
    private static String crowd(ProvisionedProject project) {
        for (int i = 0; i < CROWD; i++) {
            try {
                project.project()
                        .orElseThrow()
                        .createService(ServiceSpec.builder(TYPE, "startup-1")
                                .name("more-" + i)
                                .build());
            } catch (RuntimeException e) {
                return "refused: " + e.getMessage();
            }
        }
        return "never refused";
    }

    private static void exhaustMemory() {
        Object[] chain = new Object[1];
        while (true) {
            chain = new Object[] {chain, new byte[MEGABYTE]};
        }
    }
}
