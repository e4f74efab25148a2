package io.github.aivenjunit.engine.opensearch.internal;

import io.github.aivenjunit.emulator.engine.ClassArchive;
import io.github.aivenjunit.emulator.engine.EngineRequest;
import io.github.aivenjunit.emulator.engine.NativeHost;
import io.github.aivenjunit.emulator.engine.NestedJars;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;

/** How a node's process is started on this machine: with the Java that runs the tests. Thread-safe. */
public final class NodeProgram {

    private static final String NODE_PACKAGE = "io/github/aivenjunit/engine/opensearch/internal/node/";
    private static final String MAIN = NODE_PACKAGE.replace('/', '.') + "NodeMain";

    // Quick to start and small: a serial collector, no optimising compiler, no file for monitoring tools.
    private static final List<String> FLAGS = List.of(
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Xms32m",
            "-Xmx256m",
            "-Xss512k",
            "-XX:-UsePerfData",
            "-XX:+ExitOnOutOfMemoryError",
            "-Xlog:disable",
            "-Dfile.encoding=UTF-8",
            "-Djava.awt.headless=true",
            "-Dlog4j2.configurationFile=classpath:" + NODE_PACKAGE + "log4j2.properties",
            "-Dlog4j2.disable.jmx=true",
            // The certificate is read by Netty too, before OpenSearch would tell it the number of processors.
            "-Dopensearch.set.netty.runtime.available.processors=false");

    private final NativeHost host;
    private final NestedJars jars;
    private final Path java;
    private final ClassArchive archive;

    /**
     * Looks at nothing but the list of jars.
     *
     * @param background runs what makes later starts faster
     */
    public NodeProgram(NativeHost host, Executor background) {
        this.host = host;
        this.jars = NestedJars.list(NodeProgram.class, "opensearch", "aiven-junit-engine-opensearch");
        this.java = Path.of(System.getProperty("java.home"), "bin", "java");
        List<String> dependsOn = new ArrayList<>(FLAGS);
        dependsOn.add(jars.fingerprint());
        this.archive = new ClassArchive(host, "opensearch", dependsOn, background);
    }

    public String version() {
        return jars.version("opensearch").orElse("of unknown version");
    }

    /** Why no node can be started here, as a sentence; empty when one can. */
    public Optional<String> objection() {
        return Files.isExecutable(java)
                ? Optional.empty()
                : Optional.of("OpenSearch needs the program " + java
                        + ", which this Java runtime does not have; run the tests with a complete JDK or JRE.");
    }

    /** Sees to it that later starts are faster. The request lends the certificate that this needs. */
    void prepareArchive(EngineRequest request) {
        archive.prepare(new ArchiveRecording(this, request));
    }

    /** The command of a node that uses the archive of loaded classes, if there is one already. */
    List<String> command(Path directory) throws IOException, InterruptedException {
        List<String> sharing = new ArrayList<>(List.of("-Xshare:auto"));
        archive.file().ifPresent(file -> sharing.add("-XX:SharedArchiveFile=" + file));
        return command(directory, sharing);
    }

    /** The command of a node that writes such an archive when it ends. */
    List<String> recordingCommand(Path directory, Path target) throws IOException, InterruptedException {
        return command(directory, List.of("-XX:ArchiveClassesAtExit=" + target));
    }

    private List<String> command(Path directory, List<String> sharing) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(java.toString()));
        command.addAll(FLAGS);
        command.addAll(sharing);
        // Native parts of libraries are unpacked there, and a crash report written.
        command.add("-Djava.io.tmpdir=" + directory);
        command.add("-XX:ErrorFile=" + directory.resolve("crash.log"));
        command.add("-cp");
        command.add(jars.classPath(host));
        command.add(MAIN);
        command.add(directory.toString());
        return command;
    }
}
