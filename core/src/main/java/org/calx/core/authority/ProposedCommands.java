package org.calx.core.authority;

import org.calx.core.reference.ParameterRows;
import org.calx.core.reference.PolicyRows;
import org.calx.core.reference.Products;
import org.calx.core.reference.RiskRows;
import org.calx.core.reference.SpreadRows;
import org.calx.core.snapshot.SnapshotReader;
import org.calx.core.snapshot.SnapshotWriter;
import org.calx.model.Currency;
import org.calx.model.OperatorCommand;
import org.calx.model.OperatorCommand.ActivateParameters;
import org.calx.model.OperatorCommand.RegisterSender;
import org.calx.model.OperatorCommand.SetAccountRisk;
import org.calx.model.OperatorCommand.SetCommoditySpreads;
import org.calx.model.OperatorCommand.SetMarginCharges;
import org.calx.model.OperatorCommand.SetMarginPolicy;
import org.calx.model.OperatorCommand.SetOperatorKey;
import org.calx.model.OperatorCommand.SetProductParameters;
import org.calx.model.OperatorCommand.SetProtocolVersion;
import org.calx.model.OperatorCommand.SetRiskRules;
import org.calx.model.OperatorCommand.SetVenueClock;
import org.calx.model.OperatorCommand.Withdraw;
import org.calx.model.SenderRole;

/** The commands that need two operators, in a snapshot: a number of the kind, then the fields. */
final class ProposedCommands {
    private static final int SET_OPERATOR_KEY = 1;
    private static final int REGISTER_SENDER = 2;
    private static final int SET_VENUE_CLOCK = 3;
    private static final int SET_PRODUCT_PARAMETERS = 4;
    private static final int WITHDRAW = 5;
    private static final int SET_RISK_RULES = 6;
    private static final int SET_ACCOUNT_RISK = 7;
    private static final int SET_PROTOCOL_VERSION = 8;
    private static final int SET_MARGIN_CHARGES = 9;
    private static final int SET_COMMODITY_SPREADS = 10;
    private static final int ACTIVATE_PARAMETERS = 11;
    private static final int SET_MARGIN_POLICY = 14;

    private ProposedCommands() {}

    static void write(SnapshotWriter writer, OperatorCommand command) {
        switch (command) {
            case SetOperatorKey c -> {
                writer.writeInt(SET_OPERATOR_KEY);
                writer.writeInt(c.senderId());
                writer.writeInt(c.role().ordinal());
                KeySnapshot.write(writer, c.key());
            }
            case RegisterSender c -> {
                writer.writeInt(REGISTER_SENDER);
                writer.writeInt(c.senderId());
                writer.writeInt(c.role().ordinal());
                writer.writeInt(c.accountId());
            }
            case SetVenueClock c -> {
                writer.writeInt(SET_VENUE_CLOCK);
                writer.writeLong(c.venueBaseNs());
                writer.writeLong(c.logBaseNs());
                writer.writeLong(c.rateNumerator());
                writer.writeLong(c.rateDenominator());
            }
            case SetProductParameters c -> {
                writer.writeInt(SET_PRODUCT_PARAMETERS);
                writer.writeInt(c.parameters().productId());
                Products.writeParameters(writer, c.parameters());
            }
            case Withdraw c -> {
                writer.writeInt(WITHDRAW);
                writer.writeInt(c.accountId());
                writer.writeInt(c.currency().ordinal());
                writer.writeLong(c.amountMicros());
            }
            case SetRiskRules c -> {
                writer.writeInt(SET_RISK_RULES);
                writer.writeInt(c.rules().productId());
                RiskRows.write(writer, c.rules());
            }
            case SetAccountRisk c -> {
                writer.writeInt(SET_ACCOUNT_RISK);
                writer.writeInt(c.risk().accountId());
                RiskRows.write(writer, c.risk());
            }
            case SetProtocolVersion c -> {
                writer.writeInt(SET_PROTOCOL_VERSION);
                writer.writeInt(c.version());
            }
            default -> writeMargin(writer, command);
        }
    }

    private static void writeMargin(SnapshotWriter writer, OperatorCommand command) {
        switch (command) {
            case SetMarginCharges c -> {
                writer.writeInt(SET_MARGIN_CHARGES);
                writer.writeInt(c.charges().productId());
                SpreadRows.write(writer, c.charges());
            }
            case SetCommoditySpreads c -> {
                writer.writeInt(SET_COMMODITY_SPREADS);
                SpreadRows.write(writer, c.spreads());
            }
            case ActivateParameters c -> {
                writer.writeInt(ACTIVATE_PARAMETERS);
                writer.writeLong(c.version());
                ParameterRows.write(writer, c.digest());
            }
            case SetMarginPolicy c -> {
                writer.writeInt(SET_MARGIN_POLICY);
                writer.writeInt(c.policy().productId());
                PolicyRows.write(writer, c.policy());
            }
            default -> throw new IllegalStateException("no snapshot of a proposed " + command);
        }
    }

    static OperatorCommand read(SnapshotReader reader) {
        int kind = reader.readInt();
        return switch (kind) {
            case SET_OPERATOR_KEY ->
                new SetOperatorKey(reader.readInt(), SenderRole.of(reader.readInt()), KeySnapshot.read(reader));
            case REGISTER_SENDER ->
                new RegisterSender(reader.readInt(), SenderRole.of(reader.readInt()), reader.readInt());
            case SET_VENUE_CLOCK ->
                new SetVenueClock(reader.readLong(), reader.readLong(), reader.readLong(), reader.readLong());
            case SET_PRODUCT_PARAMETERS -> new SetProductParameters(Products.readParameters(reader, reader.readInt()));
            case WITHDRAW -> new Withdraw(reader.readInt(), Currency.of(reader.readInt()), reader.readLong());
            case SET_RISK_RULES -> new SetRiskRules(RiskRows.readRules(reader, reader.readInt()));
            case SET_ACCOUNT_RISK -> new SetAccountRisk(RiskRows.readRisk(reader, reader.readInt()));
            case SET_PROTOCOL_VERSION -> new SetProtocolVersion(reader.readInt());
            case SET_MARGIN_CHARGES -> new SetMarginCharges(SpreadRows.readCharges(reader, reader.readInt()));
            case SET_COMMODITY_SPREADS -> new SetCommoditySpreads(SpreadRows.readSpreads(reader));
            case ACTIVATE_PARAMETERS -> new ActivateParameters(reader.readLong(), ParameterRows.readDigest(reader));
            case SET_MARGIN_POLICY -> new SetMarginPolicy(PolicyRows.read(reader, reader.readInt()));
            default -> throw new IllegalStateException("snapshot: a proposed command of unknown kind " + kind);
        };
    }
}
