package io.github.aivenjunit.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.aivenjunit.emulator.fault.DeadAddress;
import io.github.aivenjunit.emulator.fault.Fault;
import io.github.aivenjunit.emulator.fault.Target;
import io.github.aivenjunit.platform.PlatformFault;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class FaultTargetTests {

    @RegisterExtension
    final TestEmulator emulator = new TestEmulator(builder -> builder.engines(List.of()));

    private List<Integer> statuses(int requests) {
        return IntStream.range(0, requests)
                .mapToObj(request -> emulator.get("/me").status())
                .toList();
    }

    private void injectWithProbability(Target target) {
        emulator.emulator().clearFaults();
        emulator.emulator().inject(new Fault.Html(target, 408));
    }

    @Test
    void aProbabilityStrikesAShareOfTheHitsAndTheSameForTheSameSeed() {
        Target target = Target.operation("UserInfo").withProbability(0.3, 42);
        injectWithProbability(target);
        List<Integer> first = statuses(200);
        injectWithProbability(target);
        List<Integer> again = statuses(200);
        injectWithProbability(target.withProbability(0.3, 43));

        assertThat(again).isEqualTo(first);
        assertThat(statuses(200)).isNotEqualTo(first);
        assertThat(first.stream().filter(status -> status == 408).count()).isBetween(35L, 85L);
    }

    @Test
    void aNumberOfTimesCountsStrikesAndNotHits() {
        injectWithProbability(
                Target.operation("UserInfo").withProbability(0.5, 1).times(3));

        assertThat(statuses(50).stream().filter(status -> status == 408)).hasSize(3);
    }

    @Test
    void aWindowIsOnTheEmulatorsClock() {
        emulator.emulator()
                .inject(new Fault.Html(
                        Target.operation("UserInfo")
                                .after(Duration.ofMinutes(1))
                                .lasting(Duration.ofMinutes(2)),
                        408));

        assertThat(statuses(2)).containsOnly(200);
        emulator.advance(Duration.ofMinutes(1));
        assertThat(statuses(2)).containsOnly(408);
        emulator.advance(Duration.ofMinutes(2).minusMillis(1));
        assertThat(statuses(1)).containsOnly(408);
        emulator.advance(Duration.ofMillis(1));
        assertThat(statuses(2)).containsOnly(200);
    }

    @Test
    void whatCannotBeAimedAtIsRefused() {
        assertThatThrownBy(() -> Target.anyRequest().withProbability(1.5, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A hit cannot be struck with probability 1.5. Choose one above 0 and at most 1.");
        assertThatThrownBy(() -> Target.anyRequest().lasting(Duration.ZERO))
                .hasMessage("A fault cannot begin after PT0S and last PT0S. Begin after zero or more, and last for more"
                        + " than zero.");
    }

    @Test
    void aRefusalHasTheTextThatItWasGiven() {
        emulator.emulator()
                .inject(new Fault.Refused(Target.operation("UserInfo").once(), 410, "This endpoint is retired"));

        assertThat(emulator.get("/me").message()).isEqualTo("410 This endpoint is retired");
        assertThat(emulator.get("/me").status()).isEqualTo(200);
    }

    @Test
    void aServiceCanBeRunningAndOutOfReach() {
        emulator.project("orders");
        emulator.service("orders", "main", "pg", "startup-4");
        emulator.emulator().inject(new Fault.Unreachable("main", DeadAddress.UNKNOWN_HOST));
        JsonNode nowhere = emulator.read("orders", "main");
        emulator.emulator().inject(new Fault.Unreachable("pg", DeadAddress.REFUSED));
        JsonNode refusing = emulator.read("orders", "main");
        emulator.emulator().clearFaults();

        assertThat(nowhere.path("state").asText()).isEqualTo("RUNNING");
        assertThat(nowhere.at("/components/0/host").asText()).isEqualTo("main.invalid");
        assertThat(nowhere.path("service_uri").asText()).contains("@main.invalid:");
        assertThat(refusing.at("/components/0/port").asInt()).isEqualTo(1);
        assertThat(emulator.read("orders", "main").at("/components/0/host").asText())
                .isEqualTo("localhost");
    }

    @Test
    void aFaultInWordsHoldsUntilItIsClosed() {
        PlatformFault words = new PlatformFault(
                "RateLimited", Map.of("operation", "UserInfo", "retryAfter", "PT2S", "nth", "2", "times", "2"));

        try (PlatformFault.Injection held = emulator.emulator().inject(words)) {
            assertThat(held).isNotNull();
            assertThat(statuses(4)).containsExactly(200, 429, 429, 200);
        }
        PlatformFault.Injection all = emulator.emulator().inject(new PlatformFault("Html", Map.of("status", "408")));
        assertThat(statuses(1)).containsOnly(408);
        all.close();
        assertThat(statuses(1)).containsOnly(200);
    }

    @Test
    void everyFormOfFaultCanBeSaidInWords() {
        Map<String, String> all = Map.of(
                "status", "403",
                "duration", "PT1S",
                "count", "1",
                "service", "pg",
                "message", "no",
                "access", "PLAIN",
                "answer", "NOT_FOUND",
                "address", "REFUSED");
        List<String> kinds = List.of(
                "OpenBalance",
                "RateLimited:",
                "Stall:duration",
                "Refused:status,message",
                "Disconnect:",
                "TopicLag:answer,count",
                "ConnectLag:status,count",
                "Unreachable:service,address",
                "Redaction:access",
                "UnusedCredits:count");
        for (String kind : kinds) {
            String[] parts = kind.split(":", -1);
            Map<String, String> attributes = new HashMap<>(all);
            attributes.keySet().retainAll(parts.length > 1 ? List.of(parts[1].split(",", -1)) : List.of());
            emulator.emulator().check(new PlatformFault(parts[0], attributes));
        }
    }

    @Test
    void wordsThatMakeNoFaultAreRefused() {
        assertThatThrownBy(() -> emulator.emulator().check(new PlatformFault("ServerError", Map.of())))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Fault ServerError needs attribute 'status'. Set it.");
        assertThatThrownBy(() -> emulator.emulator().check(new PlatformFault("ServerError", Map.of("status", "200"))))
                .hasMessage("Fault ServerError: Status 200 is no server error. Choose one from 500 to 599.");
        assertThatThrownBy(() -> emulator.emulator().check(new PlatformFault("Redaction", Map.of("access", "SOME"))))
                .hasMessage("Attribute 'access' of fault Redaction cannot be 'SOME': none of [PLAIN, REDACTED,"
                        + " FORBIDDEN]. Change it.");
    }
}
