package org.calx.core.clearing;

/** Sees two working orders of an account of which one cancels the other: what margin needs of them. */
@FunctionalInterface
public interface OwnPairVisitor {

    /** A pair, as of {@link PairVisitor}. */
    void pair(int instrumentId, long buyTicks, long buyLots, long sellTicks, long sellLots);
}
