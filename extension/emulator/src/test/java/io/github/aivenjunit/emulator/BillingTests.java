package io.github.aivenjunit.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.aivenjunit.emulator.billing.Invoice;
import io.github.aivenjunit.emulator.fault.Fault;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class BillingTests {

    private static final String SERVICE = "/project/orders/service/main";

    @RegisterExtension
    final TestEmulator emulator = new TestEmulator(builder -> builder.engines(List.of()));

    private BigDecimal price(String plan) {
        return new BigDecimal(
                emulator.get("/project/orders/pricing/service-types/pg/plans/" + plan + "/clouds/google-europe-west1")
                        .at("/base_price_usd")
                        .asText());
    }

    private List<Long> hours() {
        return emulator.emulator().invoice("orders").lines().stream()
                .map(Invoice.Line::hours)
                .toList();
    }

    @Test
    void everyPoweredPeriodCostsItsBegunHoursAndOneAtLeast() {
        emulator.project("orders");
        emulator.service("orders", "main", "pg", "startup-4");
        assertThat(hours()).containsExactly(1L);
        emulator.advance(Duration.ofMinutes(60));
        assertThat(hours()).containsExactly(1L);
        emulator.advance(Duration.ofMillis(1));
        assertThat(hours()).containsExactly(2L);
        emulator.put(SERVICE, "{'powered':false}");
        emulator.advance(Duration.ofDays(3));
        assertThat(hours()).containsExactly(2L);

        emulator.put(SERVICE, "{'powered':true}");
        emulator.delete(SERVICE);
        emulator.advance(Duration.ofDays(3));

        Invoice invoice = emulator.emulator().invoice("orders");
        assertThat(hours()).containsExactly(2L, 1L);
        assertThat(invoice.total()).isEqualByComparingTo(price("startup-4").multiply(BigDecimal.valueOf(3)));
        assertThat(invoice.lines().get(0).end())
                .contains(TestEmulator.START.plus(Duration.ofMinutes(60).plusMillis(1)));
        assertThat(invoice.lines().get(1).serviceType()).isEqualTo("pg");
    }

    @Test
    void anInvoiceOutlivesItsProjectAndBelongsToItsBillingGroup() {
        emulator.project("orders");
        emulator.service("orders", "main", "pg", "startup-4");
        BigDecimal total = emulator.emulator().invoice("orders").total();
        String group =
                emulator.get("/project/orders").at("/project/billing_group_id").asText();
        assertThat(emulator.get("/project/orders")
                        .at("/project/estimated_balance")
                        .asText())
                .isEqualTo(total.setScale(2, RoundingMode.HALF_UP).toPlainString());

        emulator.delete(SERVICE);
        emulator.delete("/project/orders");

        assertThat(emulator.emulator().projects()).isEmpty();
        assertThat(emulator.emulator().invoice("orders").total())
                .isEqualTo(total)
                .isPositive();
        assertThat(emulator.emulator().invoiceOfBillingGroup(group).total()).isEqualTo(total);
        assertThat(emulator.emulator().invoiceOfBillingGroup("another").lines()).isEmpty();
    }

    @Test
    void anOpenBalanceHoldsAProjectFromAWhileAfterTheFirstRunningOn() {
        emulator.emulator().inject(new Fault.OpenBalance(Duration.ofMinutes(10)));
        emulator.project("orders");
        emulator.project("bills");
        for (String project : List.of("orders", "bills")) {
            emulator.service(project, "main", "pg", "startup-4");
            emulator.delete("/project/" + project + "/service/main");
        }

        emulator.advance(Duration.ofMinutes(9));
        assertThat(emulator.delete("/project/orders").status()).isEqualTo(200);
        emulator.advance(Duration.ofMinutes(1));
        assertThat(emulator.delete("/project/bills").message())
                .isEqualTo("403 Project with open balance cannot be deleted");
    }

    @Test
    void unusedCreditsHoldAProjectUntilTheyAreUsed() {
        emulator.emulator().inject(new Fault.UnusedCredits(1));
        emulator.project("orders");
        emulator.service("orders", "main", "pg", "startup-4");
        long hours =
                BigDecimal.ONE.divide(price("startup-4"), 0, RoundingMode.UP).longValue();
        emulator.delete(SERVICE);

        assertThat(emulator.delete("/project/orders").message())
                .isEqualTo("403 Project with unused credits cannot be deleted");
        assertThat(emulator.get("/project/orders")
                        .at("/project/available_credits")
                        .asText())
                .isNotEqualTo("0.00");

        emulator.service("orders", "other", "pg", "startup-4");
        emulator.advance(Duration.ofHours(hours));
        emulator.delete("/project/orders/service/other");
        assertThat(emulator.get("/project/orders")
                        .at("/project/available_credits")
                        .asText())
                .isEqualTo("0.00");
        assertThat(emulator.delete("/project/orders").status()).isEqualTo(200);
    }

    /** Moves at random; the sum is made hour by hour from what was asked for, and not from lines. */
    @Test
    void anInvoiceIsTheSumOfThePricesInForceWhenEveryHourBegan() {
        Random random = new Random(20261122);
        emulator.project("orders");
        List<String> plans = List.of("startup-4", "startup-8", "business-4");
        Map<String, BigDecimal> prices = new HashMap<>();
        plans.forEach(plan -> prices.put(plan, price(plan)));
        Instant now = TestEmulator.START;
        List<NaivePeriod> periods = new ArrayList<>();
        Map<String, NaivePeriod> powered = new HashMap<>();
        Map<String, String> existing = new HashMap<>();
        for (int i = 0; i < 300; i++) {
            String name = "s" + random.nextInt(4);
            String plan = plans.get(random.nextInt(plans.size()));
            String path = "/project/orders/service/" + name;
            NaivePeriod period = powered.get(name);
            if (!existing.containsKey(name)) {
                emulator.service("orders", name, "pg", plan);
                existing.put(name, plan);
                powered.put(name, NaivePeriod.begin(periods, now, prices.getOrDefault(plan, BigDecimal.ZERO)));
            } else if (period == null) {
                emulator.put(path, "{'powered':true}");
                powered.put(name, NaivePeriod.begin(periods, now, price(existing.getOrDefault(name, ""))));
            } else if (random.nextInt(3) == 0) {
                emulator.put(path, "{'plan':'" + plan + "'}");
                existing.put(name, plan);
                period.prices.put(now, prices.get(plan));
            } else {
                boolean delete = random.nextBoolean();
                assertThat((delete ? emulator.delete(path) : emulator.put(path, "{'powered':false}")).status())
                        .isEqualTo(200);
                period.end = now;
                powered.remove(name);
                if (delete) {
                    existing.remove(name);
                }
            }
            if (random.nextInt(4) > 0) {
                Duration step = random.nextBoolean()
                        ? Duration.ofMinutes(30L * random.nextInt(20))
                        : Duration.ofMillis(random.nextInt(10_000_000));
                emulator.advance(step);
                now = now.plus(step);
            }
        }
        Instant end = now;
        BigDecimal naive = periods.stream().map(period -> period.cost(end)).reduce(BigDecimal.ZERO, BigDecimal::add);

        assertThat(emulator.emulator().invoice("orders").total()).isEqualByComparingTo(naive);
    }

    private static final class NaivePeriod {

        private final Instant begin;
        private final TreeMap<Instant, BigDecimal> prices = new TreeMap<>();
        private Instant end = Instant.MAX;

        private NaivePeriod(Instant begin) {
            this.begin = begin;
        }

        static NaivePeriod begin(List<NaivePeriod> all, Instant now, BigDecimal price) {
            NaivePeriod period = new NaivePeriod(now);
            period.prices.put(now, price);
            all.add(period);
            return period;
        }

        BigDecimal cost(Instant now) {
            Instant until = end.isBefore(now) ? end : now;
            BigDecimal sum = BigDecimal.ZERO;
            Instant hour = begin;
            do {
                sum = sum.add(prices.floorEntry(hour).getValue());
                hour = hour.plus(Duration.ofHours(1));
            } while (hour.isBefore(until));
            return sum;
        }
    }
}
