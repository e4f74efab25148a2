package io.github.aivenjunit.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.Test;

/** The forks of one build have something in common that no other build has. */
class BuildTests {

    @Test
    void theForkThatThisRunsInKnowsItsBuild() {
        Optional<ProcessHandle> tool = Optional.of(ProcessHandle.current())
                .flatMap(ProcessHandle::parent)
                .map(parent -> parent.info().command().orElse("").endsWith("java")
                        ? parent
                        : parent.parent().orElse(parent));

        assertThat(Build.of(System.getProperties(), ProcessHandle.current()))
                .hasValueSatisfying(
                        build -> assertThat(build).startsWith(tool.orElseThrow().pid() + "-"));
    }

    @Test
    void aProgramOfAnIdeIsNoForkOfABuild() {
        assertThat(Build.of(new Properties(), ProcessHandle.current())).isEmpty();
    }
}
