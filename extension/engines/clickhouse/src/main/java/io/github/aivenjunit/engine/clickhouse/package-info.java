/** ClickHouse behind the emulator: every service of type {@code clickhouse} gets a server of its own, where one is installed. */
@NullMarked
package io.github.aivenjunit.engine.clickhouse;

import org.jspecify.annotations.NullMarked;
