package org.calx.core.clearing;

/** Sees two working orders of which one cancels the other: what margin needs of them. */
@FunctionalInterface
public interface PairVisitor {

    /**
     * A pair.
     *
     * @param buyTicks limit of the buy, below that of the sell
     * @param buyLots what is left of the buy, above zero
     */
    void pair(int accountId, long buyTicks, long buyLots, long sellTicks, long sellLots);
}
