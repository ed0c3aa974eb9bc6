package org.calx.core.clearing;

import org.calx.core.engine.ExchangeEvents;
import org.calx.core.reference.Instruments;
import org.calx.core.snapshot.SnapshotReader;
import org.calx.core.snapshot.SnapshotWriter;
import org.calx.model.Currency;

/** Writes what clearing holds: into a snapshot, or as an image into the event stream. */
final class ClearingSnapshot {
    private static final int END = 0;

    private final int maxAccounts;
    private final Clearing clearing;
    private final Instruments instruments;
    private final Positions positions;
    private final Ledger ledger;

    ClearingSnapshot(int maxAccounts, Clearing clearing, Instruments instruments, Positions positions, Ledger ledger) {
        this.maxAccounts = maxAccounts;
        this.clearing = clearing;
        this.instruments = instruments;
        this.positions = positions;
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
    }

    void readFrom(SnapshotReader reader) {
        ledger.readFrom(reader);
        reader.section("positions");
        for (int id = 1; id <= instruments.highestId(); id++) {
            for (int accountId = reader.readInt(); accountId != END; accountId = reader.readInt()) {
                clearing.restorePosition(accountId, id, reader.readLong(), reader.readLong());
            }
        }
    }

    /** Positions, balances and requirements that are not zero, each in order of id. */
    void writeImage(ExchangeEvents events) {
        for (int id = 1; id <= instruments.highestId(); id++) {
            for (int row = positions.first(id); row != Positions.NONE; row = positions.next(row)) {
                if (positions.lots(row) != 0 || positions.openValueMicros(row) != 0) {
                    events.positionChanged(
                            positions.accountId(row), id, positions.lots(row), positions.openValueMicros(row));
                }
            }
        }
        for (int code = 0; code < Currency.count(); code++) {
            writeImage(events, Currency.of(code));
        }
    }

    private void writeImage(ExchangeEvents events, Currency currency) {
        for (int id = -HouseAccount.COUNT; id <= maxAccounts; id++) {
            if (ledger.balanceMicros(id, currency) != 0) {
                events.imageBalance(id, currency, ledger.balanceMicros(id, currency));
            }
        }
        for (int id = 1; id <= maxAccounts; id++) {
            long requirement = clearing.requirementMicros(id, currency);
            if (requirement != 0) {
                events.requirementChanged(id, currency, requirement);
            }
        }
    }
}
