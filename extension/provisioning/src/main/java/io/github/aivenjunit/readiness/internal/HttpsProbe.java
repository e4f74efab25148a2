package io.github.aivenjunit.readiness.internal;

import io.github.aivenjunit.client.model.Service;
import io.github.aivenjunit.client.model.ServiceUser;
import io.github.aivenjunit.connection.CaCertificate;
import io.github.aivenjunit.connection.HttpsConnection;
import io.github.aivenjunit.connection.HttpsConnections;
import io.github.aivenjunit.readiness.Rung;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** A type that is used over HTTPS: it answers questions as its clients ask them. */
public final class HttpsProbe implements ServiceProbe {

    private static final int OK = 200;
    private static final int FORBIDDEN = 403;
    private static final Pattern ANYTHING = Pattern.compile("");

    private final String component;
    private final List<Question> questions;
    private final Set<Integer> loggedIn;

    /** A path, and what the answer with status 200 must contain. */
    private record Question(Rung rung, String path, Pattern answer) {}

    /**
     * A probe.
     *
     * @param component where it asks
     * @param loggedIn the statuses with which the first question is answered to a user who may log in; empty where the
     *     users of the API are not those of the server
     */
    private HttpsProbe(String component, Set<Integer> loggedIn, Question... questions) {
        this.component = component;
        this.loggedIn = loggedIn;
        this.questions = List.of(questions);
    }

    /** Green or yellow: a cluster of one node cannot place its replicas, and serves clients nevertheless. */
    static HttpsProbe openSearch() {
        return new HttpsProbe(
                "opensearch",
                // A user with narrow access rules may not ask who the server is, and has logged in.
                Set.of(OK, FORBIDDEN),
                new Question(Rung.LOGIN, "/", ANYTHING),
                new Question(
                        Rung.QUERY, "/_cluster/health", Pattern.compile("\"status\"\\s*:\\s*\"(?:green|yellow)\"")));
    }

    static HttpsProbe clickHouse() {
        return new HttpsProbe(
                "clickhouse_https",
                Set.of(OK),
                new Question(Rung.QUERY, "/?query=SELECT%201", Pattern.compile("\\A1\\s*\\z")));
    }

    /** Grafana documentation, "Health API": answers without a login, also where basic authentication is off. */
    static HttpsProbe grafana() {
        return new HttpsProbe(
                "grafana",
                Set.of(),
                new Question(Rung.QUERY, "/api/health", Pattern.compile("\"database\"\\s*:\\s*\"ok\"")));
    }

    @Override
    public List<Step> steps(Service service, CaCertificate ca) {
        HttpsConnection target = HttpsConnections.component(service, component, ca);
        List<Step> steps = new ArrayList<>();
        steps.add(NetworkSteps.dns(target.host()));
        steps.add(NetworkSteps.tcp(target.host(), target.port()));
        steps.add(NetworkSteps.tls(target.host(), target.port(), ca, socket -> {}));
        for (Question question : questions) {
            steps.add(new Step(question.rung(), () -> ask(target, question)));
        }
        return steps;
    }

    @Override
    public Optional<Attempt> login(Service service, CaCertificate ca, ServiceUser user) {
        String path = questions.get(0).path();
        return user.password()
                .filter(password -> !loggedIn.isEmpty())
                .map(password ->
                        HttpsConnections.component(service, component, ca).withUser(user.username(), password))
                .map(target -> () -> {
                    HttpsAnswer answer = HttpsAnswer.get(target, path);
                    if (!loggedIn.contains(answer.status())) {
                        throw unexpected(path, answer);
                    }
                });
    }

    private static void ask(HttpsConnection target, Question question) throws IOException {
        HttpsAnswer answer = HttpsAnswer.get(target, question.path());
        if (answer.status() != OK) {
            throw unexpected(question.path(), answer);
        }
        if (!question.answer().matcher(answer.body()).find()) {
            throw new IOException("The server is not ready: it answered GET " + question.path() + " with "
                    + answer.body().strip());
        }
    }

    private static IOException unexpected(String path, HttpsAnswer answer) {
        return new IOException("The server answered GET " + path + " with HTTP " + answer.status() + ".");
    }
}
