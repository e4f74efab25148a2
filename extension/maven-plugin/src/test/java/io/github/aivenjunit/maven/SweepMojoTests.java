package io.github.aivenjunit.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.aivenjunit.cli.ExitCode;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SweepMojoTests {

    private final SweepMojo mojo = new SweepMojo();

    @Test
    void withoutParametersItIsADryRun() {
        assertThat(mojo.arguments()).containsExactly("sweep");
        assertThat(new ListMojo().arguments()).containsExactly("list");
    }

    @Test
    void everyParameterIsAnOptionOfTheCommandLine() {
        mojo.run = "4711";
        mojo.olderThan = "6h";
        mojo.projects = List.of("one", "two");
        mojo.allProjects = true;
        mojo.journal = new File("journals");
        mojo.json = new File("sweep.json");
        mojo.delete = true;

        assertThat(mojo.arguments())
                .containsExactly(
                        "sweep",
                        "--delete",
                        "--run=4711",
                        "--older-than=6h",
                        "--project=one",
                        "--project=two",
                        "--all-projects",
                        "--journal=journals",
                        "--json");
    }

    @ParameterizedTest
    @EnumSource(names = {"DONE", "FOUND"})
    void whatADryRunFindsFailsNoBuild(ExitCode code) {
        assertThatCode(() -> mojo.conclude(code.number(), "")).doesNotThrowAnyException();
    }

    @Test
    void whatIsLeftFailsTheBuild() {
        assertThatThrownBy(() -> mojo.conclude(ExitCode.LEFT.number(), ""))
                .isInstanceOf(MojoFailureException.class)
                .hasMessage("Something is left on Aiven and may cost money. The table above, or the JSON, says what and"
                        + " why.");
    }

    @ParameterizedTest
    @EnumSource(names = {"USAGE", "API"})
    void troubleIsAnErrorWithTheCommandsOwnWords(ExitCode code) {
        assertThatThrownBy(() -> mojo.conclude(code.number(), "No API token is configured."))
                .isInstanceOf(MojoExecutionException.class)
                .hasMessage("No API token is configured.");
    }

    @Test
    void theDescriptorKnowsBothGoals() throws IOException {
        try (InputStream descriptor = Objects.requireNonNull(
                SweepMojo.class.getResourceAsStream("/META-INF/maven/plugin.xml"), "the plugin's descriptor")) {
            assertThat(new String(descriptor.readAllBytes(), StandardCharsets.UTF_8))
                    .contains("<goal>list</goal>", "<goal>sweep</goal>", "<goalPrefix>aiven-junit</goalPrefix>")
                    .contains("${sweep.delete}", "${sweep.run}", "${sweep.olderThan}");
        }
    }
}
