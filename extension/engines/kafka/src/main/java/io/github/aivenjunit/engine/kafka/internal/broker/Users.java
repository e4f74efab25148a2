package io.github.aivenjunit.engine.kafka.internal.broker;

import java.util.List;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ScramCredentialInfo;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.apache.kafka.clients.admin.UserScramCredentialAlteration;
import org.apache.kafka.clients.admin.UserScramCredentialDeletion;
import org.apache.kafka.clients.admin.UserScramCredentialUpsertion;
import org.apache.kafka.common.errors.ResourceNotFoundException;

/** The users who log in with SCRAM. Kafka takes one change per user and request. */
record Users(Admin admin) {

    /** The least that Kafka takes; more would only make every test's logins slower. */
    static final int ITERATIONS = 4096;

    private static final List<ScramMechanism> MECHANISMS =
            List.of(ScramMechanism.SCRAM_SHA_256, ScramMechanism.SCRAM_SHA_512);

    void put(String name, String password) throws ExecutionException, InterruptedException {
        // The number is all that Kafka tells about a password, so a new number shows that the new password is in force.
        int iterations =
                known(name).stream().anyMatch(info -> info.iterations() == ITERATIONS) ? ITERATIONS + 1 : ITERATIONS;
        for (ScramMechanism mechanism : MECHANISMS) {
            change(new UserScramCredentialUpsertion(name, new ScramCredentialInfo(mechanism, iterations), password));
        }
        Answers.await(
                () -> known(name).stream()
                                .filter(info -> info.iterations() == iterations)
                                .count()
                        == MECHANISMS.size(),
                "user " + name);
    }

    void drop(String name) throws ExecutionException, InterruptedException {
        for (ScramMechanism mechanism : MECHANISMS) {
            change(new UserScramCredentialDeletion(name, mechanism));
        }
        Answers.await(() -> known(name).isEmpty(), "the end of user " + name);
    }

    private void change(UserScramCredentialAlteration change) throws ExecutionException, InterruptedException {
        Answers.of(admin.alterUserScramCredentials(List.of(change)).all());
    }

    private List<ScramCredentialInfo> known(String name) throws ExecutionException, InterruptedException {
        try {
            return Answers.of(admin.describeUserScramCredentials(List.of(name)).description(name))
                    .credentialInfos();
        } catch (ResourceNotFoundException unknown) {
            return List.of();
        }
    }
}
