package io.github.aivenjunit.cli;

import io.github.aivenjunit.config.Configuration;
import java.io.PrintWriter;
import java.io.StringWriter;

/**
 * What one command said and how it ended.
 *
 * @param code the exit code
 * @param out its result
 * @param err its messages
 */
record Console(int code, String out, String err) {

    static Console run(Configuration configuration, String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = AivenJunit.commandLine(() -> configuration)
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
        return new Console(code, out.toString(), err.toString());
    }
}
