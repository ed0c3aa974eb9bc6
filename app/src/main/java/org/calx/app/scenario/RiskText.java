package org.calx.app.scenario;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import org.calx.core.engine.ParameterEvents;
import org.calx.core.engine.RiskEvents;
import org.calx.model.AccountRisk;
import org.calx.model.CommoditySpreads;
import org.calx.model.Digest;
import org.calx.model.MarginCharges;
import org.calx.model.MarginPolicy;
import org.calx.model.ParameterPart;
import org.calx.model.ParameterStatus;
import org.calx.model.RejectReason;
import org.calx.model.RiskRules;
import org.calx.model.Side;

/** Writes events about margin and limits as lines. */
abstract class RiskText implements RiskEvents, ParameterEvents {
    private final Appendable out;
    private final ScenarioDictionary names;
    private String announced;

    RiskText(Appendable out, ScenarioDictionary names) {
        this.out = out;
        this.names = names;
    }

    /** Writes one line as it is. */
    final void line(String text) {
        try {
            out.append(text).append('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes a line before the next event, unless another takes its place before. */
    final void announce(String text) {
        announced = text;
    }

    /** Writes an event. */
    final void event(String format, Object... values) {
        if (announced != null) {
            line(announced);
            announced = null;
        }
        line("  " + format.formatted(values));
    }

    @Override
    public final void orderRefused(
            int accountId,
            int instrumentId,
            Side side,
            RejectReason reason,
            long required,
            long available,
            int scenario,
            long scanningMicros,
            long chargesMicros,
            long acceptableLots) {
        String order = "account=%s instrument=%s side=%s"
                .formatted(names.accounts.name(accountId), names.instruments.name(instrumentId), side);
        if (scenario == 0) {
            event(
                    "orderRefused %s reason=%s required=%s available=%s acceptable=%s",
                    order, reason, amount(reason, required), amount(reason, available), acceptableLots);
        } else {
            event(
                    "orderRefused %s reason=%s required=%s available=%s scenario=%s scanning=%s charges=%s"
                            + " acceptable=%s",
                    order,
                    reason,
                    ScenarioDictionary.decimal(required),
                    ScenarioDictionary.decimal(available),
                    scenario,
                    ScenarioDictionary.decimal(scanningMicros),
                    ScenarioDictionary.decimal(chargesMicros),
                    acceptableLots);
        }
    }

    private static String amount(RejectReason reason, long value) {
        return reason.isCountedInLots() ? String.valueOf(value) : ScenarioDictionary.decimal(value);
    }

    @Override
    public final void valuationSet(int instrumentId, long priceMicros) {
        event(
                "valuationSet instrument=%s price=%s",
                names.instruments.name(instrumentId), ScenarioDictionary.decimal(priceMicros));
    }

    @Override
    public final void riskRulesSet(RiskRules rules) {
        event("riskRulesSet product=%s%s", names.products.name(rules.productId()), fields(rules));
    }

    @Override
    public final void accountRiskSet(AccountRisk risk) {
        event("accountRiskSet account=%s%s", names.accounts.name(risk.accountId()), fields(risk));
    }

    @Override
    public final void marginChargesSet(MarginCharges charges) {
        event("marginChargesSet product=%s%s", names.products.name(charges.productId()), SpreadText.charges(charges));
    }

    @Override
    public final void marginPolicySet(MarginPolicy policy) {
        event(
                "marginPolicySet product=%s%s",
                names.products.name(policy.productId()), PolicyText.fields(policy, names));
    }

    @Override
    public final void commoditySpreadsSet(CommoditySpreads spreads) {
        event("commoditySpreadsSet%s", SpreadText.spreads(spreads, names));
    }

    @Override
    public final void parametersStaged(ParameterPart part) {
        event("parametersStaged %s", ParameterText.part(part, names));
    }

    @Override
    public final void parametersChanged(
            long version, ParameterStatus status, int marketId, int effectiveDay, Digest digest) {
        event(
                "parametersChanged version=%d status=%s market=%s effective=%s digest=%s",
                version, status, names.markets.name(marketId), LocalDate.ofEpochDay(effectiveDay), digest.hex());
    }

    /** Every component but the first, which names what it is about. */
    private static String fields(Record row) {
        String text = row.toString();
        int first = text.indexOf(", ");
        return text.substring(first + 1, text.length() - 1).replace(",", "");
    }
}
