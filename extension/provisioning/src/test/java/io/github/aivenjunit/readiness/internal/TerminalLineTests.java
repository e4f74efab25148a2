package io.github.aivenjunit.readiness.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class TerminalLineTests {

    private final StringWriter terminal = new StringWriter();
    private final TerminalLine line = new TerminalLine(new PrintWriter(terminal));

    @Test
    void allWaitsStandInOneLineWhichIsRewritten() {
        line.show("orders-pg", "REBUILDING 42 s");
        line.show("orders-kafka", "REBUILDING 41 s");
        line.done("orders-kafka");
        line.done("orders-pg");
        line.done("orders-pg");

        assertThat(terminal.toString().split("\r\u001B\\[K", -1))
                .containsExactly(
                        "",
                        "orders-pg REBUILDING 42 s",
                        "orders-kafka REBUILDING 41 s | orders-pg REBUILDING 42 s",
                        "orders-pg REBUILDING 42 s",
                        "");
    }

    @Test
    void aLineThatIsTooLongIsCut() {
        line.show("orders-pg", "x".repeat(300));

        assertThat(terminal.toString()).hasSize(4 + 110).endsWith("x…");
    }
}
