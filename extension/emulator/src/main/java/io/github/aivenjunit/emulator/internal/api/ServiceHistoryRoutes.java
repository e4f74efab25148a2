package io.github.aivenjunit.emulator.internal.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.aivenjunit.emulator.internal.Refusal;
import io.github.aivenjunit.emulator.internal.input.Input;
import io.github.aivenjunit.emulator.internal.state.Platform;
import io.github.aivenjunit.emulator.internal.state.Service;
import io.github.aivenjunit.emulator.internal.state.ServiceLog;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What a service did: its log, its backups and its metrics, which nobody measures here. */
final class ServiceHistoryRoutes {

    private static final List<String> PERIODS = List.of("hour", "day", "week", "month", "year");
    private static final Map<String, String> METRICS = Collections.unmodifiableMap(new TreeMap<>(Map.of(
            "cpu_usage", "CPU usage %",
            "disk_usage", "Disk space usage %",
            "diskio_read", "Disk iops (reads)",
            "diskio_writes", "Disk iops (writes)",
            "load_average", "Load average",
            "mem_usage", "Memory usage %",
            "net_receive", "Network receive (bytes/s)",
            "net_send", "Network transmit (bytes/s)")));

    private static final int MOST_ENTRIES = 500;
    private static final int DEFAULT_ENTRIES = 100;
    private static final int OFFSET_LENGTH = 128;

    private final Platform platform;

    ServiceHistoryRoutes(Platform platform) {
        this.platform = platform;
    }

    void addTo(Routes routes) {
        String service = "/project/{project}/service/{service_name}";
        routes.add("POST", service + "/logs", "ProjectGetServiceLogs", this::logs);
        routes.add("POST", service + "/metrics", "ServiceMetricsFetch", this::metrics);
        routes.add("GET", service + "/backups", "ServiceBackupsGet", this::backups);
    }

    private Reply backups(Call call) {
        ObjectNode answer = Reply.object();
        answer.set("backups", ServiceJson.backups(service(call)));
        return Reply.ok(answer);
    }

    /** Aiven API: a table per metric, with a column for the time and one per node. Here they have no rows. */
    private Reply metrics(Call call) {
        Service service = service(call);
        call.input().oneOf("period", PERIODS);
        ObjectNode answer = Reply.object();
        ObjectNode metrics = answer.putObject("metrics");
        METRICS.forEach((name, title) -> {
            ObjectNode metric = metrics.putObject(name);
            ObjectNode data = metric.putObject("data");
            ArrayNode columns = data.putArray("cols");
            columns.addObject().put("label", "time").put("type", "date");
            service.nodes()
                    .forEach(node ->
                            columns.addObject().put("label", node.name()).put("type", "number"));
            data.putArray("rows");
            metric.putObject("hints").put("title", title);
        });
        return Reply.ok(answer);
    }

    /** Without an offset the latest entries; with the {@code offset} of an answer those that follow in its direction. */
    private Reply logs(Call call) {
        ServiceLog log = service(call).log();
        Input input = call.input();
        int limit = input.integer("limit", 1, MOST_ENTRIES).orElse(DEFAULT_ENTRIES);
        Optional<Integer> offset = input.text("offset", OFFSET_LENGTH).map(ServiceHistoryRoutes::parse);
        boolean descending = input.oneOf("sort_order", List.of("asc", "desc"))
                .filter("desc"::equals)
                .isPresent();
        int from = descending
                ? Math.max(0, Math.min(offset.orElse(log.size()), log.size()) - limit)
                : offset.orElse(Math.max(0, log.size() - limit));
        int to = descending ? Math.min(offset.orElse(log.size()), log.size()) : Math.min(from, log.size()) + limit;
        List<ServiceLog.Entry> entries = log.between(from, to);
        ObjectNode answer = Reply.object();
        ArrayNode lines = answer.putArray("logs");
        for (int i = 0; i < entries.size(); i++) {
            ServiceLog.Entry entry = entries.get(descending ? entries.size() - 1 - i : i);
            lines.addObject()
                    .put("msg", entry.message())
                    .put("time", ApiTime.microseconds(entry.time()))
                    .put("unit", entry.unit());
        }
        if (entries.isEmpty()) {
            return Reply.ok(answer.putNull("first_log_offset").putNull("offset"));
        }
        int next = descending ? from : from + entries.size();
        return Reply.ok(answer.put("first_log_offset", Integer.toString(descending ? to : from))
                .put("offset", Integer.toString(next)));
    }

    private static int parse(String offset) {
        try {
            return Math.max(0, Integer.parseInt(offset));
        } catch (NumberFormatException malformed) {
            throw Refusal.invalidInput("'" + offset + "' is not an offset");
        }
    }

    private Service service(Call call) {
        return platform.project(call.project()).service(call.service());
    }
}
