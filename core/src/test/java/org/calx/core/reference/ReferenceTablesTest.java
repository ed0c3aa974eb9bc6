package org.calx.core.reference;

import static org.assertj.core.api.Assertions.assertThat;

import org.calx.core.clearing.SnapshotTape;
import org.calx.model.ApiKey;
import org.calx.model.Currency;
import org.calx.model.InstrumentSpec;
import org.calx.model.MarketPhase;
import org.calx.model.MarketSpec;
import org.calx.model.ProductClass;
import org.calx.model.ProductParameters;
import org.calx.model.ProductSpec;
import org.calx.model.RejectReason;
import org.junit.jupiter.api.Test;

class ReferenceTablesTest {
    private final Markets markets = new Markets();
    private final Products products = new Products();
    private final Instruments instruments = new Instruments(4, products);
    private final Accounts accounts = new Accounts(2);
    private final ApiKeys keys = new ApiKeys(2);

    ReferenceTablesTest() {
        markets.define(new MarketSpec(1, "COMPUTE", 20_000));
        products.define(product(1, "H100", 1, 10_000));
        instruments.list(instrument(1, "H100-31DEC26", 1, 730, 2_500_000));
        accounts.open(1, "Amber");
    }

    @Test
    void anIdOrNameIsDefinedOnce() {
        assertThat(markets.checkDefine(new MarketSpec(1, "POWER", 1))).isEqualTo(RejectReason.ALREADY_DEFINED);
        assertThat(markets.checkDefine(new MarketSpec(2, "COMPUTE", 1))).isEqualTo(RejectReason.ALREADY_DEFINED);
        assertThat(products.checkDefine(product(2, "H100", 1, 1), markets)).isEqualTo(RejectReason.ALREADY_DEFINED);
        assertThat(instruments.checkList(instrument(1, "X", 1, 1, 1))).isEqualTo(RejectReason.ALREADY_DEFINED);
        assertThat(instruments.checkList(instrument(2, "H100-31DEC26", 1, 1, 1)))
                .isEqualTo(RejectReason.ALREADY_DEFINED);
        assertThat(accounts.checkOpen(1, "Basalt")).isEqualTo(RejectReason.ALREADY_DEFINED);
    }

    @Test
    void whatIsReferredToMustExist() {
        assertThat(products.checkDefine(product(2, "B200", 7, 1), markets)).isEqualTo(RejectReason.UNKNOWN_MARKET);
        assertThat(instruments.checkList(instrument(2, "X", 9, 1, 1))).isEqualTo(RejectReason.UNKNOWN_PRODUCT);
        assertThat(products.checkParameters(parameters(9, 1, 1))).isEqualTo(RejectReason.UNKNOWN_PRODUCT);
        assertThat(keys.checkRegister(new ApiKey("k", 2, 1), accounts)).isEqualTo(RejectReason.UNKNOWN_ACCOUNT);
    }

    @Test
    void tablesRefuseBeyondTheirCapacity() {
        assertThat(accounts.checkOpen(3, "Cobalt")).isEqualTo(RejectReason.CAPACITY_REACHED);
        assertThat(instruments.checkList(instrument(5, "X", 1, 1, 1))).isEqualTo(RejectReason.CAPACITY_REACHED);
        assertThat(markets.checkDefine(new MarketSpec(65, "M", 1))).isEqualTo(RejectReason.CAPACITY_REACHED);
        assertThat(products.checkDefine(product(257, "P", 1, 1), markets)).isEqualTo(RejectReason.CAPACITY_REACHED);
        for (int i = 0; i < 8; i++) {
            assertThat(keys.checkRegister(new ApiKey("key" + i, 1, 3), accounts))
                    .isEqualTo(RejectReason.NONE);
            keys.register(new ApiKey("key" + i, 1, 3));
        }
        assertThat(keys.checkRegister(new ApiKey("one more", 1, 3), accounts)).isEqualTo(RejectReason.CAPACITY_REACHED);
        assertThat(keys.checkRegister(new ApiKey("key1", 1, 3), accounts)).isEqualTo(RejectReason.ALREADY_DEFINED);
    }

