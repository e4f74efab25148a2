package io.github.aivenjunit.client;

import io.github.aivenjunit.client.model.Database;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Databases over HTTP. */
record HttpDatabases(ApiCalls calls) implements DatabaseApi {

    /** The most that the API puts on a page. */
    private static final String PAGE_SIZE = "maxItems=250";

    /** One page, and where the next one starts. */
    record Page(@Nullable List<Database> databases, Optional<String> next) {}

    @Override
    public List<Database> list(String project, String service) {
        List<Database> all = new ArrayList<>();
        Optional<String> after = Optional.empty();
        do {
            String query = after.map(name -> PAGE_SIZE + "&after=" + ApiPath.encoded(name))
                    .orElse(PAGE_SIZE);
            Page page = calls.call(
                    ApiRequest.get(databasesOf(project, service)).query(query),
                    (json, body) -> json.value(body, Page.class));
            if (page.databases() != null) {
                all.addAll(page.databases());
            }
            // A server that names the same page again would be asked for ever.
            after = page.next().equals(after) ? Optional.empty() : page.next();
        } while (after.isPresent());
        return List.copyOf(all);
    }

    @Override
    public void create(String project, String service, String database) {
        create(project, service, database, Map.of());
    }

    @Override
    public void create(String project, String service, String database, String lcCollate, String lcCtype) {
        create(project, service, database, Map.of("lc_collate", lcCollate, "lc_ctype", lcCtype));
    }

    @Override
    public void delete(String project, String service, String database) {
        calls.delete(
                ApiRequest.delete(databasesOf(project, service).name("database name", database)),
                () -> find(project, service, database).isPresent(),
                ApiCalls::notThere);
    }

    private void create(String project, String service, String database, Map<String, String> locale) {
        Map<String, Object> request = new LinkedHashMap<>();
        request.put("database", database);
        request.putAll(locale);
        calls.create(
                ApiRequest.post(databasesOf(project, service), request),
                (json, body) -> {
                    json.discard(body);
                    return new Database(database, Optional.empty(), Optional.empty());
                },
                new ApiCalls.Creation<>(
                        () -> find(project, service, database),
                        found -> matches(locale, "lc_collate", found.lcCollate())
                                && matches(locale, "lc_ctype", found.lcCtype())));
    }

    private Optional<Database> find(String project, String service, String database) {
        return list(project, service).stream()
                .filter(found -> found.databaseName().equals(database))
                .findFirst();
    }

    /** The list does not always say. */
    private static boolean matches(Map<String, String> asked, String key, Optional<String> found) {
        return !asked.containsKey(key) || found.isEmpty() || found.get().equals(asked.get(key));
    }

    private static ApiPath databasesOf(String project, String service) {
        return ApiPath.service(project, service).plus("/db");
    }
}
