package io.github.aivenjunit.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.aivenjunit.emulator.fault.Fault;
import io.github.aivenjunit.emulator.fault.Moment;
import io.github.aivenjunit.emulator.fault.Target;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class FaultTests {

    private static final String VALKEY = "{'service_name':'main','service_type':'valkey','plan':'startup-4'}";

    @RegisterExtension
    final TestEmulator emulator = new TestEmulator();

    private void inject(Fault fault) {
        emulator.emulator().inject(fault);
    }

    @Test
    void aRateLimitSaysHowLongToWaitInItsTextAndIfAskedInAHeader() {
        inject(new Fault.RateLimited(Target.operation("UserInfo").once(), Optional.of(Duration.ofMillis(1500))));
        inject(new Fault.RateLimited(Target.operation("ProjectList").once(), Optional.empty()));

        TestEmulator.Answer withHeader = emulator.get("/me");
        TestEmulator.Answer without = emulator.get("/project");

        assertThat(withHeader.message())
                .isEqualTo("429 The user has sent too many requests in a given amount of time: "
                        + "Rate limit 120 exceeded - try again in 2s");
        assertThat(withHeader.headers().firstValue("Retry-After")).contains("2");
        assertThat(without.text())
                .isEqualTo("{\"errors\":[{\"message\":\"The user has sent too many requests in a given amount of time: "
                        + "Rate limit 120 exceeded - try again in 28s\",\"status\":429}],"
                        + "\"message\":\"The user has sent too many requests in a given amount of time: "
                        + "Rate limit 120 exceeded - try again in 28s\"}");
        assertThat(without.headers().firstValue("Retry-After")).isEmpty();
        assertThat(emulator.get("/me").status()).isEqualTo(200);
    }

    @Test
    void aServerErrorBeforeTheCommitChangesNothing() {
        inject(new Fault.ServerError(Target.operation("ProjectCreate").once(), 502, Moment.BEFORE_COMMIT));

        assertThat(emulator.post("/project", "{'project':'orders'}").text())
                .isEqualTo("{\"errors\":[{\"message\":\"An error occurred. Please try again later.\",\"status\":502}],"
                        + "\"message\":\"An error occurred. Please try again later.\"}");
        assertThat(emulator.emulator().projects()).isEmpty();
        emulator.project("orders");
    }

    @Test
    void aServerErrorAfterTheCommitHidesASuccess() {
        inject(new Fault.ServerError(Target.operation("ProjectCreate").once(), 500, Moment.AFTER_COMMIT));

        assertThat(emulator.post("/project", "{'project':'orders'}").status()).isEqualTo(500);

        assertThat(emulator.emulator().projects()).hasSize(1);
        assertThat(emulator.post("/project", "{'project':'orders'}").status()).isEqualTo(409);
    }

    @Test
    void aDisconnectComesBeforeOrAfterTheCommit() {
        inject(new Fault.Disconnect(Target.operation("ProjectCreate").once(), Moment.BEFORE_COMMIT));
        assertThat(emulator.post("/project", "{'project':'one'}").status()).isZero();
        assertThat(emulator.emulator().projects()).isEmpty();

        inject(new Fault.Disconnect(Target.operation("ProjectCreate").once(), Moment.AFTER_COMMIT));
        assertThat(emulator.post("/project", "{'project':'two'}").status()).isZero();
        assertThat(emulator.emulator().projects()).hasSize(1);

        assertThat(emulator.emulator().requests())
                .extracting(ReceivedRequest::status)
                .containsExactly(0, 0);
    }

    @Test
    void aProxyAnswersInHtml() {
        inject(new Fault.Html(Target.anyRequest().once(), 408));

        TestEmulator.Answer answer = emulator.get("/me");

        assertThat(answer.status()).isEqualTo(408);
        assertThat(answer.text()).startsWith("<html>");
        assertThat(answer.headers().firstValue("Content-Type")).contains("text/html");
    }

    @Test
    void targetsChooseByOperationByRequestByProjectAndByNumber() {
        emulator.project("orders");
        emulator.project("bills");
        inject(new Fault.ServerError(
                Target.operation("ProjectGet").inProject("bills").nth(2), 500, Moment.BEFORE_COMMIT));
        inject(new Fault.ServerError(Target.request("GET /v1/clo.*").times(2), 503, Moment.BEFORE_COMMIT));

        assertThat(statuses("/project/orders", "/project/bills", "/project/orders", "/project/bills", "/project/bills"))
                .containsExactly(200, 200, 200, 500, 200);
        assertThat(statuses("/clouds", "/me", "/clouds", "/clouds")).containsExactly(503, 200, 503, 200);
    }

    private List<Integer> statuses(String... paths) {
        return List.of(paths).stream().map(path -> emulator.get(path).status()).toList();
    }

    @Test
    void theLaterOfTwoFaultsWinsAndClearingEndsBoth() {
        inject(new Fault.Html(Target.anyRequest(), 500));
        inject(new Fault.Html(Target.anyRequest(), 501));
        assertThat(statuses("/me", "/me")).containsExactly(501, 501);

        emulator.emulator().clearFaults();

        assertThat(statuses("/me")).containsExactly(200);
    }

    @Test
    void oneOperationIdStandsForBothSpellingsOfAPath() {
        inject(new Fault.Html(Target.operation("OrganizationProjectsGet"), 500));
        String organization = "/organization/" + emulator.emulator().organization();

        assertThat(statuses(organization + "/project/a", organization + "/projects/a"))
                .containsExactly(500, 500);
    }

    @Test
    void membershipLagsBehindCreation() {
        emulator.project("before");
        inject(new Fault.MembershipLag(2));
        emulator.project("orders");

        assertThat(emulator.get("/project/before").status()).isEqualTo(200);
        assertThat(emulator.post("/project/orders/service", VALKEY).text())
                .isEqualTo("{\"errors\":[{\"message\":\"Not a project member\",\"status\":403}],"
                        + "\"message\":\"Not a project member\"}");
        assertThat(emulator.get("/organization/" + emulator.emulator().organization() + "/project/orders")
                        .status())
                .isEqualTo(403);
        assertThat(emulator.post("/project/orders/service", VALKEY).status()).isEqualTo(200);
    }

    @Test
    void aServiceNameStaysReservedAfterDeletion() {
        emulator.project("orders");
        inject(new Fault.NameReservation(Duration.ofSeconds(30)));
        emulator.service("orders", VALKEY);
        emulator.delete("/project/orders/service/main");

        assertThat(emulator.get("/project/orders/service/main").status()).isEqualTo(404);
        emulator.advance(Duration.ofSeconds(29));
        assertThat(emulator.post("/project/orders/service", VALKEY).message())
                .isEqualTo("409 Service name is already in use in this project");
        emulator.advance(Duration.ofSeconds(1));
        emulator.service("orders", VALKEY);
    }

    @Test
    void aProjectWithABillCannotBeDeleted() {
        inject(new Fault.OpenBalance());
        emulator.project("free");
        emulator.project("orders");
        emulator.service("orders", VALKEY);
        assertThat(emulator.read("orders", "main").path("state").asText()).isEqualTo("RUNNING");
        emulator.delete("/project/orders/service/main");

        assertThat(emulator.delete("/project/free").status()).isEqualTo(200);
        assertThat(emulator.delete("/project/orders").text())
                .isEqualTo("{\"errors\":[{\"message\":\"Project with open balance cannot be deleted\",\"status\":403}],"
                        + "\"message\":\"Project with open balance cannot be deleted\"}");
        emulator.emulator().clearFaults();
        assertThat(emulator.delete("/project/orders").status()).isEqualTo(200);
    }

    @Test
    void aServiceStaysRebuildingByNameOrType() {
        emulator.project("orders");
        inject(new Fault.StuckRebuilding("main"));
        inject(new Fault.StuckRebuilding("pg"));
        emulator.service("orders", VALKEY);
        emulator.service("orders", "db", "pg", "business-4");
        emulator.service("orders", "other", "valkey", "startup-4");

        assertThat(emulator.get("/project/orders/service").json().findValuesAsText("state"))
                .contains("REBUILDING", "RUNNING")
                .doesNotContain("REBALANCING");
        assertThat(emulator.read("orders", "other").path("state").asText()).isEqualTo("RUNNING");
        emulator.emulator().clearFaults();
        assertThat(emulator.emulator().services())
                .extracting(EmulatedService::state)
                .containsOnly("RUNNING");
    }

    @Test
    void theRefusalToDeleteAProjectWithServicesCanBe403() {
        emulator.project("orders");
        emulator.service("orders", VALKEY);
        inject(new Fault.ProjectNotEmpty(403));

        assertThat(emulator.delete("/project/orders").message())
                .isEqualTo("403 Project has services and cannot be deleted");
    }

    @Test
    void aStallEndsWhenItsFaultIsCleared() throws Exception {
        inject(new Fault.Stall(Target.operation("UserInfo"), Duration.ofHours(1)));
        CompletableFuture<TestEmulator.Answer> stalled = CompletableFuture.supplyAsync(() -> emulator.get("/me"));
        awaitStall();
        assertThat(emulator.get("/clouds").status()).as("others go on").isEqualTo(200);

        emulator.emulator().clearFaults();

        assertThat(stalled.get(10, TimeUnit.SECONDS).status()).isEqualTo(200);
    }

    @Test
    void aStallEndsWithTheEmulatorAndDoesNotHoldItsClose() throws Exception {
        inject(new Fault.Stall(Target.operation("UserInfo"), Duration.ofHours(1)));
        CompletableFuture<TestEmulator.Answer> stalled = CompletableFuture.supplyAsync(() -> emulator.get("/me"));
        awaitStall();

        emulator.emulator().close();

        assertThat(stalled.get(10, TimeUnit.SECONDS).status()).isIn(0, 200);
    }

    private static void awaitStall() {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (Thread.getAllStackTraces().values().stream()
                .flatMap(Arrays::stream)
                .noneMatch(frame -> frame.getMethodName().equals("stall"))) {
            assertThat(System.nanoTime()).as("stalled within 10 s").isLessThan(end);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(2));
        }
    }

    @Test
    void faultsThatMakeNoSenseAreRefused() {
        assertThatThrownBy(() -> new Fault.ServerError(Target.anyRequest(), 404, Moment.BEFORE_COMMIT))
                .hasMessage("Status 404 is no server error. Choose one from 500 to 599.");
        assertThatThrownBy(() -> new Fault.Html(Target.anyRequest(), 200))
                .hasMessage("Status 200 is no error. Choose one from 400 to 599.");
        assertThatThrownBy(() -> new Fault.ProjectNotEmpty(500))
                .hasMessage("Status 500 is no refusal. Choose one from 400 to 499.");
        assertThatThrownBy(() -> new Fault.MembershipLag(0))
                .hasMessage("A membership lag of 0 requests is none. Choose at least 1.");
        assertThatThrownBy(() -> Target.anyRequest().nth(0))
                .hasMessage(
                        "A target begins at hit 0 and strikes 1 times; both must be at least 1. Count hits from 1.");
    }
}
