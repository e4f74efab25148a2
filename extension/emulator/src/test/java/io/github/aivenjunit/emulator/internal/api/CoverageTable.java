package io.github.aivenjunit.emulator.internal.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The table of the emulator's documentation: every operation of the API's document and how far it goes here, then what is
 * served beyond the document. An operation is known by its method and its path, whose variables have no names here.
 */
record CoverageTable(Map<String, Row> rows) {

    private static final String MISSING = "missing";
    private static final String BEYOND = " (not in the document)";
    private static final Set<String> METHODS = Set.of("delete", "get", "patch", "post", "put");

    /** A line of the table. */
    record Row(String operation, String method, String path, boolean documented, String support) {

        private String key() {
            return method + " " + path.replaceAll("\\{[^}]*}", "{}");
        }

        private String line() {
            return "| `" + operation + "` | `" + method + " " + path + "` | " + support + (documented ? "" : BEYOND)
                    + " |";
        }

        private static Row parse(String line) {
            String[] cells = line.substring(2, line.length() - 2).split(" \\| ", -1);
            String[] call = cells[1].replace("`", "").split(" ", 2);
            boolean documented = !cells[2].endsWith(BEYOND);
            return new Row(
                    cells[0].replace("`", ""),
                    call[0],
                    call[1],
                    documented,
                    documented ? cells[2] : cells[2].substring(0, cells[2].length() - BEYOND.length()));
        }
    }

    /** What the document asks for and the routes give. */
    static CoverageTable of(Path document, List<Route> routes) throws IOException {
        Map<String, Row> rows = new LinkedHashMap<>();
        for (Row row : served(routes).values()) {
            rows.put(row.key(), row);
        }
        JsonNode paths = new JsonMapper().readTree(document.toFile()).path("paths");
        for (Map.Entry<String, JsonNode> path : paths.properties()) {
            for (Map.Entry<String, JsonNode> operation : path.getValue().properties()) {
                if (METHODS.contains(operation.getKey())) {
                    String whole = path.getKey().startsWith("/v2/") ? path.getKey() : "/v1" + path.getKey();
                    String id = operation.getValue().path("operationId").asText();
                    Row asked = new Row(id, operation.getKey().toUpperCase(Locale.ROOT), whole, true, MISSING);
                    rows.merge(
                            asked.key(),
                            asked,
                            (served, same) -> new Row(id, served.method, whole, true, served.support));
                }
            }
        }
        return new CoverageTable(rows);
    }

    /** What a written table says. */
    static CoverageTable parse(String text) {
        return new CoverageTable(Arrays.stream(text.split("\n"))
                .filter(line -> line.startsWith("| `"))
                .map(Row::parse)
                .collect(Collectors.toMap(Row::key, row -> row, (first, second) -> first, LinkedHashMap::new)));
    }

    /** The support of each route, in words, by method and path. */
    static Map<String, String> supportOf(List<Route> routes) {
        return served(routes).values().stream()
                .collect(Collectors.toMap(Row::key, Row::support, (first, second) -> first, TreeMap::new));
    }

    private static Map<String, Row> served(List<Route> routes) {
        Map<String, Row> rows = new TreeMap<>();
        for (Route route : routes) {
            String path = "/" + String.join("/", route.template());
            Row row = new Row(
                    route.operationId(),
                    route.method(),
                    path,
                    false,
                    route.support().words());
            rows.put(row.key(), row);
        }
        return rows;
    }

    /** The support in words of what is not missing, by method and path. */
    Map<String, String> support() {
        Map<String, String> support = new TreeMap<>();
        rows.forEach((key, row) -> {
            if (!row.support.equals(MISSING)) {
                support.put(key, row.support);
            }
        });
        return support;
    }

    String markdown() {
        List<Row> documented = sorted(true);
        List<Row> beyond = sorted(false);
        List<String> lines = new ArrayList<>();
        lines.add(documented.size() + " operations in the document: " + count(documented, Support.SERVER.words())
                + " work, with the engine where the service has one; "
                + count(documented, Support.CONTROL_PLANE.words()) + " are control plane only; "
                + count(documented, Support.REFUSED.words()) + " answer \"not supported\"; "
                + count(documented, MISSING)
                + " are missing. " + beyond.size() + " more are served that the document does not have.");
        lines.add("");
        lines.add("| operation | call | support |");
        lines.add("|---|---|---|");
        documented.forEach(row -> lines.add(row.line()));
        beyond.forEach(row -> lines.add(row.line()));
        return String.join("\n", lines);
    }

    private List<Row> sorted(boolean documented) {
        return rows.values().stream()
                .filter(row -> row.documented == documented)
                .sorted(Comparator.comparing(Row::operation).thenComparing(Row::key))
                .toList();
    }

    private static long count(List<Row> rows, String support) {
        return rows.stream().filter(row -> row.support.equals(support)).count();
    }
}
