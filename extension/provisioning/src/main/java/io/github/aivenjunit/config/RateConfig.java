package io.github.aivenjunit.config;

import io.github.aivenjunit.client.RequestGovernor;
import java.net.URI;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/**
 * How a session keeps below the API's limit, and where it keeps what it has learned. Immutable.
 *
 * @param state the directory of the request budget, which JVMs share, and of the build times. Key {@code aiven.state},
 *     default {@code aiven-junit} below {@code XDG_STATE_HOME} or {@code ~/.local/state}
 * @param requestsPerMinute how many requests a token's JVMs send in a minute together. Key
 *     {@code aiven.requestsPerMinute}; empty means {@link RequestGovernor#DEFAULT_LIMIT}, and no limit for an API on this
 *     host
 */
public record RateConfig(Path state, Optional<Integer> requestsPerMinute) {

    static RateConfig from(SettingReader settings, Path state) {
        return new RateConfig(
                settings.text(Setting.STATE).map(Path::of).orElseGet(() -> state.resolve("aiven-junit")),
                settings.number(Setting.REQUESTS_PER_MINUTE));
    }

    /** The limit for this API; empty when there is none, because it runs on this host and none was configured. */
    public Optional<Integer> limit(URI url) {
        return requestsPerMinute.isPresent() || isLoopback(url)
                ? requestsPerMinute
                : Optional.of(RequestGovernor.DEFAULT_LIMIT);
    }

    /** The governor for the token of these settings; empty without a token or a limit. */
    public Optional<RequestGovernor> governor(AivenConfig config) {
        return limit(config.url())
                .flatMap(limit -> config.token()
                        .map(token -> RequestGovernor.sharedIn(state.resolve("budget"), config.url(), token, limit)));
    }

    private static boolean isLoopback(URI url) {
        String host = Optional.ofNullable(url.getHost()).orElse("").toLowerCase(Locale.ROOT);
        return host.equals("localhost") || host.startsWith("127.") || host.equals("[::1]");
    }
}
