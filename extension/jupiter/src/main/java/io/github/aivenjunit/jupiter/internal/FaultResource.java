package io.github.aivenjunit.jupiter.internal;

import io.github.aivenjunit.platform.PlatformFault;
import io.github.aivenjunit.platform.RunningPlatform;
import io.github.aivenjunit.spec.InvalidSpecException;
import java.lang.reflect.AnnotatedElement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.HierarchyTraversalMode;
import org.junit.platform.commons.support.ReflectionSupport;

/** The faults of a class or a method while they hold, in the store of its context, which ends them. */
public final class FaultResource implements ExtensionContext.Store.CloseableResource, AutoCloseable {

    private static final ExtensionContext.Namespace NAMESPACE = ExtensionContext.Namespace.create(FaultResource.class);

    private final List<PlatformFault.Injection> injections = new ArrayList<>();

    private FaultResource() {}

    /** Whether a token is configured, so that no fault can be injected. */
    public static boolean isOnAiven(ExtensionContext context) {
        return SessionResource.of(context).configuration().hasToken();
    }

    /**
     * Injects the faults of the class of this context, once, and checks those of its methods.
     *
     * @throws ExtensionConfigurationException if one does not exist; names class, attribute and fix
     */
    public static void ofClass(ExtensionContext context) {
        Class<?> testClass = context.getRequiredTestClass();
        List<PlatformFault> ofClass = read(testClass, testClass.getName());
        List<PlatformFault> all = new ArrayList<>(ofClass);
        ReflectionSupport.findMethods(testClass, method -> true, HierarchyTraversalMode.TOP_DOWN)
                .forEach(method -> all.addAll(read(method, testClass.getName() + "." + method.getName())));
        if (!all.isEmpty()) {
            hold(context, testClass.getName(), all, ofClass);
        }
    }

    /** Injects the faults of the method of this context. */
    public static void ofMethod(ExtensionContext context) {
        String name = context.getRequiredTestClass().getName() + "."
                + context.getRequiredTestMethod().getName();
        List<PlatformFault> faults = read(context.getRequiredTestMethod(), name);
        if (!faults.isEmpty()) {
            hold(context, name, faults, faults);
        }
    }

    private static List<PlatformFault> read(AnnotatedElement element, String name) {
        try {
            return FaultDeclarations.of(element);
        } catch (InvalidSpecException e) {
            throw refused(name, e);
        }
    }

    private static void hold(
            ExtensionContext context, String name, List<PlatformFault> checked, List<PlatformFault> injected) {
        // A key of the context's own, because a store also finds what is in those around it.
        String key = context.getUniqueId();
        ExtensionContext.Store store = context.getStore(NAMESPACE);
        Optional<RunningPlatform> emulator = SessionResource.session(context).emulator();
        if (store.get(key) != null || emulator.isEmpty()) {
            return;
        }
        FaultResource resource = new FaultResource();
        store.put(key, resource);
        try {
            checked.forEach(emulator.get()::check);
            injected.forEach(fault -> resource.injections.add(emulator.get().inject(fault)));
        } catch (IllegalArgumentException e) {
            throw refused(name, e);
        }
    }

    private static ExtensionConfigurationException refused(String name, RuntimeException cause) {
        return new ExtensionConfigurationException(
                "Cannot use @AivenFault at " + name + ". " + cause.getMessage(), cause);
    }

    @Override
    public void close() {
        injections.forEach(PlatformFault.Injection::close);
    }
}
