package io.github.aivenjunit.engine.kafka.internal.broker;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.acl.AccessControlEntryFilter;
import org.apache.kafka.common.acl.AclBindingFilter;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourcePatternFilter;
import org.apache.kafka.common.resource.ResourceType;
import org.apache.kafka.common.security.auth.KafkaPrincipal;
import org.apache.kafka.metadata.authorizer.StandardAuthorizer;
import org.apache.kafka.server.authorizer.Action;
import org.apache.kafka.server.authorizer.AuthorizableRequestContext;
import org.apache.kafka.server.authorizer.AuthorizationResult;

/**
 * Kafka's own rules, and Aiven's beside them: what either allows is allowed, unless one of Kafka's denies it (Aiven
 * documentation: "DENY rules take precedence over ALLOW rules"). Aiven's patterns for users and topics have no
 * counterpart in Kafka's rules.
 */
public final class AivenAuthorizer extends StandardAuthorizer {

    private Access access = new Access();

    @Override
    public void configure(Map<String, ?> configuration) {
        super.configure(configuration);
        access = Access.of(configuration);
    }

    @Override
    public List<AuthorizationResult> authorize(AuthorizableRequestContext context, List<Action> actions) {
        List<AuthorizationResult> results = new ArrayList<>(super.authorize(context, actions));
        for (int i = 0; i < results.size(); i++) {
            if (results.get(i) == AuthorizationResult.DENIED && isAllowed(context, actions.get(i))) {
                results.set(i, AuthorizationResult.ALLOWED);
            }
        }
        return results;
    }

    @Override
    public AuthorizationResult authorizeByResourceType(
            AuthorizableRequestContext context, AclOperation operation, ResourceType type) {
        String user = context.principal().getName();
        return access.anyRule(rule -> rule.concerns(user) && rule.allowsOnSome(operation, type))
                ? AuthorizationResult.ALLOWED
                : super.authorizeByResourceType(context, operation, type);
    }

    private boolean isAllowed(AuthorizableRequestContext context, Action action) {
        String user = context.principal().getName();
        ResourcePattern resource = action.resourcePattern();
        return access.anyRule(rule -> rule.concerns(user)
                        && rule.allows(action.operation(), resource.resourceType(), resource.name()))
                && !isDenied(context, action);
    }

    private boolean isDenied(AuthorizableRequestContext context, Action action) {
        ResourcePattern resource = action.resourcePattern();
        AclBindingFilter denials = new AclBindingFilter(
                new ResourcePatternFilter(resource.resourceType(), resource.name(), PatternType.MATCH),
                new AccessControlEntryFilter(null, null, AclOperation.ANY, AclPermissionType.DENY));
        KafkaPrincipal principal = context.principal();
        List<String> principals = List.of(principal.getPrincipalType() + ":" + principal.getName(), "User:*");
        List<String> hosts = List.of(context.clientAddress().getHostAddress(), "*");
        List<AclOperation> operations = List.of(action.operation(), AclOperation.ALL);
        for (var denial : acls(denials)) {
            if (principals.contains(denial.entry().principal())
                    && hosts.contains(denial.entry().host())
                    && operations.contains(denial.entry().operation())) {
                return true;
            }
        }
        return false;
    }
}
