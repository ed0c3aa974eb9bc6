package org.calx.core.reference;

import java.util.Arrays;
import org.calx.core.snapshot.SnapshotReader;
import org.calx.core.snapshot.SnapshotWriter;
import org.calx.model.AccountRisk;
import org.calx.model.RejectReason;

/** The accounts that are open, with their ratings and limits. Ids are 1 to the venue's {@code maxAccounts}. */
public final class Accounts {
    private final String[] names;
    private final AccountRisk[] risks;
    private final boolean[] ownRisk;
    private int highestId;

    /** An empty table for ids 1 to {@code maxAccounts}. */
    public Accounts(int maxAccounts) {
        names = new String[maxAccounts + 1];
        risks = new AccountRisk[maxAccounts + 1];
        ownRisk = new boolean[maxAccounts + 1];
        Arrays.setAll(risks, AccountRisk::defaults);
    }

    /** Why the account cannot be opened, or {@link RejectReason#NONE}. */
    public RejectReason checkOpen(int accountId, String name) {
        if (accountId < 1 || Names.isNotName(name)) {
            return RejectReason.INVALID_PARAMETER;
        }
        if (accountId >= names.length) {
            return RejectReason.CAPACITY_REACHED;
        }
        return exists(accountId) ? RejectReason.ALREADY_DEFINED : RejectReason.NONE;
    }

    /** Adds a checked account. */
    public void open(int accountId, String name) {
        names[accountId] = name;
        highestId = Math.max(highestId, accountId);
    }

    /** Whether there is an account with this id; any {@code int} may be asked. */
    public boolean exists(int accountId) {
        return accountId >= 1 && accountId < names.length && names[accountId] != null;
    }

    /** The account's name, or null. */
    public String name(int accountId) {
        return names[accountId];
    }

    /** Why an account's rating and limits cannot be set, or {@link RejectReason#NONE}. */
    public RejectReason checkRisk(AccountRisk wanted) {
        if (!exists(wanted.accountId())) {
            return RejectReason.UNKNOWN_ACCOUNT;
        }
        return RiskRows.isPossible(wanted) ? RejectReason.NONE : RejectReason.INVALID_PARAMETER;
    }

    /** Replaces checked ones. Margin must be re-evaluated: use {@code Clearing}. */
    public void setRisk(AccountRisk checked) {
        risks[checked.accountId()] = checked;
        ownRisk[checked.accountId()] = !checked.equals(AccountRisk.defaults(checked.accountId()));
    }

    /** Whether the account's rating or limits are not the defaults. */
    public boolean hasOwnRisk(int accountId) {
        return ownRisk[accountId];
    }

    /** The account's rating and limits: the defaults before they are first set. */
    public AccountRisk risk(int accountId) {
        return risks[accountId];
    }

    /** The highest id in use, 0 for none. */
    public int highestId() {
        return highestId;
    }

    /** Writes all rows. */
    public void writeTo(SnapshotWriter writer) {
        writer.section("accounts");
        writer.writeInt(highestId);
        for (int id = 1; id <= highestId; id++) {
            writer.writeText(names[id] == null ? "" : names[id]);
            RiskRows.write(writer, risks[id]);
        }
    }

    /** Reads all rows into this empty table. */
    public void readFrom(SnapshotReader reader) {
        reader.section("accounts");
        highestId = reader.readInt();
        for (int id = 1; id <= highestId; id++) {
            String name = reader.readText();
            names[id] = name.isEmpty() ? null : name;
            setRisk(RiskRows.readRisk(reader, id));
        }
    }
}
