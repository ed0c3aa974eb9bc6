package org.calx.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.calx.api.event.ExchangeEvent;
import org.calx.model.Fixing;
import org.calx.model.FixingStatus;
import org.calx.model.InstrumentSpec;
import org.calx.model.RejectReason;
import org.calx.model.SettlementTier;
import org.junit.jupiter.api.Test;

class RunReportTest {
    private final EventTally tally = new EventTally();
    private long sequence;

    @Test
    void countsWhatHappened() {
        tell(new ExchangeEvent.InstrumentListed(new InstrumentSpec(1, "H100-31DEC26", 1, 0, 30, 30, 730, 2_500_000)));
        tell(new ExchangeEvent.InstrumentListed(new InstrumentSpec(2, "H100-29JAN27", 1, 31, 61, 59, 730, 2_500_000)));
        tell(new ExchangeEvent.FixingPublished(new Fixing(1, 30, 2_500_000, 5, FixingStatus.FINAL)));
        tell(new ExchangeEvent.SettlementPriceSet(1, 30, 2_500_000, SettlementTier.values()[0]));
        tell(new ExchangeEvent.InstrumentExpired(1, 30, 2_500_000, 20));
        tell(new ExchangeEvent.CommandResult(3, 1, 1, RejectReason.MARKET_CLOSED, 0, false));
        tell(new ExchangeEvent.CommandResult(3, 1, 1, RejectReason.MARKET_CLOSED, 0, true));
        tell(new ExchangeEvent.CommandResult(3, 1, 2, RejectReason.NONE, 7, false));

        assertThat(tally.tradable()).contains("H100-29JAN27");
        assertThat(tally.lastSequence()).isEqualTo(8);
        assertThat(new RunReport("http://127.0.0.1:1", tally, 42, "00000000000000ff").json())
                .isEqualTo("{\"url\":\"http://127.0.0.1:1\",\"orders\":0,\"trades\":0,\"indexFixings\":1,"
                        + "\"settlements\":1,\"expiries\":1,\"rejects\":{\"MARKET_CLOSED\":1},"
                        + "\"invariantsChecked\":42,\"stateDigest\":\"00000000000000ff\"}");
    }

    private void tell(ExchangeEvent event) {
        sequence++;
        tally.onEvent(sequence, sequence, true, event);
    }
}
