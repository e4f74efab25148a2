package io.github.aivenjunit.emulator.scenario;

import io.github.aivenjunit.emulator.fault.Fault;
import io.github.aivenjunit.emulator.fault.Moment;
import io.github.aivenjunit.emulator.fault.Target;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What failed in a recording, as faults that fail again. */
record RecordedFailures(List<RecordedExchange> exchanges) {

    private static final int GONE = 404;

    /** Pseudonyms end in a number; the fixed words of a path do not, except for its version. */
    private static final Pattern PSEUDONYM = Pattern.compile("[a-z]+-\\d+");

    List<Fault> all() {
        List<Fault> faults = new ArrayList<>();
        Map<String, Integer> counted = new HashMap<>();
        for (int i = 0; i < exchanges.size(); i++) {
            RecordedExchange exchange = exchanges.get(i);
            String request = request(exchange);
            int number = counted.merge(request, 1, Integer::sum);
            if (exchange.hasFailed()) {
                Target target = Target.request(request);
                faults.add(fault(
                        exchange,
                        exchange.isRead() ? target.after(exchange.at()).once() : target.nth(number),
                        moment(i)));
            }
        }
        return List.copyOf(faults);
    }

    private static Fault fault(RecordedExchange exchange, Target target, Moment moment) {
        return switch (exchange.status()) {
            case 0 -> new Fault.Disconnect(target, moment);
            case 408 -> new Fault.Html(target, 408);
            case 429 -> new Fault.RateLimited(target, exchange.retryAfter());
            default -> new Fault.ServerError(target, exchange.status(), moment);
        };
    }

    /** Whoever loses an answer reads back what became of the change, and that tells. */
    private Moment moment(int failed) {
        RecordedExchange exchange = exchanges.get(failed);
        if (exchange.isRead()) {
            return Moment.BEFORE_COMMIT;
        }
        boolean delete = exchange.method().equals("DELETE");
        return exchanges.stream()
                        .skip(failed + 1L)
                        .filter(later -> later.isRead() && !later.hasFailed() && readsBack(failed, later))
                        .findFirst()
                        .filter(later -> (later.status() == GONE) == delete)
                        .isPresent()
                ? Moment.AFTER_COMMIT
                : Moment.BEFORE_COMMIT;
    }

    private boolean readsBack(int failed, RecordedExchange later) {
        String path = exchanges.get(failed).path();
        if (!exchanges.get(failed).method().equals("POST")) {
            return later.path().equals(path);
        }
        // A single thing below the list, and one that nobody had asked about before.
        return later.path().startsWith(path + "/")
                && later.path().indexOf('/', path.length() + 1) < 0
                && exchanges.stream()
                        .limit(failed)
                        .noneMatch(earlier -> earlier.path().equals(later.path()));
    }

    private static String request(RecordedExchange exchange) {
        return exchange.method() + " "
                + Arrays.stream(exchange.path().split("/", -1))
                        .map(segment -> PSEUDONYM.matcher(segment).matches() ? "[^/]+" : Pattern.quote(segment))
                        .collect(Collectors.joining("/"));
    }
}
