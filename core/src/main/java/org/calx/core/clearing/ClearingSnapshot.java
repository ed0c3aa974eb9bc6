package org.calx.core.clearing;

import org.calx.core.engine.ExchangeEvents;
import org.calx.core.reference.Instruments;
import org.calx.core.snapshot.SnapshotReader;
import org.calx.core.snapshot.SnapshotWriter;
import org.calx.model.Currency;

/** Writes what clearing holds: into a snapshot, or as an image into the event stream. */
final class ClearingSnapshot {
    private static final int END = 0;

    private final Clearing clearing;
    private final Instruments instruments;
    private final Positions positions;
    private final AccountTotals totals;
    private final Ledger ledger;

    ClearingSnapshot(
            Clearing clearing, Instruments instruments, Positions positions, AccountTotals totals, Ledger ledger) {
        this.clearing = clearing;
        this.instruments = instruments;
        this.positions = positions;
        this.totals = totals;
        this.ledger = ledger;
    }

    void writeTo(SnapshotWriter writer) {
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
    }

    void readFrom(SnapshotReader reader) {
        ledger.readFrom(reader);
        reader.section("positions");
        for (int id = 1; id <= instruments.highestId(); id++) {
            for (int accountId = reader.readInt(); accountId != END; accountId = reader.readInt()) {
                clearing.restorePosition(accountId, id, reader.readLong(), reader.readLong());
            }
        }
        totals.readFrom(reader);
    }

    int writeBalances(int ledgerAccountId, ExchangeEvents events) {
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

    int writePositions(int accountId, ExchangeEvents events) {
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

    int writeRequirements(int accountId, ExchangeEvents events) {
        int rows = 0;
        for (int code = 0; code < Currency.count(); code++) {
            Currency currency = Currency.of(code);
            long requirement = clearing.reevaluation().isBehind(accountId)
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
