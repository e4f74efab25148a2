package io.github.aivenjunit.client.model;

import java.time.DayOfWeek;
import java.time.LocalTime;

/**
 * When Aiven may install updates.
 *
 * @param time in UTC; sent with full seconds
 */
public record MaintenanceWindow(DayOfWeek day, LocalTime time) {}
