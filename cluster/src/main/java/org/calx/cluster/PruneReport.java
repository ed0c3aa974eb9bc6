package org.calx.cluster;

import java.util.List;

/**
 * What pruning has done.
 *
 * @param snapshots snapshots removed
 * @param logBytes bytes of the log removed, whole files
 * @param eventBytes bytes of recorded events removed, whole files
 * @param kept why more was kept than was asked for, a line each
 */
public record PruneReport(int snapshots, long logBytes, long eventBytes, List<String> kept) {}
