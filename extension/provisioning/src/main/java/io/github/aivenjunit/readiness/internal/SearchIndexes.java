package io.github.aivenjunit.readiness.internal;

import io.github.aivenjunit.connection.HttpsConnection;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.util.List;

/** Deletes indexes of an OpenSearch server. */
public final class SearchIndexes {

    private SearchIndexes() {}

    /**
     * Deletes every index that begins with the prefix, one by one: servers can be told to refuse patterns.
     *
     * @param prefix lower case letters, digits and hyphens
     * @return how many there were
     */
    public static int delete(HttpsConnection server, String prefix) throws IOException {
        HttpsAnswer listed = HttpsAnswer.get(server, "/_cat/indices/" + prefix + "*?h=index");
        if (listed.status() != HttpURLConnection.HTTP_OK) {
            throw new IOException("The server listed no indexes: status " + listed.status() + ".");
        }
        List<String> names = listed.body()
                .lines()
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
        for (String name : names) {
            HttpsAnswer deleted = HttpsAnswer.delete(server, "/" + name);
            boolean gone = deleted.status() == HttpURLConnection.HTTP_OK
                    || deleted.status() == HttpURLConnection.HTTP_NOT_FOUND;
            if (!gone) {
                throw new IOException("The server did not delete index " + name + ": status " + deleted.status() + ".");
            }
        }
        return names.size();
    }
}
