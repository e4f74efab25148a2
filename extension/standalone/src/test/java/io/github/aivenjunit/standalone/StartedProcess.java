package io.github.aivenjunit.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** The emulator as a process, started as a user does, with what it says of itself. */
final class StartedProcess implements AutoCloseable {

    private final HttpClient http = HttpClient.newHttpClient();
    private final ObjectMapper json = new ObjectMapper();
    private final Process process;
    private final Properties said = new Properties();

    private StartedProcess(Process process) throws IOException {
        this.process = process;
        BufferedReader output = process.inputReader();
        for (String key : List.of("AIVEN_WEB_URL", "AIVEN_TOKEN")) {
            String line = output.readLine();
            assertThat(line).as("what the process says").startsWith(key + "=");
            said.setProperty(key, line.substring(key.length() + 1));
        }
    }

    static StartedProcess withState(Path state) throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        EmulatorProcess.class.getName(),
                        "--state",
                        state.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            return new StartedProcess(process);
        } catch (IOException | AssertionError failure) {
            process.destroyForcibly();
            throw failure;
        }
    }

    String token() {
        return said.getProperty("AIVEN_TOKEN");
    }

    JsonNode send(String method, String path, String body) throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(
                HttpRequest.newBuilder(URI.create(said.getProperty("AIVEN_WEB_URL") + path))
                        .header("Authorization", "aivenv1 " + token())
                        .method(method, BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isLessThan(300);
        return json.readTree(answer.body());
    }

    /** What clients need to know of a service, as soon as it is RUNNING. */
    JsonNode running(String service) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (true) {
            JsonNode found = send("GET", service, "").path("service");
            if (found.path("state").asText().equals("RUNNING")) {
                return found.path("service_uri_params");
            }
            assertThat(System.nanoTime()).as("time for " + found.path("state")).isLessThan(deadline);
            pause();
        }
    }

    List<ProcessHandle> servers() {
        return process.descendants().toList();
    }

    /** As a crash ends it. */
    void kill() {
        process.destroyForcibly();
    }

    /** As an operator ends it. */
    void terminate() {
        process.destroy();
    }

    void awaitEnd(List<ProcessHandle> servers) throws InterruptedException {
        assertThat(process.waitFor(60, TimeUnit.SECONDS))
                .as("end of the process")
                .isTrue();
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (!servers.stream().allMatch(StartedProcess::hasEnded)) {
            assertThat(System.nanoTime()).as("time for the end of " + servers).isLessThan(deadline);
            pause();
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    /** An orphan that has ended may stay in the process table, without a command line, if nobody reaps it. */
    private static boolean hasEnded(ProcessHandle server) {
        return !server.isAlive() || server.info().commandLine().isEmpty();
    }

    private static void pause() {
        new CompletableFuture<Void>()
                .completeOnTimeout(null, 20, TimeUnit.MILLISECONDS)
                .join();
    }
}
