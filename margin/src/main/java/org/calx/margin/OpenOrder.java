package org.calx.margin;

import org.calx.model.Side;

/**
 * A working order as margin sees it.
 *
 * @param side buy or sell
 * @param lots remaining lots
 * @param lossAtOnceMicros loss of one lot the moment it fills, of {@link ScanningRisk#lossAtOnceMicros}
 */
public record OpenOrder(Side side, long lots, long lossAtOnceMicros) {}
