package io.github.aivenjunit.engine.kafka.internal.registry;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What can be done with schemas, and what must not. Refuses with Karapace's codes and words. Not thread-safe. */
final class Registry {

    private static final int LONGEST_REASON = 300;

    private final SchemaStore store;
    private final References references;

    Registry(SchemaStore store) {
        this.store = store;
        this.references = new References(store);
    }

    SchemaStore store() {
        return store;
    }

    /** Makes a schema the subject's next version, unless it has it already. Returns the schema's id. */
    int register(String subject, SchemaText sent, boolean normalize) {
        if (subject.codePoints().anyMatch(Character::isISOControl)) {
            throw RegistryRefusal.unprocessable(42208, "The specified subject '" + subject + "' is not a valid.");
        }
        ParsedSchema parsed = parse(sent);
        SchemaText schema = normalize ? normalized(sent, parsed) : sent;
        List<SchemaVersion> all = store.versions(subject);
        List<SchemaVersion> live = live(subject);
        for (SchemaVersion version : live) {
            if (version.schema().equals(schema)) {
                return version.id();
            }
        }
        CompatibilityLevel level = level(subject);
        List<String> problems = problems(level, parsed, against(level, live));
        if (!problems.isEmpty()) {
            String reasons = String.join(", ", problems);
            throw RegistryRefusal.incompatible("Incompatible schema, compatibility_mode=" + level
                    + ". Incompatibilities: "
                    + reasons.substring(0, Math.min(LONGEST_REASON, reasons.length())));
        }
        int id = store.idOf(schema);
        int number = all.isEmpty() ? 1 : all.get(all.size() - 1).number() + 1;
        store.put(new SchemaVersion(subject, number, id, schema, false));
        return id;
    }

    /** The latest version that has this schema. */
    SchemaVersion lookUp(String subject, SchemaText sent, boolean normalize, boolean hiddenToo) {
        List<SchemaVersion> versions = versions(subject, hiddenToo);
        ParsedSchema parsed;
        try {
            parsed = references.parse(sent);
        } catch (InvalidSchemaException invalid) {
            throw RegistryRefusal.unprocessable(42201, "Error while looking up schema under subject " + subject);
        }
        SchemaText schema = normalize ? normalized(sent, parsed) : sent;
        for (int i = versions.size() - 1; i >= 0; i--) {
            SchemaText known = versions.get(i).schema();
            if (known.equals(schema)
                    || (normalize && normalized(known, parse(known)).equals(schema))) {
                return versions.get(i);
            }
        }
        throw RegistryRefusal.notFound(40403, "Schema not found");
    }

    /** A subject's versions in their order, of which there is at least one. */
    List<SchemaVersion> versions(String subject, boolean hiddenToo) {
        List<SchemaVersion> versions = hiddenToo ? store.versions(subject) : live(subject);
        if (versions.isEmpty()) {
            throw noSuchSubject(subject);
        }
        return versions;
    }

    SchemaVersion version(String subject, String number, boolean hiddenToo) {
        Optional<Integer> wanted = versionNumber(number);
        List<SchemaVersion> versions = versions(subject, hiddenToo);
        return wanted.isEmpty()
                ? versions.get(versions.size() - 1)
                : versions.stream()
                        .filter(version -> version.number() == wanted.get())
                        .findFirst()
                        .orElseThrow(() -> noSuchVersion(number));
    }

    /** The ids of the schemas that refer to a version. */
    List<Integer> referencedBy(SchemaVersion version) {
        return references.to(version);
    }

    /** Hides a subject, or removes one that is hidden. Returns the numbers of its versions. */
    List<Integer> deleteSubject(String subject, boolean permanent) {
        List<SchemaVersion> all = versions(subject, true);
        List<SchemaVersion> live = live(subject);
        if (permanent && !live.isEmpty()) {
            throw RegistryRefusal.notFound(
                    40405, "Subject '" + subject + "' was not deleted first before being permanently deleted");
        }
        if (!permanent && live.isEmpty()) {
            throw RegistryRefusal.notFound(
                    40404, "Subject '" + subject + "' was soft deleted.Set permanent=true to delete permanently");
        }
        List<SchemaVersion> doomed = permanent ? all : live;
        doomed.forEach(this::requireUnused);
        doomed.forEach(version -> delete(version, permanent));
        return doomed.stream().map(SchemaVersion::number).toList();
    }

