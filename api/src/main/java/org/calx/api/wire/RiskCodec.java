package org.calx.api.wire;

import org.calx.api.codec.AccountRiskDecoder;
import org.calx.api.codec.AccountRiskEncoder;
import org.calx.api.codec.RiskRulesDecoder;
import org.calx.api.codec.RiskRulesEncoder;
import org.calx.model.AccountRisk;
import org.calx.model.Rating;
import org.calx.model.RiskRules;
import org.calx.model.VolatilityState;

/** Risk rules and account limits as the blocks that they have on the wire. */
public final class RiskCodec {
    private RiskCodec() {}

    /** Writes a product's rules. */
    public static void write(RiskRulesEncoder block, RiskRules rules) {
        block.productId(rules.productId())
                .volatilityState(WireCodes.of(rules.volatilityState()))
                .elevatedBps(rules.elevatedBps())
                .stressedBps(rules.stressedBps())
                .ratingBBps(rules.ratingBBps())
                .ratingCBps(rules.ratingCBps())
                .ratingDBps(rules.ratingDBps())
                .averageVolumeLots(rules.averageVolumeLots())
                .concentrationShareBps(rules.concentrationShareBps())
                .concentrationMicros(rules.concentrationMicros())
                .frozenLossBps(rules.frozenLossBps())
                .spotMonthDays(rules.spotMonthDays())
                .spotMonthLimitLots(rules.spotMonthLimitLots())
                .smallAccountLimitLots(rules.smallAccountLimitLots());
    }

    /** Reads a product's rules. */
    public static RiskRules read(RiskRulesDecoder block) {
        return new RiskRules(
                block.productId(),
                VolatilityState.of(block.volatilityStateRaw()),
                block.elevatedBps(),
                block.stressedBps(),
                block.ratingBBps(),
                block.ratingCBps(),
                block.ratingDBps(),
                block.averageVolumeLots(),
                block.concentrationShareBps(),
                block.concentrationMicros(),
                block.frozenLossBps(),
                block.spotMonthDays(),
                block.spotMonthLimitLots(),
                block.smallAccountLimitLots());
    }

    /** Writes an account's limits. */
    public static void write(AccountRiskEncoder block, AccountRisk risk) {
        block.accountId(risk.accountId())
                .rating(WireCodes.of(risk.rating()))
                .small(WireCodes.of(risk.small()))
                .maxOrderLots(risk.maxOrderLots())
                .ordersPerSecond(risk.ordersPerSecond())
                .leverage(risk.leverage())
                .drawdownBps(risk.drawdownBps());
    }

    /** Reads an account's limits. */
    public static AccountRisk read(AccountRiskDecoder block) {
        return new AccountRisk(
                block.accountId(),
                Rating.of(block.ratingRaw()),
                WireCodes.truth(block.smallRaw()),
                block.maxOrderLots(),
                block.ordersPerSecond(),
                block.leverage(),
                block.drawdownBps());
    }
}
