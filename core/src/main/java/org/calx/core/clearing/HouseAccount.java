package org.calx.core.clearing;

/** The house's ledger accounts. Their ids are below zero; ids above zero are the accounts' cash. */
public final class HouseAccount {
    /** Cash at the bank, as the counterpart of all deposits: minus what the venue holds. */
    public static final int BANK = -1;

    /** The central counterparty: variation passes through it and leaves nothing behind. */
    public static final int CLEARING = -2;

    /** Fees earned. */
    public static final int FEES = -3;

    /** Residues of rounding. No rule in force leaves one: {@code docs/spec/settlement.md} says why. */
    public static final int ROUNDING = -4;

    /** How many house accounts there are: ids -1 to minus this. */
    public static final int COUNT = 4;

    private HouseAccount() {}

    /** The account's name in text, such as {@code BANK}. @throws IllegalArgumentException if it is not the house's */
    public static String name(int ledgerAccountId) {
        return switch (ledgerAccountId) {
            case BANK -> "BANK";
            case CLEARING -> "CLEARING";
            case FEES -> "FEES";
            case ROUNDING -> "ROUNDING";
            default -> throw new IllegalArgumentException("not a house account: " + ledgerAccountId);
        };
    }
}
