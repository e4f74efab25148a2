package io.github.aivenjunit.timeline.internal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a run costs. Aiven charges whole hours, at least one for every time that a service is powered on (Aiven docs,
 * "Service pricing"). The classes that share a platform share its bill equally.
 *
 * @param lines one for each class and for each platform that no class used
 */
record Costs(List<Line> lines) {

    private static final BigDecimal SECONDS_PER_HOUR = BigDecimal.valueOf(3600);
    private static final int SCALE = 6;

    Costs {
        lines = List.copyOf(lines);
    }

    /**
     * The bill of one class.
     *
     * @param user the class; empty when no class used the platform
     * @param services what is charged
     * @param hours charged hours of services
     * @param price in US dollars; empty when the price of a service is not known
     * @param unused of these hours, those in which no test used the service
     * @param unusedPrice what they cost
     */
    record Line(
            Optional<String> user,
            String project,
            List<String> services,
            BigDecimal hours,
            Optional<BigDecimal> price,
            BigDecimal unused,
            Optional<BigDecimal> unusedPrice) {}

    static Costs of(Timeline timeline) {
        Map<Integer, List<ClassSpan>> allUsers = timeline.users();
        List<Line> lines = new ArrayList<>();
        for (PlatformSpan platform : timeline.platforms()) {
            if (!platform.services().isEmpty()) {
                List<ClassSpan> users = allUsers.getOrDefault(platform.id(), List.of());
                Line bill = bill(platform, users, timeline.length());
                if (users.isEmpty()) {
                    lines.add(bill);
                }
                users.forEach(user -> lines.add(share(bill, user.name(), users.size())));
            }
        }
        return new Costs(lines);
    }

    /** Charged hours of services. */
    BigDecimal hours() {
        return lines.stream().map(Line::hours).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Of these, those in which no test used the service. */
    BigDecimal unused() {
        return lines.stream().map(Line::unused).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** All of it in US dollars; empty when a part of it is not known. */
    Optional<BigDecimal> price() {
        return sum(lines.stream().map(Line::price).toList());
    }

    /** What the unused hours cost. */
    Optional<BigDecimal> unusedPrice() {
        return sum(lines.stream().map(Line::unusedPrice).toList());
    }

    private static Line bill(PlatformSpan platform, List<ClassSpan> users, Duration end) {
        BigDecimal used = hours(used(users, end));
        BigDecimal hours = BigDecimal.ZERO;
        BigDecimal unused = BigDecimal.ZERO;
        List<Optional<BigDecimal>> prices = new ArrayList<>();
        List<Optional<BigDecimal>> wasted = new ArrayList<>();
        List<String> services = new ArrayList<>();
        for (ServiceSpan service : platform.services()) {
            BigDecimal charged = charged(new Span(service.sent(), platform.lastKnown(end)).length());
            BigDecimal idle = charged.subtract(used).max(BigDecimal.ZERO);
            hours = hours.add(charged);
            unused = unused.add(idle);
            prices.add(service.hourlyPrice().map(charged::multiply));
            wasted.add(service.hourlyPrice().map(idle::multiply));
            services.add(service.type() + " " + service.plan());
        }
        return new Line(Optional.empty(), platform.project(), services, hours, sum(prices), unused, sum(wasted));
    }

    private static Line share(Line bill, String user, int users) {
        BigDecimal divisor = BigDecimal.valueOf(users);
        return new Line(
                Optional.of(user),
                bill.project(),
                bill.services(),
                part(bill.hours(), divisor),
                bill.price().map(price -> part(price, divisor)),
                part(bill.unused(), divisor),
                bill.unusedPrice().map(price -> part(price, divisor)));
    }

    private static BigDecimal part(BigDecimal whole, BigDecimal divisor) {
        return whole.divide(divisor, SCALE, RoundingMode.HALF_UP);
    }

    private static BigDecimal charged(Duration powered) {
        return hours(powered).setScale(0, RoundingMode.CEILING).max(BigDecimal.ONE);
    }

    private static BigDecimal hours(Duration time) {
        return BigDecimal.valueOf(time.toMillis(), 3).divide(SECONDS_PER_HOUR, SCALE, RoundingMode.HALF_UP);
    }

    /** Time in which at least one class used it. */
    private static Duration used(List<ClassSpan> users, Duration end) {
        Duration used = Duration.ZERO;
        Duration until = Duration.ZERO;
        for (Span use : users.stream()
                .flatMap(user -> user.use(end).stream())
                .sorted(Comparator.comparing(Span::from))
                .toList()) {
            Duration from = use.from().compareTo(until) > 0 ? use.from() : until;
            Span fresh = new Span(from, use.to());
            used = used.plus(fresh.length());
            until = fresh.to();
        }
        return used;
    }

    private static Optional<BigDecimal> sum(List<Optional<BigDecimal>> prices) {
        return prices.stream()
                .reduce(Optional.of(BigDecimal.ZERO), (sum, price) -> sum.flatMap(known -> price.map(known::add)));
    }
}
