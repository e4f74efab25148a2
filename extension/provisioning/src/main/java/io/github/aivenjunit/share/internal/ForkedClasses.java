package io.github.aivenjunit.share.internal;

import io.github.aivenjunit.share.internal.ForkedClass.State;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The file, in the run directory, with what the forks of one build know of the classes of one module. Everything but
 * {@link #all()} only within the directory's turn. Immutable.
 */
record ForkedClasses(Path file) {

    private static final String SUFFIX = ".classes";

    static ForkedClasses in(Path directory, String build) {
        return new ForkedClasses(directory.resolve(build + SUFFIX));
    }

    /** Those of all builds. */
    static List<ForkedClasses> in(Path directory) {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.toString().endsWith(SUFFIX))
                    .map(ForkedClasses::new)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** By their keys, in the order in which they came. */
    Map<String, ForkedClass> all() {
        Map<String, ForkedClass> all = new LinkedHashMap<>();
        try {
            Files.readString(file)
                    .lines()
                    .flatMap(line -> ForkedClass.read(line).stream())
                    .forEach(known -> all.put(known.key(), known));
        } catch (NoSuchFileException e) {
            return all;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return all;
    }

    /** All that have to do with one of them. */
    Stream<String> sessions() {
        return all().values().stream()
                .flatMap(known -> Stream.of(known.creator(), known.user()))
                .filter(session -> !session.isEmpty());
    }

    /** In one step, so that a death leaves the old or the new. */
    void put(ForkedClass known) {
        Map<String, ForkedClass> all = all();
        all.put(known.key(), known);
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        try {
            Files.writeString(
                    fresh, all.values().stream().map(ForkedClass::line).collect(Collectors.joining("\n")));
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Somebody deletes the project, so nobody joins it any more. */
    void forget(String project) {
        all().values().stream()
                .filter(known -> known.state() == State.READY && known.project().equals(project))
                .forEach(known -> put(ForkedClass.alone(known.key(), known.user())));
    }

    /** What this session was creating never gets ready, so nobody waits for it any more. */
    void bury(String session) {
        all().values().stream()
                .filter(known ->
                        known.state() == State.CREATING && known.creator().equals(session))
                .forEach(known -> put(ForkedClass.alone(known.key(), known.user())));
    }

    void remove() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
