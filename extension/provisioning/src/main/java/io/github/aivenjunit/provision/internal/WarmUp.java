package io.github.aivenjunit.provision.internal;

import io.github.aivenjunit.config.AivenConfig;
import io.github.aivenjunit.project.AlloyDbOmniService;
import io.github.aivenjunit.project.Mode;
import io.github.aivenjunit.project.MySqlService;
import io.github.aivenjunit.project.PostgresService;
import io.github.aivenjunit.spec.ProjectSpec;
import io.github.aivenjunit.spec.ServiceSpec;
import java.sql.DriverManager;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does before the first project what the first project would have to wait for: loads and connects the API client, reads
 * what Aiven offers, starts the emulator or the watchdog, loads database drivers. Nothing is created. Whatever fails here
 * fails again, and is reported, where it is needed.
 */
final class WarmUp {

    private static final Logger logger = LoggerFactory.getLogger(WarmUp.class);

    private static final Set<String> WITH_DRIVER =
            Set.of(PostgresService.TYPE, AlloyDbOmniService.TYPE, MySqlService.TYPE);

    private final Provisioner session;

    WarmUp(Provisioner session) {
        this.session = session;
    }

    /** Begins on threads of the session and returns at once. */
    void begin(List<ProjectSpec> specs) {
        for (ProjectSpec spec : specs) {
            inBackground(() -> home(spec));
        }
        boolean connects = specs.stream()
                .flatMap(spec -> spec.services().stream())
                .map(ServiceSpec::type)
                .anyMatch(WITH_DRIVER::contains);
        if (connects) {
            inBackground(() -> logger.debug(
                    "{} database drivers are loaded", DriverManager.drivers().count()));
        }
    }

    private void home(ProjectSpec spec) {
        AivenConfig config = session.resolve(spec);
        Home home = session.home(config);
        if (home.mode() == Mode.CLOUD) {
            inBackground(() -> session.book(home, config));
        }
        session.preflight(home).warmUp(spec, config);
    }

    private void inBackground(Runnable work) {
        session.executor().execute(() -> {
            try {
                work.run();
            } catch (RuntimeException e) {
                logger.debug("The warm-up did not get far", e);
            }
        });
    }
}
