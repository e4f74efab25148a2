package io.github.aivenjunit.engine.kafka.internal.broker;

import java.util.List;
import java.util.Map;
import javax.security.auth.callback.Callback;
import javax.security.auth.callback.NameCallback;
import javax.security.auth.callback.UnsupportedCallbackException;
import javax.security.auth.login.AppConfigurationEntry;
import org.apache.kafka.common.security.auth.AuthenticateCallbackHandler;
import org.apache.kafka.common.security.plain.PlainAuthenticateCallback;
import org.jspecify.annotations.Nullable;

/** Checks PLAIN logins against users that come and go; Kafka's own way knows those of its configuration only. */
public final class PlainLogin implements AuthenticateCallbackHandler {

    private Access access = new Access();

    @Override
    public void configure(Map<String, ?> configuration, String mechanism, List<AppConfigurationEntry> entries) {
        access = Access.of(configuration);
    }

    @Override
    public void handle(Callback[] callbacks) throws UnsupportedCallbackException {
        @Nullable String username = null;
        for (Callback callback : callbacks) {
            if (callback instanceof NameCallback name) {
                username = name.getDefaultName();
            } else if (callback instanceof PlainAuthenticateCallback login) {
                login.authenticated(access.isPassword(username, login.password()));
            } else {
                throw new UnsupportedCallbackException(callback);
            }
        }
    }

    @Override
    public void close() {
        // Nothing is held.
    }
}
