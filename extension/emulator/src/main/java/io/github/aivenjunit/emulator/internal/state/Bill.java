package io.github.aivenjunit.emulator.internal.state;

import io.github.aivenjunit.emulator.billing.Invoice;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the services of a project cost; it outlives the project. Guarded by the platform's lock. */
final class Bill {

    private static final long HOUR = Duration.ofHours(1).toNanos();

    private final List<Stretch> stretches = new ArrayList<>();
    private Optional<Instant> openSince = Optional.empty();
    private String project;
    private String billingGroup;

    Bill(String project, String billingGroup) {
        this.project = project;
        this.billingGroup = billingGroup;
    }

    void rename(String changed) {
        project = changed;
    }

    String project() {
        return project;
    }

    void billingGroup(String changed) {
        billingGroup = changed;
    }

    String billingGroup() {
        return billingGroup;
    }

    /** A service is powered on from now on. */
    void begin(ServiceOrder order, Instant now) {
        stretches.add(new Stretch(order, now, now));
    }

    /** A service goes on with another plan or in another cloud. */
    void change(ServiceOrder order, Instant now) {
        running(order.name()).ifPresent(before -> {
            before.end = Optional.of(now);
            before.changed = true;
            stretches.add(new Stretch(order, before.poweredOn, now));
        });
    }

    /** A service is powered off or deleted. */
    void end(String service, Instant now) {
        running(service).ifPresent(stretch -> stretch.end = Optional.of(now));
    }

    /** A service is RUNNING. */
    void served(ServiceOrder order, Instant now) {
        if (openSince.isEmpty() && price(order).signum() > 0) {
            openSince = Optional.of(now);
        }
    }

    /** Since when something that costs money has been RUNNING. */
    Optional<Instant> openSince() {
        return openSince;
    }

    List<Invoice.Line> lines(Instant now) {
        return stretches.stream().map(stretch -> stretch.line(project, now)).toList();
    }

    BigDecimal total(Instant now) {
        return new Invoice(lines(now)).total();
    }

    private Optional<Stretch> running(String service) {
        return stretches.stream()
                .filter(stretch -> stretch.end.isEmpty() && stretch.order.name().equals(service))
                .findFirst();
    }

    private static BigDecimal price(ServiceOrder order) {
        return order.plan().hourlyPrice(order.cloud());
    }

    /** A service on one plan in one cloud. Its hours are counted from when it was powered on. */
    private static final class Stretch {

        private final ServiceOrder order;
        private final Instant poweredOn;
        private final Instant begin;
        private Optional<Instant> end = Optional.empty();
        private boolean changed;

        Stretch(ServiceOrder order, Instant poweredOn, Instant begin) {
            this.order = order;
            this.poweredOn = poweredOn;
            this.begin = begin;
        }

        Invoice.Line line(String project, Instant now) {
            Instant until = end.orElse(now);
            long hours = begunHours(until) - begunHours(begin);
            boolean neverLasted = !changed && until.equals(poweredOn);
            return new Invoice.Line(
                    project,
                    order.name(),
                    order.type().code(),
                    order.plan().name(),
                    order.cloud().name(),
                    begin,
                    end,
                    neverLasted ? 1 : hours,
                    price(order));
        }

        /** How many hours began before this time. */
        private long begunHours(Instant time) {
            return (Duration.between(poweredOn, time).toNanos() + HOUR - 1) / HOUR;
        }
    }
}
