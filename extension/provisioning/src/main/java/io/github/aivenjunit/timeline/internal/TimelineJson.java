package io.github.aivenjunit.timeline.internal;

import io.github.aivenjunit.ledger.internal.JsonText;
import io.github.aivenjunit.readiness.Rung;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A timeline as JSON: times in milliseconds since the origin, prices in US dollars. */
final class TimelineJson {

    static final int FORMAT = 1;

    private TimelineJson() {}

    static String of(Timeline timeline) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("format", FORMAT);
        json.put("run", timeline.run());
        json.put("forks", timeline.forks());
        json.put("mode", timeline.emulated() ? "emulated" : "cloud");
        json.put("origin", timeline.origin().toString());
        json.put("length", timeline.length().toMillis());
        json.put(
                "platforms", timeline.platforms().stream().map(TimelineJson::of).toList());
        json.put("classes", timeline.classes().stream().map(TimelineJson::of).toList());
        json.put("requests", of(timeline.requests()));
        json.put("savings", of(Savings.of(timeline)));
        json.put("costs", of(Costs.of(timeline)));
        return JsonText.of(json);
    }

    private static Map<String, Object> of(PlatformSpan platform) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", platform.id());
        json.put("label", platform.label());
        json.put("project", platform.project());
        json.put("emulated", platform.emulated());
        json.put("begun", platform.begun().toMillis());
        json.put("created", millis(platform.created()));
        json.put("usable", millis(platform.usable()));
        json.put("failed", millis(platform.failed()));
        json.put("deleting", millis(platform.deleting()));
        json.put("ended", millis(platform.ended()));
        json.put("fate", platform.fate().word());
        json.put("services", platform.services().stream().map(TimelineJson::of).toList());
        return json;
    }

    private static Map<String, Object> of(ServiceSpan service) {
        Map<String, Object> rungs = new LinkedHashMap<>();
        service.rungs()
                .forEach((rung, span) -> rungs.put(
                        key(rung), List.of(span.from().toMillis(), span.to().toMillis())));
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("name", service.name());
        json.put("type", service.type());
        json.put("plan", service.plan());
        json.put("hourlyPrice", service.hourlyPrice());
        json.put("sent", service.sent().toMillis());
        json.put("created", millis(service.created()));
        json.put("usable", millis(service.usable()));
        json.put("rungs", rungs);
        return json;
    }

    private static Map<String, Object> of(ClassSpan lane) {
        Map<String, Object> tests = new LinkedHashMap<>();
        lane.tests().forEach((outcome, count) -> tests.put(outcome.name().toLowerCase(Locale.ROOT), count));
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("name", lane.name());
        json.put("platform", lane.platform());
        json.put("asked", lane.asked().toMillis());
        json.put("usable", millis(lane.usable()));
        json.put("tested", millis(lane.tested()));
        json.put("finished", millis(lane.finished()));
        json.put("tests", tests);
        return json;
    }

    private static Map<String, Object> of(Requests requests) {
        List<List<Integer>> counts = new ArrayList<>();
        requests.counts()
                .forEach((second, count) -> counts.add(List.of(
                        second, count.reads(), count.writes(), count.deletes(), count.limited(), count.failed())));
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("seconds", requests.width());
        json.put("columns", List.of("second", "reads", "writes", "deletes", "limited", "failed"));
        json.put("counts", counts);
        return json;
    }

    private static Map<String, Object> of(Savings savings) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("provisioning", savings.provisioning().toMillis());
        json.put("waited", savings.waited().toMillis());
        json.put("savedByLookAhead", savings.byLookAhead().toMillis());
        json.put("savedBySharing", savings.bySharing().toMillis());
        return json;
    }

    private static Map<String, Object> of(Costs costs) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("hours", plain(costs.hours()));
        json.put("price", costs.price().map(TimelineJson::plain));
        json.put("unusedHours", plain(costs.unused()));
        json.put("unusedPrice", costs.unusedPrice().map(TimelineJson::plain));
        json.put(
                "classes",
                costs.lines().stream()
                        .map(line -> {
                            Map<String, Object> bill = new LinkedHashMap<>();
                            bill.put("class", line.user());
                            bill.put("project", line.project());
                            bill.put("services", line.services());
                            bill.put("hours", plain(line.hours()));
                            bill.put("price", line.price().map(TimelineJson::plain));
                            bill.put("unusedHours", plain(line.unused()));
                            bill.put("unusedPrice", line.unusedPrice().map(TimelineJson::plain));
                            return bill;
                        })
                        .toList());
        return json;
    }

    static String key(Rung rung) {
        return rung.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static Optional<Long> millis(Optional<Duration> moment) {
        return moment.map(Duration::toMillis);
    }

    private static BigDecimal plain(BigDecimal number) {
        BigDecimal rounded = number.setScale(4, RoundingMode.HALF_UP).stripTrailingZeros();
        return rounded.scale() < 0 ? rounded.setScale(0) : rounded;
    }
}
