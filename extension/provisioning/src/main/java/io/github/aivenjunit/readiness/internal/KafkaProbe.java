package io.github.aivenjunit.readiness.internal;

import io.github.aivenjunit.client.model.Component;
import io.github.aivenjunit.client.model.Service;
import io.github.aivenjunit.client.model.ServiceUser;
import io.github.aivenjunit.connection.CaCertificate;
import io.github.aivenjunit.connection.KafkaConnection;
import io.github.aivenjunit.connection.KafkaConnections;
import io.github.aivenjunit.connection.KafkaLogin;
import io.github.aivenjunit.connection.SaslMechanism;
import io.github.aivenjunit.connection.ServiceConnections;
import io.github.aivenjunit.readiness.Rung;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;

/**
 * Kafka: on every listener, a login the way its clients do it and the question which brokers there are, in Kafka's own
 * protocol. A login with SCRAM is only begun, not finished, where PLAIN is switched off.
 */
public final class KafkaProbe implements ServiceProbe {

    /** One listener, and the user who tries it. */
    private record Target(Component listener, KafkaConnection connection, SSLContext tls) {

        static Target of(Component listener, KafkaConnection connection) {
            return new Target(listener, connection, connection.sslContext());
        }

        boolean entersFully() {
            return !(connection.login() instanceof KafkaLogin.Sasl sasl) || sasl.mechanism() == SaslMechanism.PLAIN;
        }

        void shakeHands() throws IOException {
            NetworkSteps.openTls(listener.host(), listener.port(), tls).close();
        }

        void logIn() throws IOException {
            try (KafkaSession session = open()) {
                enter(session);
            }
        }

        void countBrokers() throws IOException {
            try (KafkaSession session = open()) {
                int version = enter(session);
                if (session.brokers(version) < 1) {
                    throw new IOException("The cluster has no broker yet.");
                }
            }
        }

        private KafkaSession open() throws IOException {
            return new KafkaSession(NetworkSteps.openTls(listener.host(), listener.port(), tls));
        }

        private int enter(KafkaSession session) throws IOException {
            int version = session.versions();
            if (connection.login() instanceof KafkaLogin.Sasl sasl) {
                session.handshake(sasl.mechanism().kafkaName());
                if (sasl.mechanism() == SaslMechanism.PLAIN) {
                    session.logInPlain(connection.user(), sasl.password());
                }
            }
            return version;
        }
    }

    @Override
    public List<Step> steps(Service service, CaCertificate ca) {
        List<Target> targets = targets(service, ca, ServiceConnections.admin(service));
        List<Step> steps = new ArrayList<>();
        targets.stream()
                .map(target -> target.listener().host())
                .distinct()
                .forEach(host -> steps.add(NetworkSteps.dns(host)));
        targets.forEach(target -> steps.add(
                NetworkSteps.tcp(target.listener().host(), target.listener().port())));
        targets.forEach(target -> steps.add(new Step(Rung.TLS, target::shakeHands)));
        targets.forEach(target -> steps.add(new Step(Rung.LOGIN, target::logIn)));
        targets.stream()
                .filter(Target::entersFully)
                .forEach(target -> steps.add(new Step(Rung.QUERY, target::countBrokers)));
        return steps;
    }

    /** With the password where PLAIN is on, else with the certificate, which a reset renews too. */
    @Override
    public Optional<Attempt> login(Service service, CaCertificate ca, ServiceUser user) {
        List<Target> targets =
                targets(service, ca, user).stream().filter(Target::entersFully).toList();
        return targets.isEmpty()
                ? Optional.empty()
                : Optional.of(() -> targets.get(targets.size() - 1).logIn());
    }

    private static List<Target> targets(Service service, CaCertificate ca, ServiceUser user) {
        List<Target> targets = new ArrayList<>();
        KafkaConnections.certificateListener(service)
                .ifPresent(
                        listener -> targets.add(Target.of(listener, KafkaConnections.certificate(service, ca, user))));
        KafkaConnections.saslListener(service)
                .ifPresent(listener ->
                        targets.add(Target.of(listener, KafkaConnections.sasl(service, ca, user, mechanism(service)))));
        if (targets.isEmpty()) {
            throw new IllegalStateException("Service '" + service.serviceName()
                    + "' has no component 'kafka' in the API's answer. Look at it in the Aiven console.");
        }
        return targets;
    }

    private static SaslMechanism mechanism(Service service) {
        List<SaslMechanism> accepted = KafkaConnections.mechanisms(service);
        return accepted.isEmpty() || accepted.contains(SaslMechanism.PLAIN) ? SaslMechanism.PLAIN : accepted.get(0);
    }
}
