package io.github.aivenjunit.provision.internal;

import io.github.aivenjunit.config.AivenConfig;
import io.github.aivenjunit.config.RateConfig;
import io.github.aivenjunit.readiness.internal.BuildKey;
import io.github.aivenjunit.readiness.internal.BuildTimes;
import io.github.aivenjunit.readiness.internal.BuildTimes.Build;
import io.github.aivenjunit.readiness.internal.Forecast;
import io.github.aivenjunit.readiness.internal.GrowingPacing;
import io.github.aivenjunit.readiness.internal.LearnedPacing;
import io.github.aivenjunit.readiness.internal.Pacing;
import io.github.aivenjunit.readiness.internal.PollBudget;
import io.github.aivenjunit.readiness.internal.ServiceProbes;
import io.github.aivenjunit.readiness.internal.TerminalLine;
import io.github.aivenjunit.readiness.internal.WaitDisplay;
import io.github.aivenjunit.spec.ServiceOrigin;
import io.github.aivenjunit.spec.ServiceSpec;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** How often a home is asked about what it builds, and what is known of that. Thread-safe. */
final class Pace {

    /** Forks can take more than 20 minutes (Aiven API, in the field); a small one is a build and a copy. */
    private static final int COPY = 2;

    private final Optional<Learned> learned;
    private final WaitDisplay display = TerminalLine.ofThisJvm();

    private record Learned(String host, BuildTimes times, PollBudget budget) {}

    private Pace(Optional<Learned> learned) {
        this.learned = learned;
    }

    /** For an API on this host: it has no limit, and builds in no time. */
    static Pace eager() {
        return new Pace(Optional.empty());
    }

    /** For an API at an address, of which so many requests a minute are allowed. */
    static Pace of(URI url, RateConfig rate) {
        return new Pace(rate.limit(url)
                .map(limit -> new Learned(
                        Optional.ofNullable(url.getHost()).orElse(""),
                        new BuildTimes(rate.state().resolve("build-times")),
                        new PollBudget(limit))));
    }

    Pacing pacing(AivenConfig config, Duration shortInterval) {
        return learned.<Pacing>map(known -> new LearnedPacing(config.pollInterval(), known.budget()))
                .orElseGet(() -> GrowingPacing.eager(shortInterval));
    }

    Forecast forecast(ServiceSpec spec, AivenConfig config) {
        if (learned.isEmpty()) {
            return Forecast.none();
        }
        Duration usual = ServiceProbes.usualBuild(spec.type());
        List<Build> builds = learned.get().times().of(key(learned.get(), spec, config));
        return Forecast.of(spec.origin().isPresent() ? usual.multipliedBy(COPY) : usual, builds);
    }

    void built(ServiceSpec spec, AivenConfig config, Build build) {
        learned.ifPresent(known -> known.times().add(key(known, spec, config), build));
    }

    WaitDisplay display() {
        return display;
    }

    private static BuildKey key(Learned known, ServiceSpec spec, AivenConfig config) {
        String copied = spec.origin()
                .map(origin -> origin instanceof ServiceOrigin.Fork ? "+fork" : "+replica")
                .orElse("");
        return new BuildKey(
                known.host(), spec.type(), spec.plan() + copied, spec.cloud().orElse(config.cloud()));
    }
}
