package io.github.aivenjunit.engine.postgres.internal;

import io.github.aivenjunit.emulator.engine.NativeServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Where the data directory of a new server comes from. */
sealed interface Origin {

    /** Takes the time that it needs before a directory is there to be filled. */
    void prepare() throws IOException, InterruptedException;

    /** Makes {@code data} in the server's directory. */
    void fill(NativeServer server) throws IOException, InterruptedException;

    /** The name of the first user in that data. */
    String adminName();

    /** An empty server. */
    record Template(DataTemplate template, Distribution distribution) implements Origin {

        @Override
        public void prepare() throws IOException, InterruptedException {
            template.directory(distribution);
        }

        @Override
        public void fill(NativeServer server) throws IOException, InterruptedException {
            server.copy(template.directory(distribution), "data");
        }

        @Override
        public String adminName() {
            return DataTemplate.ADMIN;
        }
    }

    /** Another server as it is when the new one starts for the first time. */
    record Copy(PostgresInstance source, boolean readOnly) implements Origin {

        private static final String READ_ONLY = "default_transaction_read_only";

        @Override
        public void prepare() {
            // The source is copied in one step.
        }

        @Override
        public void fill(NativeServer server) throws IOException, InterruptedException {
            Path data = server.directory().resolve("data");
            source.copyTo(data);
            // The last setting counts: the source may be a replica itself.
            Files.writeString(
                    data.resolve("postgresql.conf"),
                    READ_ONLY + " = " + (readOnly ? "on" : "off") + "\n",
                    StandardOpenOption.APPEND);
        }

        @Override
        public String adminName() {
            return source.adminName();
        }
    }
}
