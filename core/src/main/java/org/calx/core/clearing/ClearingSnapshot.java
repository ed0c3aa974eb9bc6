package org.calx.core.clearing;

import org.calx.core.engine.ExchangeEvents;
import org.calx.core.reference.Instruments;
import org.calx.core.snapshot.SnapshotReader;
import org.calx.core.snapshot.SnapshotWriter;
import org.calx.model.Currency;

/** Writes what clearing holds: into a snapshot, or as an image into the event stream. */
public final class ClearingSnapshot {
    private static final int END = 0;

    private final Clearing clearing;
    private final Instruments instruments;
    private final Positions positions;
    private final AccountTotals totals;
    private final Ledger ledger;
    private final ExchangeEvents events;

    ClearingSnapshot(
            Clearing clearing,
            Instruments instruments,
            Positions positions,
            AccountTotals totals,
            Ledger ledger,
            ExchangeEvents events) {
        this.clearing = clearing;
        this.instruments = instruments;
        this.positions = positions;
        this.totals = totals;
        this.ledger = ledger;
        this.events = events;
    }

    /** Writes ledger and positions, and who is behind; working orders are the engine's to write. */
    public void writeTo(SnapshotWriter writer) {
        ledger.writeTo(writer);
        writer.section("positions");
        for (int id = 1; id <= instruments.highestId(); id++) {
            for (int row = positions.first(id); row != Positions.NONE; row = positions.next(row)) {
                writer.writeInt(positions.accountId(row));
                writer.writeLong(positions.lots(row));
                writer.writeLong(positions.openValueMicros(row));
            }
            writer.writeInt(END);
        }
        totals.writeTo(writer);
        clearing.backlog().writeTo(writer);
    }

    /**
     * Reads them into this empty clearing house. The reference tables must have been read. Afterwards the engine calls
     * {@link Clearing#reserve} for each working order and then {@link #endRestore}.
     */
    public void readFrom(SnapshotReader reader) {
        ledger.readFrom(reader);
        reader.section("positions");
        for (int id = 1; id <= instruments.highestId(); id++) {
            for (int accountId = reader.readInt(); accountId != END; accountId = reader.readInt()) {
                clearing.restorePosition(accountId, id, reader.readLong(), reader.readLong());
            }
        }
        totals.readFrom(reader);
        clearing.backlog().readFrom(reader);
    }

    /** Ends the restoration: what is required now counts as told, and nothing is emitted. */
    public void endRestore() {
        totals.acknowledge(clearing);
        clearing.backlog().endRestore();
    }

    /** Emits {@code imageBalance} of a house account in each currency where it is not zero. @return how many */
    public int writeHouseImage(int houseAccountId) {
        return writeBalances(houseAccountId);
    }

    /**
     * Emits {@code imageBalance}, {@code positionChanged} and {@code requirementChanged} of what is not zero in an account.
     *
     * @return how many
     */
    public int writeAccountImage(int accountId) {
        return writeBalances(accountId) + writePositions(accountId) + writeRequirements(accountId);
    }

    private int writeBalances(int ledgerAccountId) {
        int rows = 0;
        for (int code = 0; code < Currency.count(); code++) {
            long balance = ledger.balanceMicros(ledgerAccountId, Currency.of(code));
            if (balance != 0) {
                events.imageBalance(ledgerAccountId, Currency.of(code), balance);
                rows++;
            }
        }
        return rows;
    }

    private int writePositions(int accountId) {
        int rows = 0;
        for (int id = 1; id <= instruments.highestId(); id++) {
            int row = positions.find(accountId, id);
            if (positions.lots(row) != 0 || positions.openValueMicros(row) != 0) {
                events.positionChanged(accountId, id, positions.lots(row), positions.openValueMicros(row));
                rows++;
            }
        }
        return rows;
    }

    private int writeRequirements(int accountId) {
        int rows = 0;
        for (int code = 0; code < Currency.count(); code++) {
            Currency currency = Currency.of(code);
            long requirement = clearing.backlog().isBehind(accountId)
                    ? totals.toldMicros(accountId, currency)
                    : clearing.requirementMicros(accountId, currency);
            if (requirement != 0) {
                events.requirementChanged(accountId, currency, requirement);
                rows++;
            }
        }
        return rows;
    }
}