    @Test
    void fieldsOutOfRangeAreRefused() {
        RejectReason invalid = RejectReason.INVALID_PARAMETER;
        assertThat(markets.checkDefine(new MarketSpec(0, "M", 1))).isEqualTo(invalid);
        assertThat(markets.checkDefine(new MarketSpec(2, "", 1))).isEqualTo(invalid);
        assertThat(products.checkDefine(product(2, "P", 1, 0), markets)).isEqualTo(invalid);
        assertThat(instruments.checkList(instrument(2, "X", 1, 0, 1))).isEqualTo(invalid);
        assertThat(instruments.checkList(instrument(2, "X", 1, 730, Long.MAX_VALUE)))
                .isEqualTo(invalid);
        assertThat(instruments.checkList(new InstrumentSpec(2, "X", 1, 10, 9, 9, 1, 1)))
                .isEqualTo(invalid);
        assertThat(instruments.checkList(new InstrumentSpec(2, "X", 1, 0, 100, 9, 1, 1)))
                .isEqualTo(invalid);
        assertThat(accounts.checkOpen(0, "Zero")).isEqualTo(invalid);
        assertThat(accounts.checkOpen(2, "tab\t")).isEqualTo(invalid);
        assertThat(keys.checkRegister(new ApiKey("k", 1, 0), accounts)).isEqualTo(invalid);
        assertThat(keys.checkRegister(new ApiKey("k", 1, 4), accounts)).isEqualTo(invalid);
    }

    @Test
    void aRebateMayNotExceedTheFeeOfTheOtherSide() {
        assertThat(products.checkParameters(parameters(1, -500_000, 500_000))).isEqualTo(RejectReason.NONE);
        assertThat(products.checkParameters(parameters(1, -500_001, 500_000)))
                .isEqualTo(RejectReason.INVALID_PARAMETER);
    }

    @Test
    void everyIdMayBeAskedFor() {
        for (int id : new int[] {Integer.MIN_VALUE, -1, 0, 64, 300, Integer.MAX_VALUE}) {
            assertThat(markets.exists(id)).isFalse();
            assertThat(products.exists(id)).isFalse();
            assertThat(instruments.exists(id)).isFalse();
            assertThat(accounts.exists(id)).isFalse();
        }
    }

    @Test
    void aSnapshotGivesTheSameTables() {
        markets.setPhase(1, 20_003, MarketPhase.CLOSING);
        products.setParameters(parameters(1, 1, 2));
        instruments.prices().setMark(1, 2_520_000, 77);
        instruments.prices().addClosingTrade(1, 252, 3);
        keys.register(new ApiKey("key", 1, ApiKey.READ));
        SnapshotTape tape = new SnapshotTape();
        markets.writeTo(tape);
        products.writeTo(tape);
        instruments.writeTo(tape);
        accounts.writeTo(tape);
        keys.writeTo(tape);
        tape.rewind();
        Markets readMarkets = new Markets();
        readMarkets.readFrom(tape);
        Products readProducts = new Products();
        readProducts.readFrom(tape);
        Instruments readInstruments = new Instruments(4, readProducts);
        readInstruments.readFrom(tape);
        Accounts readAccounts = new Accounts(2);
        readAccounts.readFrom(tape);
        ApiKeys readKeys = new ApiKeys(2);
        readKeys.readFrom(tape);
        assertThat(tape.isAtEnd()).isTrue();
        SnapshotTape again = new SnapshotTape();
        readMarkets.writeTo(again);
        readProducts.writeTo(again);
        readInstruments.writeTo(again);
        readAccounts.writeTo(again);
        readKeys.writeTo(again);
        assertThat(again.values()).isEqualTo(tape.values());
        assertThat(readInstruments.spec(1)).isEqualTo(instruments.spec(1));
        assertThat(readProducts.parameters(1)).isEqualTo(products.parameters(1));
    }

    private static ProductSpec product(int id, String code, int marketId, long tick) {
        return new ProductSpec(id, code, ProductClass.COMPUTE, marketId, Currency.USD, tick, "GPU-hour");
    }

    private static InstrumentSpec instrument(int id, String symbol, int productId, int units, long price) {
        return new InstrumentSpec(id, symbol, productId, 20_000, 20_030, 20_030, units, price);
    }

    private static ProductParameters parameters(int productId, long maker, long taker) {
        return new ProductParameters(productId, maker, taker, 0, 20, 10, 500, 1_000, 0, 4, 10, 1_000);
    }
}
