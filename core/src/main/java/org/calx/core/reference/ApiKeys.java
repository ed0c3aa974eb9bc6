package org.calx.core.reference;

import java.util.ArrayList;
import java.util.List;
import org.calx.core.snapshot.SnapshotReader;
import org.calx.core.snapshot.SnapshotWriter;
import org.calx.model.ApiKey;
import org.calx.model.RejectReason;

/** The keys by which programs sign in, in order of registration. Not on the order path: looked up by a walk. */
public final class ApiKeys {
    /** Most keys per account that the venue has room for. */
    public static final int KEYS_PER_ACCOUNT = 4;

    private static final int MAX_KEY_LENGTH = 32;

    private final int capacity;
    private final List<ApiKey> keys = new ArrayList<>();

    /** An empty table for {@link #KEYS_PER_ACCOUNT} keys per account. */
    public ApiKeys(int maxAccounts) {
        capacity = Math.multiplyExact(maxAccounts, KEYS_PER_ACCOUNT);
    }

    /** Why the key cannot be registered, or {@link RejectReason#NONE}. */
    public RejectReason checkRegister(ApiKey key, Accounts accounts) {
        if (Names.isNotName(key.keyId())
                || key.keyId().length() > MAX_KEY_LENGTH
                || key.scopes() < 1
                || key.scopes() > (ApiKey.READ | ApiKey.TRADE)) {
            return RejectReason.INVALID_PARAMETER;
        }
        if (find(key.keyId()) != null) {
            return RejectReason.ALREADY_DEFINED;
        }
        if (keys.size() == capacity) {
            return RejectReason.CAPACITY_REACHED;
        }
        return accounts.exists(key.accountId()) ? RejectReason.NONE : RejectReason.UNKNOWN_ACCOUNT;
    }

    /** Adds a checked key. */
    public void register(ApiKey key) {
        keys.add(key);
    }

    /** The key with this id, or null. */
    public ApiKey find(String keyId) {
        for (ApiKey key : keys) {
            if (key.keyId().equals(keyId)) {
                return key;
            }
        }
        return null;
    }

    /** How many keys there are. */
    public int size() {
        return keys.size();
    }

    /** The key at a place in order of registration, from 0. */
    public ApiKey get(int index) {
        return keys.get(index);
    }

    /** Writes all rows. */
    public void writeTo(SnapshotWriter writer) {
        writer.section("apiKeys");
        writer.writeInt(keys.size());
        for (ApiKey key : keys) {
            writer.writeText(key.keyId());
            writer.writeInt(key.accountId());
            writer.writeInt(key.scopes());
        }
    }

    /** Reads all rows into this empty table. */
    public void readFrom(SnapshotReader reader) {
        reader.section("apiKeys");
        int size = reader.readInt();
        for (int i = 0; i < size; i++) {
            keys.add(new ApiKey(reader.readText(), reader.readInt(), reader.readInt()));
        }
    }
}
