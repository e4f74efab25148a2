package io.github.aivenjunit.emulator.internal.store;

import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.function.Supplier;

/** Values that are a text, and collections that are made empty and then filled, by the name of their class. */
final class PlainValues {

    static final Map<String, Function<String, Object>> TEXTS = Map.ofEntries(
            Map.entry(Instant.class.getName(), Instant::parse),
            Map.entry(Duration.class.getName(), Duration::parse),
            Map.entry(LocalDate.class.getName(), LocalDate::parse),
            Map.entry(LocalTime.class.getName(), LocalTime::parse),
            Map.entry(UUID.class.getName(), UUID::fromString),
            Map.entry(URI.class.getName(), URI::create),
            Map.entry(BigDecimal.class.getName(), BigDecimal::new),
            Map.entry(Long.class.getName(), Long::valueOf),
            Map.entry(Double.class.getName(), Double::valueOf),
            Map.entry(byte[].class.getName(), text -> Base64.getDecoder().decode(text)));

    static final Map<String, Supplier<Collection<Object>>> COLLECTIONS = Map.of(
            ArrayList.class.getName(), ArrayList::new,
            ArrayDeque.class.getName(), ArrayDeque::new,
            HashSet.class.getName(), HashSet::new,
            LinkedHashSet.class.getName(), LinkedHashSet::new,
            TreeSet.class.getName(), TreeSet::new,
            CopyOnWriteArrayList.class.getName(), CopyOnWriteArrayList::new);

    static final Map<String, Supplier<Map<Object, Object>>> MAPS = Map.of(
            HashMap.class.getName(), HashMap::new,
            LinkedHashMap.class.getName(), LinkedHashMap::new,
            TreeMap.class.getName(), TreeMap::new,
            ConcurrentHashMap.class.getName(), ConcurrentHashMap::new);

    private PlainValues() {}

    static String text(Object value) {
        return value instanceof byte[] bytes ? Base64.getEncoder().encodeToString(bytes) : value.toString();
    }
}
