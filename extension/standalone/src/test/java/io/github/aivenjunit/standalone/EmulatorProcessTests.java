package io.github.aivenjunit.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmulatorProcessTests {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void theHelpNamesEveryOption() {
        assertThat(run("--help")).isZero();
        assertThat(out.toString())
                .contains(
                        "--port",
                        "--bind",
                        "--https",
                        "--ca-file",
                        "--state",
                        "--profile",
                        "--time-scale",
                        "--manual-clock",
                        "--seed",
                        "--token-file",
                        "--settings");
    }

    @Test
    void aTokenIsNeverAnArgument() {
        assertThat(run("--token=secret")).isEqualTo(2);
        assertThat(err.toString())
                .isEqualToIgnoringNewLines("The token is never an argument, because other users of the machine could"
                        + " read it there. Set AIVEN_EMULATOR_TOKEN, or use --token-file.");
    }

    @Test
    void anUnknownOptionIsWrongUsage() {
        assertThat(run("--prot", "80")).isEqualTo(2);
        assertThat(err.toString()).endsWith("Run it with --help to see what it understands." + System.lineSeparator());
    }

    @Test
    void twoKindsOfTimeExcludeEachOther() {
        assertThat(run("--manual-clock", "--time-scale", "2")).isEqualTo(2);
        assertThat(err.toString()).startsWith("--manual-clock and --time-scale exclude each other. Leave one out.");
    }

    @Test
    void aNewerStateEndsTheStart(@TempDir Path directory) throws Exception {
        Files.writeString(directory.resolve("state.json"), "{\"version\":99}");
        assertThat(run("--state", directory.toString())).isEqualTo(1);
        assertThat(err.toString())
                .isEqualToIgnoringNewLines(
                        "The state in " + directory + " has version 99, and this emulator reads up to"
                                + " version 1. Use a newer emulator, or choose another directory.");
    }

    private int run(String... arguments) {
        return EmulatorProcess.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }
}
