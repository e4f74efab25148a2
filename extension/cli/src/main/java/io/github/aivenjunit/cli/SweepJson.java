package io.github.aivenjunit.cli;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.aivenjunit.sweep.SweepItem;
import io.github.aivenjunit.sweep.SweepReport;
import java.net.URI;
import java.time.Instant;
import java.util.Locale;

/** A report for programs. Every field is always there; what is not known is null. */
final class SweepJson {

    private SweepJson() {}

    static String of(SweepReport report) {
        ObjectNode root = JsonMapper.builder().build().createObjectNode();
        root.put("endpoint", report.endpoint().toString());
        root.put("dryRun", report.dryRun());
        ArrayNode items = root.putArray("items");
        report.items().forEach(item -> write(item, items.addObject()));
        ArrayNode others = root.putArray("otherJournals");
        report.others()
                .forEach(other -> others.addObject()
                        .put("file", other.file().toString())
                        .put("endpoint", other.endpoint().map(URI::toString).orElse(null))
                        .put("promises", other.promises()));
        return root.toPrettyString();
    }

    private static void write(SweepItem item, ObjectNode json) {
        json.put("project", item.project());
        json.put("service", item.service().orElse(null));
        json.put("run", item.run().orElse(null));
        json.put("owner", item.owner().orElse(null));
        json.put("expires", item.expires().map(Instant::toString).orElse(null));
        json.put("hourlyPriceUsd", item.hourlyPriceUsd().orElse(null));
        json.put("outcome", item.outcome().name().toLowerCase(Locale.ROOT));
        json.put("reason", item.reason());
    }
}
