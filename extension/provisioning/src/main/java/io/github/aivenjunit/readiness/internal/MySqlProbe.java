package io.github.aivenjunit.readiness.internal;

import io.github.aivenjunit.client.model.Service;
import io.github.aivenjunit.client.model.ServiceUser;
import io.github.aivenjunit.connection.CaCertificate;
import io.github.aivenjunit.connection.DatabaseConnections;
import io.github.aivenjunit.connection.MySqlConnection;
import io.github.aivenjunit.readiness.Rung;
import java.util.List;
import java.util.Optional;

/** MySQL: TLS the way its protocol starts it, a login and a query, without any driver. */
public final class MySqlProbe implements ServiceProbe {

    @Override
    public List<Step> steps(Service service, CaCertificate ca) {
        MySqlConnection target = DatabaseConnections.mySql(service, ca);
        return List.of(
                NetworkSteps.dns(target.host()),
                NetworkSteps.tcp(target.host(), target.port()),
                new Step(Rung.TLS, () -> MySqlSession.startTls(target).close()),
                new Step(Rung.LOGIN, () -> logIn(target)),
                new Step(Rung.QUERY, () -> query(target)));
    }

    @Override
    public Optional<Attempt> login(Service service, CaCertificate ca, ServiceUser user) {
        MySqlConnection admin = DatabaseConnections.mySql(service, ca);
        return user.password()
                .map(password -> admin.withUser(user.username(), password))
                .map(target -> () -> logIn(target));
    }

    private static void logIn(MySqlConnection target) throws Exception {
        try (MySqlSession session = MySqlSession.startTls(target)) {
            session.logIn(target.user(), target.password());
        }
    }

    private static void query(MySqlConnection target) throws Exception {
        try (MySqlSession session = MySqlSession.startTls(target)) {
            session.logIn(target.user(), target.password());
            session.selectOne();
        }
    }
}
