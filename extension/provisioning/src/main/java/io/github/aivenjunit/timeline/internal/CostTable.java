package io.github.aivenjunit.timeline.internal;

import java.util.stream.Collectors;

/** What each class costs. */
final class CostTable {

    private final Costs costs;
    private final boolean emulated;
    private final Markup page;

    CostTable(Costs costs, boolean emulated, Markup page) {
        this.costs = costs;
        this.emulated = emulated;
        this.page = page;
    }

    void write() {
        if (costs.lines().isEmpty()) {
            return;
        }
        page.raw("<details><summary>")
                .text((emulated ? "What this would have cost on Aiven: " : "What this cost: ")
                        + Spoken.price(costs.price()) + " for " + Spoken.hours(costs.hours())
                        + " of services, of which "
                        + Spoken.share(costs.unused(), costs.hours()) + " were not used by a test")
                .raw(
                        "</summary><p>Aiven charges whole hours, at least one for every service that was powered on."
                                + " Classes that share a project share its bill equally. Prices are those of the catalogue,"
                                + " without extra disk and traffic.</p><table><thead><tr><th>class</th><th>services</th>"
                                + "<th class=\"number\">charged</th><th class=\"number\">price</th>"
                                + "<th class=\"number\">unused</th><th class=\"number\">price of that</th></tr></thead><tbody>");
        costs.lines().forEach(this::write);
        page.raw("</tbody></table></details>\n");
    }

    private void write(Costs.Line line) {
        page.raw("<tr><td>")
                .text(line.user().orElse("no class (" + line.project() + ")"))
                .raw("</td><td>")
                .text(line.services().stream().collect(Collectors.joining(", ")))
                .raw("</td>")
                .element("td", "number", Spoken.hours(line.hours()))
                .element("td", "number", Spoken.price(line.price()))
                .element("td", "number", Spoken.hours(line.unused()))
                .element("td", "number", Spoken.price(line.unusedPrice()))
                .raw("</tr>");
    }
}
