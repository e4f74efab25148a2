package io.github.aivenjunit.config;

import java.math.BigDecimal;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Looks settings up in order and parses them strictly: a value that cannot be used is an error, never a default. */
final class SettingReader {

    /** Aiven operator: the pattern of its Project resource; Aiven API: the length. */
    private static final Pattern PROJECT_NAME = Pattern.compile("[a-zA-Z0-9_-]{1,63}");

    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,5}");

    private final List<ConfigSource> sources;

    SettingReader(List<ConfigSource> sources) {
        this.sources = sources;
    }

    Optional<String> text(Setting setting) {
        return find(setting).map(ConfigValue::value);
    }

    /** A name that Aiven's own tools accept for a project. */
    Optional<String> projectName(Setting setting) {
        return find(setting).map(found -> {
            if (!PROJECT_NAME.matcher(found.value()).matches()) {
                throw cannotUse(found, "the name of a project: at most 63 letters, digits, '-' or '_'");
            }
            return found.value();
        });
    }

    Optional<String> origin(Setting setting) {
        return find(setting).map(ConfigValue::origin);
    }

    Optional<Boolean> flag(Setting setting) {
        return find(setting).map(found -> switch (found.value().toLowerCase(Locale.ROOT)) {
            case "true" -> true;
            case "false" -> false;
            default -> throw cannotUse(found, "true or false");
        });
    }

    <E extends Enum<E>> Optional<E> choice(Setting setting, Class<E> type) {
        return find(setting)
                .map(found -> Arrays.stream(type.getEnumConstants())
                        .filter(constant -> constant.name().equalsIgnoreCase(found.value()))
                        .findFirst()
                        .orElseThrow(() -> cannotUse(
                                found,
                                Arrays.stream(type.getEnumConstants())
                                        .map(Enum::name)
                                        .collect(Collectors.joining(" or ")))));
    }

    /** A whole number from 1 to 999999. */
    Optional<Integer> number(Setting setting) {
        return find(setting).map(found -> {
            if (!NUMBER.matcher(found.value()).matches()) {
                throw cannotUse(found, "a whole number above zero, such as 100");
            }
            return Integer.valueOf(found.value());
        });
    }

    /** Both {@code PT20M} and {@code 20m}; units d, h, m, s and ms. */
    Optional<Duration> duration(Setting setting) {
        return find(setting).map(found -> {
            Duration duration = Durations.parse(found.value())
                    .orElseThrow(() -> cannotUse(found, "a duration such as 20m, 90s or 2h"));
            if (duration.isNegative() || duration.isZero()) {
                throw cannotUse(found, "a duration above zero");
            }
            return duration;
        });
    }

    /** A whole number that is not negative; {@code off} is zero. */
    Optional<Integer> countOrOff(Setting setting) {
        return find(setting).map(found -> {
            if (found.value().equalsIgnoreCase("off")) {
                return 0;
            }
            if (!found.value().matches("[0-9]{1,4}")) {
                throw cannotUse(found, "off, or a number such as 4");
            }
            return Integer.valueOf(found.value());
        });
    }

    /** An amount of money. */
    Optional<BigDecimal> price(Setting setting) {
        return find(setting).map(found -> {
            if (!found.value().matches("[0-9]{1,6}([.][0-9]{1,6})?")) {
                throw cannotUse(found, "US dollars an hour, for example 2.50");
            }
            return new BigDecimal(found.value());
        });
    }

    Optional<URI> uri(Setting setting) {
        return find(setting).map(found -> {
            if (found.value().contains("@")) {
                // Not quoted: user information in it can be a secret.
                throw new InvalidConfigurationException("The address from " + found.origin()
                        + " holds a user name or a password. Write an address such as https://api.aiven.io.");
            }
            return server(found.value())
                    .orElseThrow(() -> cannotUse(found, "an address such as https://api.aiven.io, without a path"));
        });
    }

    private static Optional<URI> server(String text) {
        try {
            URI uri = new URI(text);
            boolean http = "https".equalsIgnoreCase(uri.getScheme()) || "http".equalsIgnoreCase(uri.getScheme());
            boolean bare = uri.getHost() != null
                    && uri.getRawPath().matches("/*")
                    && uri.getRawQuery() == null
                    && uri.getRawFragment() == null;
            return http && bare ? Optional.of(uri) : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private Optional<ConfigValue> find(Setting setting) {
        return sources.stream().flatMap(source -> source.find(setting).stream()).findFirst();
    }

    private static InvalidConfigurationException cannotUse(ConfigValue found, String instead) {
        return new InvalidConfigurationException(
                "Cannot use '" + found.value() + "' from " + found.origin() + ". Write " + instead + ".");
    }
}
