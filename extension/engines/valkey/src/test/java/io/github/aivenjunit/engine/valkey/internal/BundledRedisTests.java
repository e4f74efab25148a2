package io.github.aivenjunit.engine.valkey.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.aivenjunit.emulator.engine.NativeHost;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BundledRedisTests {

    private static final String INSTEAD =
            "; put valkey-server or redis-server 7.0 or newer, built with TLS, on the PATH.";
    private static final BundledPlatform PLATFORM = BundledPlatform.of("Linux", "amd64");

    @TempDir
    Path classes;

    @TempDir
    Path places;

    @ParameterizedTest
    @CsvSource({
        "Linux, amd64, redis-server-6.2.6-v5-linux-amd64",
        "Linux, aarch64, redis-server-6.2.7-linux-arm64",
        "Linux, i386, redis-server-6.2.7-linux-386",
        "Mac OS X, x86_64, redis-server-6.2.6-v5-darwin-amd64",
        "Mac OS X, aarch64, redis-server-6.2.6-v5-darwin-arm64",
    })
    void everyPlatformWithAProgramHasItOnTheClassPath(String os, String arch, String resource) {
        assertThat(BundledPlatform.of(os, arch).resource()).hasValue(resource);
        assertThat(getClass().getClassLoader().getResource(resource)).isNotNull();
    }

    @Test
    void aPlatformWithoutAProgramIsAnObjection() throws Exception {
        assertThat(select(BundledPlatform.of("Linux", "riscv64")))
                .hasValue("No Redis is bundled for linux/riscv64" + INSTEAD);
    }

    @Test
    void aClassPathWithoutTheProgramsIsAnObjection() throws Exception {
        assertThat(select(PLATFORM))
                .hasValue("com.github.codemonstur:embedded-redis:1.4.4 is not on the class path;"
                        + " add it to the test dependencies, or" + INSTEAD.substring(1));
    }

    @Test
    void aSystemWithoutGlibcIsAnObjection() throws Exception {
        program("#!/lib/ld-that-does-not-exist.so\n");

        assertThat(select(PLATFORM))
                .hasValue("The bundled Redis for linux/amd64 needs glibc, which this system lacks" + INSTEAD);
    }

    @Test
    void aSystemWithoutOpenSslIsAnObjection() throws Exception {
        program("""
                #!/bin/sh
                echo "$0: error while loading shared libraries: libssl.so.3: cannot open shared object file: No such file or directory" >&2
                exit 127
                """);

        assertThat(select(PLATFORM))
                .hasValue("The bundled Redis needs OpenSSL 3 (libssl.so.3), which this system lacks;"
                        + " install it, or" + INSTEAD.substring(1));
    }

    @Test
    void aProgramThatFailsIsAnObjectionWithItsOwnWords() throws Exception {
        program("#!/bin/sh\necho 'GLIBC_2.34 not found'\necho more\nexit 1\n");

        assertThat(select(PLATFORM)).hasValue("The bundled Redis does not run here (GLIBC_2.34 not found)" + INSTEAD);
    }

    @Test
    void aProgramThatSaysNothingIsAnObjectionWithItsStatus() throws Exception {
        program("#!/bin/sh\nexit 3\n");

        assertThat(select(PLATFORM)).hasValue("The bundled Redis does not run here (status 3)" + INSTEAD);
    }

    @Test
    void aCacheThatCannotBeWrittenIsAnObjection() throws Exception {
        program("#!/bin/sh\n");
        Files.writeString(places.resolve("cache"), "a file");

        assertThat(select(PLATFORM))
                .hasValue("The bundled Redis cannot be unpacked (java.nio.file.FileAlreadyExistsException: "
                        + places.resolve("cache") + "); free the way, or" + INSTEAD.substring(1));
    }

    private void program(String script) throws IOException {
        Files.writeString(classes.resolve(PLATFORM.resource().orElseThrow()), script);
    }

    private Optional<String> select(BundledPlatform platform) throws IOException, InterruptedException {
        try (URLClassLoader classPath =
                new URLClassLoader(new URL[] {classes.toUri().toURL()}, null)) {
            NativeHost host = new NativeHost(places.resolve("data"), places.resolve("cache"));
            return new BundledRedis(host, classPath, platform).select().objection();
        }
    }
}
