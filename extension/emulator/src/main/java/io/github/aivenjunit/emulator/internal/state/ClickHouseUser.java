package io.github.aivenjunit.emulator.internal.state;

/** A user of a ClickHouse service. Its password is not kept: the API shows it only when it is made. */
public record ClickHouseUser(String uuid, String name) {}
