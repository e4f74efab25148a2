package io.github.aivenjunit.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.github.aivenjunit.emulator.fault.Fault;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

class PageTests {

    @TempDir(cleanup = CleanupMode.ALWAYS)
    private Path profile;

    @Test
    void aBrowserShowsProjectsAsTextAndInjectsAndClearsAFault() throws Exception {
        Optional<Path> program = Browser.program();
        assumeThat(program)
                .as("The page is not tested: no chromium is on the PATH. Install it.")
                .isPresent();
        try (AivenEmulator emulator = AivenEmulator.builder()
                        .engines(List.of())
                        .administration(true)
                        .start();
                Browser browser = Browser.open(program.get(), profile)) {
            emulator.createProject("orders", Map.of("markup", "<b id=bold>x</b>"));

            browser.visit(emulator.endpoint() + "/");
            browser.await("!document.getElementById('login').hidden");
            browser.visit("about:blank");
            browser.visit(emulator.endpoint() + "/#token=" + emulator.token());
            browser.await("document.querySelector('.project h3')?.textContent === 'orders'");
            assertThat(browser.evaluate("document.querySelector('.tags').textContent")
                            .asText())
                    .isEqualTo("markup=<b id=bold>x</b>");
            assertThat(browser.evaluate("document.getElementById('bold') === null")
                            .asBoolean())
                    .isTrue();
            assertThat(browser.evaluate("location.href").asText()).isEqualTo(emulator.endpoint() + "/");

            browser.evaluate("const kind = document.getElementById('kind'); kind.value = 'NameReservation';"
                    + " kind.dispatchEvent(new Event('change'));"
                    + " document.getElementById('fault-duration').value = 'PT5M';"
                    + " document.querySelector('#inject button').click()");
            browser.await("document.querySelector('#faults li')?.textContent.includes('NameReservation')");
            assertThat(emulator.faults()).hasOnlyElementsOfType(Fault.NameReservation.class);
            browser.evaluate("document.getElementById('clear').click()");
            browser.await("document.querySelector('#faults li') === null");
            assertThat(emulator.faults()).isEmpty();
        }
    }
}
