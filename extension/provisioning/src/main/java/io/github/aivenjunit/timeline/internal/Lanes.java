package io.github.aivenjunit.timeline.internal;

import io.github.aivenjunit.readiness.Rung;
import io.github.aivenjunit.timeline.TestOutcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The lanes of a page: for each platform its classes, and below them its services. */
final class Lanes {

    /** What a character takes of a lane in a window of 1,200 pixels; where that is narrower, the style hides captions. */
    private static final double PERCENT_PER_CHARACTER = 0.75;

    private static final int MARGIN_CHARACTERS = 2;

    private final Timeline timeline;
    private final Axis axis;
    private final Markup page;

    Lanes(Timeline timeline, Axis axis, Markup page) {
        this.timeline = timeline;
        this.axis = axis;
        this.page = page;
    }

    void write() {
        Map<Integer, List<ClassSpan>> allUsers = timeline.users();
        for (PlatformSpan platform : timeline.platforms()) {
            page.raw("<section class=\"group\">");
            List<ClassSpan> users = allUsers.getOrDefault(platform.id(), List.of());
            users.forEach(this::write);
            write(platform, users.isEmpty());
            page.raw("</section>\n");
        }
        timeline.classes().stream().filter(lane -> lane.platform().isEmpty()).forEach(lane -> {
            page.raw("<section class=\"group\">");
            write(lane);
            page.raw("</section>\n");
        });
    }

    private void write(ClassSpan lane) {
        Duration end = timeline.length();
        List<Segment> segments = new ArrayList<>();
        Optional<Duration> waitEnd = lane.usable().or(lane::finished).or(() -> Optional.of(end));
        Segment.of("wait", "waits", Optional.of(lane.asked()), waitEnd, "waits").ifPresent(segments::add);
        String tests = tests(lane);
        boolean failed = lane.tests().getOrDefault(TestOutcome.FAILED, 0) > 0
                || lane.usable().isEmpty();
        lane.use(end)
                .map(use -> new Segment(failed ? "tests bad" : "tests", tests, use, tests))
                .ifPresent(segments::add);
        Segment.of("delete", "deletion", lane.tested(), lane.finished(), "").ifPresent(segments::add);
        row("class", simple(lane.name()), lane.name(), failed ? "failed" : tests, segments);
    }

    private void write(PlatformSpan platform, boolean unused) {
        String name = platform.project();
        Optional<Segment> creation = Segment.of(
                "project",
                "project",
                Optional.of(platform.begun()),
                platform.created().or(platform::failed).or(platform::ended),
                "");
        Optional<Segment> deletion = Segment.of(
                platform.fate() == Fate.LEFT ? "broken" : "delete",
                "deletion",
                platform.deleting(),
                platform.ended(),
                "");
        String fate = platform.fate() == Fate.DELETED ? "" : platform.fate().word();
        if (platform.services().isEmpty()) {
            List<Segment> segments = new ArrayList<>(creation.stream().toList());
            idle(platform, platform.usable()).ifPresent(segments::add);
            deletion.ifPresent(segments::add);
            row(unused ? "class" : "service", name, name, fate, segments);
        }
        for (ServiceSpan service : platform.services()) {
            List<Segment> segments = new ArrayList<>(creation.stream().toList());
            segments.addAll(climb(service));
            if (service.usable().isEmpty()) {
                Segment.of("broken", "never usable", Optional.of(service.sent()), platform.failed(), "")
                        .ifPresent(segments::add);
            }
            idle(platform, service.usable()).ifPresent(segments::add);
            deletion.ifPresent(segments::add);
            row(
                    "service",
                    service.name().equals(service.type())
                            ? service.type()
                            : service.name() + " (" + service.type() + ")",
                    service.type() + " " + service.plan() + " in project " + name,
                    fate.isEmpty() ? service.plan() : fate,
                    segments);
        }
    }

    private Optional<Segment> idle(PlatformSpan platform, Optional<Duration> usable) {
        return Segment.of(
                "ready",
                "usable",
                usable,
                platform.deleting().or(platform::ended).or(() -> Optional.of(timeline.length())),
                "");
    }

    private static List<Segment> climb(ServiceSpan service) {
        List<Segment> segments = new ArrayList<>();
        Segment.of("create", "create call", Optional.of(service.sent()), service.created(), "")
                .ifPresent(segments::add);
        for (Map.Entry<Rung, Span> rung : service.rungs().entrySet()) {
            boolean building = rung.getKey() == Rung.API_STATE;
            segments.add(new Segment(
                    building ? "build" : "rung " + TimelineJson.key(rung.getKey()),
                    building ? "until RUNNING" : rung.getKey().name().toLowerCase(Locale.ROOT),
                    rung.getValue(),
                    ""));
        }
        return segments;
    }

    private void row(String kind, String label, String title, String note, List<Segment> segments) {
        String description = segments.stream().map(Segment::description).collect(Collectors.joining(", "));
        page.raw("<div class=\"row " + kind + "\"><div class=\"label\" title=\"")
                .text(title)
                .raw("\">")
                .element("span", "name", label)
                .element("span", "note", note)
                .raw("</div><div class=\"track\" role=\"img\" aria-label=\"")
                .text(description)
                .raw("\">");
        segments.forEach(this::write);
        page.raw("</div></div>");
    }

    private void write(Segment segment) {
        page.raw("<i class=\"" + segment.style() + "\" style=\"" + axis.place(segment.span()) + "\" title=\"")
                .text(segment.description() + ", from "
                        + Spoken.time(segment.span().from()) + " to "
                        + Spoken.time(segment.span().to()))
                .raw("\">");
        if (!segment.caption().isEmpty()) {
            String time = Spoken.time(segment.span().length());
            Stream.of(segment.caption() + " " + time, time)
                    .filter(caption -> fits(caption, segment.span()))
                    .findFirst()
                    .ifPresent(caption -> page.raw("<b>").text(caption).raw("</b>"));
        }
        page.raw("</i>");
    }

    private boolean fits(String caption, Span span) {
        return axis.percent(span.length()) >= (caption.length() + MARGIN_CHARACTERS) * PERCENT_PER_CHARACTER;
    }

    private static String tests(ClassSpan lane) {
        int all = lane.tests().values().stream().mapToInt(Integer::intValue).sum();
        String others = lane.tests().entrySet().stream()
                .filter(count -> count.getKey() != TestOutcome.PASSED)
                .map(count ->
                        ", " + count.getValue() + " " + count.getKey().name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining());
        return Spoken.count(all, "test", "tests") + others;
    }

    /** Without package and outer class; the whole name is shown on demand. */
    private static String simple(String className) {
        return className.substring(Math.max(className.lastIndexOf('.'), className.lastIndexOf('$')) + 1);
    }
}
