package io.github.aivenjunit.cli;

import io.github.aivenjunit.sweep.SweepReport;
import io.github.aivenjunit.sweep.SweepReport.OtherJournal;
import java.io.PrintWriter;

/**
 * Where results and messages go.
 *
 * @param out gets the result, and nothing else
 * @param err gets the messages
 * @param json whether the result is for a program
 */
record Outlet(PrintWriter out, PrintWriter err, boolean json) {

    void print(SweepReport report) {
        out.println(json ? SweepJson.of(report) : SweepTable.of(report));
        out.flush();
        report.others().forEach(this::say);
    }

    private void say(OtherJournal other) {
        say(other.endpoint()
                .map(endpoint -> "A dead session may have left " + other.promises() + " of its projects at " + endpoint
                        + " (journal " + other.file() + "). Sweep there, with AIVEN_WEB_URL=" + endpoint + ".")
                .orElseGet(() -> "The journal " + other.file() + " is torn and does not say where its session may have"
                        + " left " + other.promises() + " projects. Read it, and delete it."));
    }

    void say(String message) {
        err.println(message);
        err.flush();
    }
}
