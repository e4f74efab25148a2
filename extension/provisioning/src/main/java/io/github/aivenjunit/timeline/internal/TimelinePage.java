package io.github.aivenjunit.timeline.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * A timeline as a page that stands alone: no script, no network, for light and dark screens. Well-formed XML, too, so
 * that a test can read it.
 */
final class TimelinePage {

    private record Meaning(String style, String words) {}

    private static final List<Meaning> LEGEND = List.of(
            new Meaning("project", "project, create calls"),
            new Meaning("build", "Aiven builds"),
            new Meaning("rung", "DNS to first query"),
            new Meaning("ready", "usable"),
            new Meaning("wait", "class waits"),
            new Meaning("tests", "tests"),
            new Meaning("delete", "deletion"),
            new Meaning("broken", "failed"));

    private final Timeline timeline;
    private final Markup page = new Markup();

    private TimelinePage(Timeline timeline) {
        this.timeline = timeline;
    }

    static String of(Timeline timeline) {
        return new TimelinePage(timeline).write();
    }

    private String write() {
        Costs costs = Costs.of(timeline);
        page.raw("<!DOCTYPE html>\n<html lang=\"en\" xmlns=\"http://www.w3.org/1999/xhtml\"><head><meta"
                        + " charset=\"utf-8\"/><meta name=\"viewport\" content=\"width=device-width,initial-scale=1\"/>"
                        + "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src"
                        + " 'unsafe-inline'\"/><title>")
                .text("Timeline of run " + timeline.run())
                .raw("</title><style>\n" + style() + "</style></head><body>\n");
        head();
        tiles(costs);
        legend();
        chart();
        new CostTable(costs, timeline.emulated(), page).write();
        return page.raw("</body></html>\n").toString();
    }

    private void head() {
        page.raw("<header><h1>Timeline of run ")
                .element("code", "run", timeline.run())
                .raw("</h1><p>")
                .element(
                        "span",
                        timeline.emulated() ? "mode emulated" : "mode",
                        timeline.emulated() ? "EMULATED" : "Aiven")
                .text(" " + timeline.origin().truncatedTo(ChronoUnit.SECONDS) + ", "
                        + Spoken.count(timeline.classes().size(), "class", "classes") + ", "
                        + Spoken.count(timeline.platforms().size(), "project", "projects")
                        + (timeline.forks() > 1 ? ", " + timeline.forks() + " forks" : ""))
                .raw("</p></header>\n");
    }

    private void tiles(Costs costs) {
        Savings savings = Savings.of(timeline);
        Requests.Count requests = timeline.requests().total();
        page.raw("<dl class=\"tiles\">");
        tile("whole run", Spoken.time(timeline.length()), "provisioning " + Spoken.time(savings.provisioning()));
        tile("classes waited", Spoken.time(savings.waited()), "all together");
        tile(
                "waiting saved",
                Spoken.time(savings.saved()),
                "look-ahead " + Spoken.time(savings.byLookAhead()) + ", sharing " + Spoken.time(savings.bySharing()));
        tile("API requests", String.valueOf(requests.all()), requests.limited() + " answered 429");
        if (!costs.lines().isEmpty()) {
            tile(
                    timeline.emulated() ? "would have cost" : "charged",
                    Spoken.price(costs.price()),
                    Spoken.hours(costs.hours()) + ", " + Spoken.share(costs.unused(), costs.hours()) + " unused");
        }
        page.raw("</dl>\n");
    }

    private void tile(String name, String value, String detail) {
        page.raw("<div><dt>")
                .text(name)
                .raw("</dt><dd>")
                .text(value)
                .raw("</dd>")
                .element("dd", "detail", detail)
                .raw("</div>");
    }

    private void legend() {
        page.raw("<ul class=\"legend\">");
        LEGEND.forEach(entry -> page.raw("<li><i class=\"" + entry.style() + "\"></i>")
                .text(entry.words())
                .raw("</li>"));
        page.raw("</ul>\n");
    }

    private void chart() {
        Axis axis = new Axis(timeline.length());
        page.raw("<main style=\"--step:" + Spoken.decimal(axis.percent(axis.step()), 4) + "%\">\n<div class=\"axis\">");
        page.raw("<div class=\"label\"></div><div class=\"ticks\">");
        for (Duration tick : axis.ticks()) {
            if (axis.percent(tick) < 97) {
                page.raw("<span style=\"left:" + Spoken.decimal(axis.percent(tick), 3) + "%\">")
                        .text(axis.label(tick))
                        .raw("</span>");
            }
        }
        page.raw("</div></div>\n");
        new Lanes(timeline, axis, page).write();
        new RequestChart(timeline.requests(), axis, page).write();
        page.raw("</main>\n");
    }

    private static String style() {
        try (InputStream style = TimelinePage.class.getResourceAsStream("timeline.css")) {
            if (style == null) {
                throw new IllegalStateException("The jar has no timeline.css. Build it again.");
            }
            return new String(style.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
