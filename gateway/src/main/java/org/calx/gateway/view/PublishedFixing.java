package org.calx.gateway.view;

import org.calx.model.Fixing;

/**
 * A fixing and when the log took it.
 *
 * @param timestampNs log time of its publication
 */
public record PublishedFixing(Fixing fixing, long timestampNs) {}
