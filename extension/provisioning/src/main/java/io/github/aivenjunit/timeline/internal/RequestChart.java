package io.github.aivenjunit.timeline.internal;

import io.github.aivenjunit.timeline.internal.Requests.Count;
import java.time.Duration;
import java.util.Map;

/** Requests by second as a chart on the axis of the lanes. */
final class RequestChart {

    private static final int HEIGHT = 100;

    private final Requests requests;
    private final Axis axis;
    private final Markup page;

    RequestChart(Requests requests, Axis axis, Markup page) {
        this.requests = requests;
        this.axis = axis;
        this.page = page;
    }

    void write() {
        int peak =
                requests.counts().values().stream().mapToInt(Count::all).max().orElse(0);
        if (peak == 0) {
            return;
        }
        String unit = requests.width() == 1 ? "per second" : "per " + requests.width() + " seconds";
        Count total = requests.total();
        page.raw("<section class=\"group requests\"><div class=\"row\"><div class=\"label\">")
                .element("span", "name", "API requests")
                .element("span", "note", unit + ", peak " + peak)
                .raw(
                        "<span class=\"kinds\"><i class=\"reads\"></i>reads<i class=\"writes\"></i>writes<i class=\"deletes\"></i>"
                                + "deletes<i class=\"limited\"></i>429</span></div><div class=\"track\" role=\"img\" aria-label=\"")
                .text(total.all() + " requests, " + total.reads() + " reads, " + total.writes() + " writes, "
                        + total.deletes() + " deletes, " + total.limited() + " answered 429, at most " + peak + " "
                        + unit)
                .raw("\"><svg viewBox=\"0 0 100 " + HEIGHT + "\" preserveAspectRatio=\"none\" aria-hidden=\"true\">");
        requests.counts().entrySet().forEach(bar -> write(bar, peak));
        page.raw("</svg></div></div></section>\n");
    }

    private void write(Map.Entry<Integer, Count> bar, int peak) {
        double left = axis.percent(Duration.ofSeconds(bar.getKey()));
        double width = Math.min(axis.percent(Duration.ofSeconds(requests.width())), 100 - left);
        Count count = bar.getValue();
        page.raw("<g><title>")
                .text(bar.getKey() + " s: " + count.reads() + " reads, " + count.writes() + " writes, "
                        + count.deletes() + " deletes, " + count.limited() + " answered 429, " + count.failed()
                        + " failed")
                .raw("</title>");
        double bottom = 0;
        bottom = piece("reads", left, width, bottom, count.reads(), peak);
        bottom = piece("writes", left, width, bottom, count.writes(), peak);
        piece("deletes", left, width, bottom, count.deletes(), peak);
        piece("limited", left, width, 0, count.limited(), peak);
        page.raw("</g>");
    }

    private double piece(String style, double left, double width, double bottom, int count, int peak) {
        double height = (double) HEIGHT * count / peak;
        if (count > 0) {
            page.raw("<rect class=\"" + style + "\" x=\"" + Spoken.decimal(left, 3) + "\" y=\""
                    + Spoken.decimal(HEIGHT - bottom - height, 2) + "\" width=\""
                    + Spoken.decimal(Math.max(width - Math.min(0.15, width / 4), 0), 3) + "\" height=\""
                    + Spoken.decimal(height, 2) + "\"/>");
        }
        return bottom + height;
    }
}
