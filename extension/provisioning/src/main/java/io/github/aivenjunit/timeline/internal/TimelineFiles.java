package io.github.aivenjunit.timeline.internal;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where timelines are written: one JSON file for each fork, and one page for all forks of a build, which every fork
 * writes again when it ends, so that the last one out shows them all.
 */
public final class TimelineFiles {

    private static final Logger logger = LoggerFactory.getLogger(TimelineFiles.class);

    private static final String PREFIX = "timeline-";

    private final Path directory;
    private final String build;

    /** Files below the directory for reports. */
    public TimelineFiles(Path reports) {
        this(reports.resolve("aiven-junit"), BuildProcess.id());
    }

    TimelineFiles(Path directory, String build) {
        this.directory = directory;
        this.build = build;
    }

    /**
     * Writes what was recorded, and says where. A directory that cannot be written is reported
     * and no failure.
     *
     * @param run the test run
     * @param fork unique for each fork and session
     */
    public void write(TimelineRecorder recorder, String run, String fork) {
        Path page = directory.resolve(PREFIX + build + ".html");
        try {
            Files.createDirectories(directory);
            Timeline own = recorder.timeline(run);
            Path json = directory.resolve(PREFIX + build + "-" + fork + ".json");
            Files.writeString(json, TimelineJson.of(own) + "\n");
            Timeline shown = writePage(page, json, own);
            Savings savings = Savings.of(shown);
            logger.info(
                    "Timeline: {} (classes waited {}, look-ahead saved {}, sharing saved {})",
                    page,
                    Spoken.time(savings.waited()),
                    Spoken.time(savings.byLookAhead()),
                    Spoken.time(savings.bySharing()));
        } catch (IOException e) {
            logger.warn(
                    "The timeline {} cannot be written: {}. Set aiven.reports to another directory.",
                    page,
                    e.toString());
        }
    }

    /** Until no other fork has ended meanwhile. */
    private Timeline writePage(Path page, Path json, Timeline own) throws IOException {
        Path draft = directory.resolve(json.getFileName() + ".html.tmp");
        while (true) {
            Set<Path> files = forks();
            List<Timeline> all = read(files, json);
            all.add(own);
            Timeline shown = Timeline.merged(ForkSelection.lastBuild(all));
            Files.writeString(draft, TimelinePage.of(shown));
            Files.move(draft, page, StandardCopyOption.REPLACE_EXISTING);
            if (forks().equals(files)) {
                return shown;
            }
        }
    }

    private Set<Path> forks() throws IOException {
        Set<Path> files = new TreeSet<>();
        try (DirectoryStream<Path> found = Files.newDirectoryStream(directory, PREFIX + build + "-*.json")) {
            found.forEach(files::add);
        }
        return files;
    }

    private static List<Timeline> read(Set<Path> files, Path own) {
        List<Timeline> timelines = new ArrayList<>();
        for (Path file : files) {
            try {
                if (!file.equals(own)) {
                    timelines.add(TimelineReader.read(Files.readString(file)));
                }
            } catch (IOException e) {
                // Another fork may be writing it; that one writes the page once more.
                logger.debug("The timeline {} cannot be read yet: {}", file, e.toString());
            }
        }
        return timelines;
    }
}
