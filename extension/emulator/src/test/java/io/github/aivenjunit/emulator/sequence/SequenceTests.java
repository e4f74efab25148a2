package io.github.aivenjunit.emulator.sequence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.net.http.HttpClient;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Random sequences. {@code -Daiven.sequences=5000} runs the long form, {@code -Daiven.sequences.seed=S} others, and with
 * {@code -Daiven.sequences=1} the one that failed with the seed S.
 */
class SequenceTests {

    private static final Logger logger = LoggerFactory.getLogger(SequenceTests.class);

    private static final int LENGTH = 57;
    private static final int SEQUENCES = Integer.getInteger("aiven.sequences", 25);

    @Test
    void whateverIsAskedTheInvariantsHold() {
        HttpClient http =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        long first = Long.getLong("aiven.sequences.seed", new Random().nextInt(1_000_000));
        Map<Action, Integer> successes = new EnumMap<>(Action.class);
        int requests = 0;
        for (long seed = first; seed < first + SEQUENCES; seed++) {
            Sequence sequence = new Sequence(http, seed);
            List<Step> steps = Step.sequence(seed, LENGTH);
            Optional<String> broken = sequence.run(steps);
            if (broken.isPresent()) {
                List<Step> fewest = sequence.shrink(steps);
                fail(
                        "The sequence with the seed %d breaks at %s%nRun it with -Daiven.sequences=1"
                                + " -Daiven.sequences.seed=%d. The fewest steps that break something: %s: %s",
                        seed, broken.get(), seed, fewest, sequence.run(fewest).orElse("nothing"));
            }
            requests += sequence.requests();
            sequence.successes().forEach((action, count) -> successes.merge(action, count, Integer::sum));
        }
        logger.info("{} sequences from seed {}, {} requests, successes {}", SEQUENCES, first, requests, successes);
        if (SEQUENCES > 1) {
            assertThat(successes)
                    .containsKeys(
                            Action.CREATE_SERVICE,
                            Action.DELETE_SERVICE,
                            Action.POWER_OFF,
                            Action.CREATE_USER,
                            Action.INVALID);
        }
    }
}
