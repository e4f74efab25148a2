package io.github.aivenjunit.lease.internal;

import java.time.Instant;

/**
 * What is said about a lease when it is taken.
 *
 * @param id its number in its session
 * @param project the project it is on, or the project of the services it is on
 * @param wholeProject whether the project itself is covered
 * @param expires after this moment anybody may delete what it covers
 */
public record LeaseNotice(long id, String project, boolean wholeProject, Instant expires) {}
