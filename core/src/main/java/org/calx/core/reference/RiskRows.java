package org.calx.core.reference;

import org.calx.core.snapshot.SnapshotReader;
import org.calx.core.snapshot.SnapshotWriter;
import org.calx.model.AccountRisk;
import org.calx.model.Rating;
import org.calx.model.RiskRules;
import org.calx.model.VolatilityState;

/** Ranges of risk rules and account limits, and their rows in a snapshot. */
public final class RiskRows {
    private static final long MAX_VOLUME_LOTS = 1_000_000_000L;
    private static final long MAX_CONCENTRATION_MICROS = 1_000_000_000_000_000L;
    private static final int MAX_DAYS = 366;
    private static final int MAX_PER_SECOND = 1_000_000;
    private static final int MAX_LEVERAGE = 1_000;

    private RiskRows() {}

    static boolean isPossible(RiskRules rules) {
        boolean multipliers = isMultiplier(rules.elevatedBps())
                && isMultiplier(rules.stressedBps())
                && isMultiplier(rules.ratingBBps())
                && isMultiplier(rules.ratingCBps())
                && isMultiplier(rules.ratingDBps())
                && rules.volatilityState() != null;
        boolean concentration = NumericBounds.isWithin(rules.averageVolumeLots(), 0, MAX_VOLUME_LOTS)
                && NumericBounds.isWithin(rules.concentrationShareBps(), 1, RiskRules.UNIT_BPS)
                && NumericBounds.isWithin(rules.concentrationMicros(), 0, MAX_CONCENTRATION_MICROS);
        return multipliers
                && concentration
                && NumericBounds.isWithin(rules.frozenLossBps(), 0, RiskRules.UNIT_BPS)
                && NumericBounds.isWithin(rules.spotMonthDays(), 0, MAX_DAYS)
                && NumericBounds.isWithin(rules.spotMonthLimitLots(), 0, NumericBounds.MAX_LOTS)
                && NumericBounds.isWithin(rules.smallAccountLimitLots(), 0, NumericBounds.MAX_LOTS);
    }

    private static boolean isMultiplier(int bps) {
        return NumericBounds.isWithin(bps, RiskRules.UNIT_BPS, RiskRules.MAX_MULTIPLIER_BPS);
    }

    static boolean isPossible(AccountRisk risk) {
        return risk.rating() != null
                && NumericBounds.isWithin(risk.maxOrderLots(), 0, NumericBounds.MAX_LOTS)
                && NumericBounds.isWithin(risk.ordersPerSecond(), 0, MAX_PER_SECOND)
                && NumericBounds.isWithin(risk.leverage(), 0, MAX_LEVERAGE)
                && NumericBounds.isWithin(risk.drawdownBps(), 0, RiskRules.UNIT_BPS);
    }

    /** Writes rules, all but their product's id. */
    public static void write(SnapshotWriter writer, RiskRules rules) {
        writer.writeInt(rules.volatilityState().ordinal());
        writer.writeInt(rules.elevatedBps());
        writer.writeInt(rules.stressedBps());
        writer.writeInt(rules.ratingBBps());
        writer.writeInt(rules.ratingCBps());
        writer.writeInt(rules.ratingDBps());
        writer.writeLong(rules.averageVolumeLots());
        writer.writeInt(rules.concentrationShareBps());
        writer.writeLong(rules.concentrationMicros());
        writer.writeInt(rules.frozenLossBps());
        writer.writeInt(rules.spotMonthDays());
        writer.writeLong(rules.spotMonthLimitLots());
        writer.writeLong(rules.smallAccountLimitLots());
    }

    /** Reads a product's rules. */
    public static RiskRules readRules(SnapshotReader reader, int productId) {
        return new RiskRules(
                productId,
                VolatilityState.of(reader.readInt()),
                reader.readInt(),
                reader.readInt(),
                reader.readInt(),
                reader.readInt(),
                reader.readInt(),
                reader.readLong(),
                reader.readInt(),
                reader.readLong(),
                reader.readInt(),
                reader.readInt(),
                reader.readLong(),
                reader.readLong());
    }

    /** Writes a rating and limits, all but their account's id. */
    public static void write(SnapshotWriter writer, AccountRisk risk) {
        writer.writeInt(risk.rating().ordinal());
        writer.writeInt(risk.small() ? 1 : 0);
        writer.writeLong(risk.maxOrderLots());
        writer.writeInt(risk.ordersPerSecond());
        writer.writeInt(risk.leverage());
        writer.writeInt(risk.drawdownBps());
    }

    /** Reads an account's rating and limits. */
    public static AccountRisk readRisk(SnapshotReader reader, int accountId) {
        return new AccountRisk(
                accountId,
                Rating.of(reader.readInt()),
                reader.readInt() != 0,
                reader.readLong(),
                reader.readInt(),
                reader.readInt(),
                reader.readInt());
    }
}
