package io.github.aivenjunit.provision.internal;

import io.github.aivenjunit.client.AivenClient;
import io.github.aivenjunit.connection.CaCertificate;
import io.github.aivenjunit.project.EphemeralProject;
import io.github.aivenjunit.project.Mode;
import io.github.aivenjunit.project.NoSuchServiceException;
import io.github.aivenjunit.project.ServiceHandle;
import io.github.aivenjunit.spec.ServiceSpec;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The handle on a project whose declared services are ready. */
final class LiveProject implements EphemeralProject {

    private final String name;
    private final String cloud;
    private final Home home;
    private final Map<String, String> tags;
    private final CaCertificate ca;
    private final List<ServiceHandle> services;
    private final Function<ServiceSpec, ServiceHandle> creator;

    LiveProject(
            String name,
            String cloud,
            Home home,
            Map<String, String> tags,
            CaCertificate ca,
            List<ServiceHandle> services,
            Function<ServiceSpec, ServiceHandle> creator) {
        this.name = name;
        this.cloud = cloud;
        this.home = home;
        this.tags = tags;
        this.ca = ca;
        this.services = new CopyOnWriteArrayList<>(services);
        this.creator = creator;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String cloud() {
        return cloud;
    }

    @Override
    public Mode mode() {
        return home.mode();
    }

    @Override
    public Map<String, String> tags() {
        return tags;
    }

    @Override
    public CaCertificate ca() {
        return ca;
    }

    @Override
    public URI consoleUri() {
        return Console.project(name);
    }

    @Override
    public List<ServiceHandle> services() {
        return List.copyOf(services);
    }

    @Override
    public <T extends ServiceHandle> T service(Class<T> type) {
        List<ServiceHandle> matching =
                services.stream().filter(type::isInstance).toList();
        if (matching.isEmpty()) {
            throw new NoSuchServiceException("Project " + name + " has no " + type.getSimpleName() + ". It has "
                    + describe(services) + ". Declare one on the test class.");
        }
        if (matching.size() > 1) {
            throw new NoSuchServiceException("Project " + name + " has " + matching.size() + " services that are a "
                    + type.getSimpleName() + ": " + describe(matching) + ". Pick one by its name, for example @Named(\""
                    + matching.get(0).name() + "\").");
        }
        return type.cast(matching.get(0));
    }

    @Override
    public <T extends ServiceHandle> T service(String serviceName, Class<T> type) {
        ServiceHandle found = services.stream()
                .filter(service -> service.name().equals(serviceName))
                .findFirst()
                .orElseThrow(() -> new NoSuchServiceException("Project " + name + " has no service '" + serviceName
                        + "'. It has " + describe(services) + ". Use one of these names."));
        if (!type.isInstance(found)) {
            throw new NoSuchServiceException("Service '" + serviceName + "' is a "
                    + found.getClass().getSimpleName() + " and not a " + type.getSimpleName() + ". Ask for a "
                    + found.getClass().getSimpleName() + ".");
        }
        return type.cast(found);
    }

    @Override
    public ServiceHandle createService(ServiceSpec spec) {
        ServiceHandle created = creator.apply(spec);
        services.add(created);
        return created;
    }

    @Override
    public AivenClient client() {
        return home.client();
    }

    private static String describe(List<ServiceHandle> services) {
        return services.isEmpty()
                ? "no service"
                : services.stream()
                        .map(service -> "'" + service.name() + "' (" + service.type() + ")")
                        .collect(Collectors.joining(", "));
    }

    @Override
    public String toString() {
        return "EphemeralProject[" + name + ", " + home.mode() + ", " + describe(services) + "]";
    }
}
