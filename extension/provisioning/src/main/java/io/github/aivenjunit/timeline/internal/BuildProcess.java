package io.github.aivenjunit.timeline.internal;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** What started this JVM, and so all forks of a build: Maven, Gradle, an IDE. */
final class BuildProcess {

    private static final Set<String> SHELLS = Set.of("sh", "bash", "dash", "ash", "zsh", "ksh", "busybox", "cmd.exe");

    private BuildProcess() {}

    /** The same in all forks of a build, and hardly ever the same in two builds. */
    static String id() {
        return id(ProcessHandle.current());
    }

    private static String id(ProcessHandle fork) {
        Optional<ProcessHandle> starter = fork.parent();
        // Surefire starts its forks through a shell of their own.
        while (starter.filter(BuildProcess::isShell).isPresent()) {
            starter = starter.flatMap(ProcessHandle::parent);
        }
        ProcessHandle build = starter.orElse(fork);
        long started = build.info().startInstant().orElse(Instant.EPOCH).toEpochMilli();
        return Long.toString(build.pid(), Character.MAX_RADIX) + "-" + Long.toString(started, Character.MAX_RADIX);
    }

    private static boolean isShell(ProcessHandle process) {
        return process.info()
                .command()
                .map(command -> Path.of(command).getFileName())
                .filter(name -> SHELLS.contains(name.toString()))
                .isPresent();
    }
}
