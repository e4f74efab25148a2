package io.github.aivenjunit.verification.fault;

import io.github.aivenjunit.emulator.EmulatedProject;
import io.github.aivenjunit.emulator.EmulatedService;
import io.github.aivenjunit.lease.internal.Ownership;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is on Aiven, and what is in the journal directory.
 *
 * @param projects the services of each
 * @param tombstones which of the projects are empty and marked so
 * @param journals the files, lock files too: when they were written, and what they say
 */
record Belongings(Map<String, Set<String>> projects, Set<String> tombstones, Map<String, String> journals) {

    static Belongings of(List<EmulatedProject> projects, Path journals) throws IOException {
        Map<String, Set<String>> services = new TreeMap<>();
        Set<String> tombstones = new TreeSet<>();
        for (EmulatedProject project : projects) {
            services.put(
                    project.name(),
                    project.services().stream().map(EmulatedService::name).collect(Collectors.toSet()));
            if (project.services().isEmpty() && project.tags().containsKey(Ownership.TOMBSTONE_TAG)) {
                tombstones.add(project.name());
            }
        }
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> listed = Files.list(journals)) {
            for (Path file : listed.toList()) {
                files.put(
                        file.getFileName().toString(),
                        Files.getLastModifiedTime(file) + "\n" + Files.readString(file, StandardCharsets.UTF_8));
            }
        }
        return new Belongings(services, tombstones, files);
    }
}