    /** Hides a version, or removes one that is hidden. Returns its number. */
    int deleteVersion(String subject, String number, boolean permanent) {
        boolean hiddenToo = permanent || versionNumber(number).isPresent();
        SchemaVersion version = version(subject, number, hiddenToo);
        if (version.deleted() && !permanent) {
            throw RegistryRefusal.notFound(
                    40406,
                    "Subject '" + subject + "' Version " + number
                            + " was soft deleted. Set permanent=true to delete permanently");
        }
        if (!version.deleted() && permanent) {
            throw RegistryRefusal.notFound(
                    40407,
                    "Subject '" + subject + "' Version " + number
                            + " was not deleted first before being permanently deleted");
        }
        requireUnused(version);
        delete(version, permanent);
        return version.number();
    }

    /** Why a schema could not follow a version, or all of them where the level says so. */
    List<String> problemsFollowing(String subject, String number, SchemaText schema) {
        ParsedSchema parsed = parseToCompare(schema);
        SchemaVersion old;
        try {
            old = version(subject, number, false);
        } catch (RegistryRefusal refusal) {
            throw refusal.status() == 404 ? noSuchVersion(number) : refusal;
        }
        CompatibilityLevel level = level(subject);
        return problems(level, parsed, level.isTransitive() ? live(subject) : List.of(old));
    }

    /** Why a schema could not become the next version; a subject without versions takes every schema. */
    List<String> problemsFollowing(String subject, SchemaText schema) {
        CompatibilityLevel level = level(subject);
        return problems(level, parseToCompare(schema), against(level, live(subject)));
    }

    CompatibilityLevel level(String subject) {
        return store.level(subject).orElseGet(store::globalLevel);
    }

    static RegistryRefusal noSuchSubject(String subject) {
        return RegistryRefusal.notFound(40401, "Subject '" + subject + "' not found.");
    }

    private static RegistryRefusal noSuchVersion(String number) {
        return RegistryRefusal.notFound(40402, "Version " + number + " not found.");
    }

    /** Empty for the latest. */
    private static Optional<Integer> versionNumber(String text) {
        if (text.equals("latest") || text.equals("-1")) {
            return Optional.empty();
        }
        try {
            int number = Integer.parseInt(text);
            if (number > 0) {
                return Optional.of(number);
            }
        } catch (NumberFormatException none) {
            // Falls through to the refusal.
        }
        throw RegistryRefusal.unprocessable(
                42202,
                "The specified version '" + text
                        + "' is not a valid version id. Allowed values are between [1, 2^31-1] and the string \"latest\"");
    }

    private List<SchemaVersion> live(String subject) {
        return store.versions(subject).stream()
                .filter(version -> !version.deleted())
                .toList();
    }

    private static List<SchemaVersion> against(CompatibilityLevel level, List<SchemaVersion> live) {
        return live.isEmpty() || level.isTransitive() ? live : live.subList(live.size() - 1, live.size());
    }

    private List<String> problems(CompatibilityLevel level, ParsedSchema parsed, List<SchemaVersion> old) {
        if (level == CompatibilityLevel.NONE) {
            return List.of();
        }
        List<String> problems = new ArrayList<>();
        for (SchemaVersion version : old) {
            problems.addAll(Compatibility.problems(level, parsed, references.parse(version.schema())));
        }
        return problems.stream().distinct().toList();
    }

    private ParsedSchema parse(SchemaText schema) {
        try {
            return references.parse(schema);
        } catch (InvalidSchemaException invalid) {
            throw RegistryRefusal.unprocessable(
                    42201, "Invalid " + schema.kind() + " schema. Error: " + invalid.getMessage());
        }
    }

    private ParsedSchema parseToCompare(SchemaText schema) {
        try {
            return references.parse(schema);
        } catch (InvalidSchemaException invalid) {
            throw RegistryRefusal.unprocessable(42201, "Invalid " + schema.kind() + " schema");
        }
    }

    private static SchemaText normalized(SchemaText schema, ParsedSchema parsed) {
        JsonNode json = parsed.normalized();
        return new SchemaText(schema.kind(), json, schema.references());
    }

    private void requireUnused(SchemaVersion version) {
        if (!references.to(version).isEmpty()) {
            throw RegistryRefusal.unprocessable(
                    42206,
                    "One or more references exist to the schema {magic=1,keytype=SCHEMA,subject=" + version.subject()
                            + ",version=" + version.number() + "}.");
        }
    }

    private void delete(SchemaVersion version, boolean permanent) {
        if (permanent) {
            store.remove(version);
        } else {
            store.put(version.hidden());
        }
    }
}
