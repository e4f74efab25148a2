package io.github.aivenjunit.spec;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Access entries are for users that exist. Aiven takes any name, so a misspelt one shows only as a refusal later. */
final class KafkaUsers {

    private static final String ADMIN = "avnadmin";
    private static final String PRINCIPAL = "User:";
    private static final Pattern WILDCARD = Pattern.compile("[*?]");

    private KafkaUsers() {}

    static void check(String service, List<ServiceResource> resources) {
        Set<String> known = Stream.concat(
                        Stream.of(ADMIN),
                        resources.stream()
                                .filter(ServiceResource.User.class::isInstance)
                                .map(ServiceResource.User.class::cast)
                                .map(ServiceResource.User::name))
                .collect(Collectors.toSet());
        for (ServiceResource resource : resources) {
            if (resource instanceof ServiceResource.KafkaAccess access
                    && !WILDCARD.matcher(access.user()).find()) {
                check(service, known, access, access.user());
            }
            if (resource instanceof ServiceResource.KafkaNativeAcl acl
                    && !acl.principal().equals(PRINCIPAL + "*")) {
                check(service, known, acl, acl.principal().substring(PRINCIPAL.length()));
            }
        }
    }

    private static void check(String service, Set<String> known, ServiceResource entry, String user) {
        if (!known.contains(user)) {
            throw new InvalidSpecException("Service '" + service + "' declares in '" + entry.attribute()
                    + "' an entry for user '" + user + "', whom it does not have. Add the name to 'users', or correct"
                    + " it.");
        }
    }
}
