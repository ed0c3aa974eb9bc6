package org.calx.api.wire;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import org.calx.api.codec.MarginTermsDecoder;
import org.calx.api.codec.MarginTermsEncoder;
import org.calx.api.codec.MessageHeaderDecoder;
import org.calx.api.codec.MessageHeaderEncoder;
import org.calx.model.AccountRating;
import org.calx.model.CalendarSpread;
import org.calx.model.CommoditySpread;
import org.calx.model.CommoditySpreads;
import org.calx.model.DeliveryCharge;
import org.calx.model.InstrumentArray;
import org.calx.model.MarginCharges;
import org.calx.model.ParameterPart;
import org.calx.model.Rating;
import org.calx.model.SpreadSide;
import org.calx.model.Tier;

/** The message that commands and events about margin parameters carry: written once, read once, whoever carries it. */
public final class MarginTermsCodec {
    private static final MarginCharges NO_CHARGES = MarginCharges.none(0);

    private final UnsafeBuffer written = new UnsafeBuffer(new byte[CommandEncoder.MAX_LENGTH]);
    private final UnsafeBuffer carried = new UnsafeBuffer(0, 0);
    private final MessageHeaderEncoder headerEncoder = new MessageHeaderEncoder();
    private final MessageHeaderDecoder headerDecoder = new MessageHeaderDecoder();
    private final MarginTermsEncoder encoder = new MarginTermsEncoder();
    private final MarginTermsDecoder decoder = new MarginTermsDecoder();

    /**
     * What the message says.
     *
     * @param arrays risk arrays
     * @param charges one product's charges
     * @param spreads all spreads between products
     * @param ratings ratings of accounts
     */
    public record Terms(
            List<InstrumentArray> arrays,
            Optional<MarginCharges> charges,
            Optional<CommoditySpreads> spreads,
            List<AccountRating> ratings) {
        /** A product's charges alone. */
        public static Terms of(MarginCharges charges) {
            return new Terms(List.of(), Optional.of(charges), Optional.empty(), List.of());
        }

        /** The spreads between products alone. */
        public static Terms of(CommoditySpreads spreads) {
            return new Terms(List.of(), Optional.empty(), Optional.of(spreads), List.of());
        }

        /** What a part of a set holds. */
        public static Terms of(ParameterPart part) {
            return new Terms(part.arrays(), part.charges(), part.spreads(), part.ratings());
        }

        /** The part of a set that holds this. */
        public ParameterPart part(long version, int marketId, int effectiveDay) {
            return new ParameterPart(version, marketId, effectiveDay, arrays, charges, spreads, ratings);
        }

        /** The charges, those of no product if there are none. */
        public MarginCharges chargesOrNone() {
            return charges.orElse(NO_CHARGES);
        }

        /** The spreads, none if they are not told. */
        public CommoditySpreads spreadsOrNone() {
            return spreads.orElse(CommoditySpreads.NONE);
        }
    }

    /** For a carrier's variable data, which {@link #read} reads. */
    public DirectBuffer carried() {
        return carried;
    }

    /** What was written last. */
    public DirectBuffer written() {
        return written;
    }

    /**
     * Writes the message.
     *
     * @return its length in bytes
     * @throws IllegalArgumentException if a spread has not one leg on each side
     */
    public int write(Terms terms) {
        MarginCharges charges = terms.chargesOrNone();
        encoder.wrapAndApplyHeader(written, 0, headerEncoder)
                .hasSpreads(WireCodes.of(terms.spreads().isPresent()))
                .productId(charges.productId())
                .priceRiskCapMicros(charges.priceRiskCapMicros());
        writeArrays(terms.arrays().stream().filter(array -> !isGrid(array)).toList());
        writeCharges(charges);
        writeSpreads(terms.spreadsOrNone());
        writeGrids(terms.arrays().stream().filter(MarginTermsCodec::isGrid).toList());
        writeRatings(terms.ratings());
        return encoder.limit();
    }

    private void writeArrays(List<InstrumentArray> arrays) {
        MarginTermsEncoder.ArraysEncoder group = encoder.arraysCount(arrays.size());
        for (InstrumentArray array : arrays) {
            group.next().instrumentId(array.instrumentId());
            for (int s = 0; s < MarginTermsEncoder.ArraysEncoder.lossMicrosPerLotLength(); s++) {
                group.lossMicrosPerLot(s, array.lossMicrosPerLot().get(s));
            }
        }
    }

    private static boolean isGrid(InstrumentArray array) {
        return array.lossMicrosPerLot().size() != MarginTermsEncoder.ArraysEncoder.lossMicrosPerLotLength();
    }

    private void writeGrids(List<InstrumentArray> grids) {
        MarginTermsEncoder.GridsEncoder group = encoder.gridsCount(grids.size());
        for (InstrumentArray grid : grids) {
            MarginTermsEncoder.GridsEncoder.LossesEncoder losses = group.next()
                    .instrumentId(grid.instrumentId())
                    .lossesCount(grid.lossMicrosPerLot().size());
            grid.lossMicrosPerLot().forEach(loss -> losses.next().lossMicrosPerLot(loss));
        }
    }

    private void writeRatings(List<AccountRating> ratings) {
        MarginTermsEncoder.RatingsEncoder group = encoder.ratingsCount(ratings.size());
        for (AccountRating rating : ratings) {
            group.next().accountId(rating.accountId()).rating(WireCodes.of(rating.rating()));
        }
    }

    private void writeCharges(MarginCharges charges) {
        MarginTermsEncoder.TiersEncoder tiers =
                encoder.tiersCount(charges.tiers().size());
        for (Tier tier : charges.tiers()) {
            tiers.next().tierId(tier.id()).fromMonth(tier.fromMonth()).toMonth(tier.toMonth());
        }
        MarginTermsEncoder.CalendarSpreadsEncoder spreads =
                encoder.calendarSpreadsCount(charges.calendarSpreads().size());
        for (CalendarSpread spread : charges.calendarSpreads()) {
            SpreadLegs<CalendarSpread.Leg> legs = SpreadLegs.of(spread.legs(), CalendarSpread.Leg::side);
            spreads.next()
                    .priority(spread.priority())
                    .tierA(legs.a().tierId())
                    .tierB(legs.b().tierId())
                    .ratioA(SpreadLegs.uint16(legs.a().ratio()))
                    .ratioB(SpreadLegs.uint16(legs.b().ratio()))
                    .rateMicros(spread.rate());
        }
        MarginTermsEncoder.DeliveryChargesEncoder deliveries =
                encoder.deliveryChargesCount(charges.deliveryCharges().size());
        for (DeliveryCharge charge : charges.deliveryCharges()) {
            deliveries
                    .next()
                    .month(charge.month())
                    .spreadMicros(charge.spreadRate())
                    .outrightMicros(charge.outrightRate());
        }
    }

    private void writeSpreads(CommoditySpreads spreads) {
        MarginTermsEncoder.SpreadsEncoder group =
                encoder.spreadsCount(spreads.list().size());
        for (CommoditySpread spread : spreads.list()) {
            SpreadLegs<CommoditySpread.Leg> legs = SpreadLegs.of(spread.legs(), CommoditySpread.Leg::side);
            group.next()
                    .priority(spread.priority())
                    .productA(legs.a().productId())
                    .productB(legs.b().productId())
                    .ratioA(SpreadLegs.uint16(legs.a().ratio()))
                    .ratioB(SpreadLegs.uint16(legs.b().ratio()))
                    .creditRateA(SpreadLegs.uint16(legs.a().creditRate()))
                    .creditRateB(SpreadLegs.uint16(legs.b().creditRate()));
        }
    }

    /** Reads the message that {@link #carried} wraps. */
    public Terms read() {
        decoder.wrapAndApplyHeader(carried, 0, headerDecoder);
        boolean hasSpreads = WireCodes.truth(decoder.hasSpreadsRaw());
        int productId = decoder.productId();
        long priceRiskCapMicros = decoder.priceRiskCapMicros();
        List<InstrumentArray> arrays = readArrays();
        MarginCharges charges =
                new MarginCharges(productId, priceRiskCapMicros, readTiers(), readCalendarSpreads(), readDeliveries());
        CommoditySpreads spreads = readSpreads();
        readGrids(arrays);
        return new Terms(
                arrays,
                productId == 0 ? Optional.empty() : Optional.of(charges),
                hasSpreads ? Optional.of(spreads) : Optional.empty(),
                readRatings());
    }

    private void readGrids(List<InstrumentArray> arrays) {
        for (MarginTermsDecoder.GridsDecoder grid : decoder.grids()) {
            int instrumentId = grid.instrumentId();
            List<Long> losses = new ArrayList<>();
            for (MarginTermsDecoder.GridsDecoder.LossesDecoder loss : grid.losses()) {
                losses.add(loss.lossMicrosPerLot());
            }
            arrays.add(new InstrumentArray(instrumentId, losses));
        }
    }

    private List<AccountRating> readRatings() {
        List<AccountRating> ratings = new ArrayList<>();
        for (MarginTermsDecoder.RatingsDecoder rating : decoder.ratings()) {
            ratings.add(new AccountRating(rating.accountId(), Rating.of(rating.ratingRaw())));
        }
        return ratings;
    }

    private List<InstrumentArray> readArrays() {
        List<InstrumentArray> arrays = new ArrayList<>();
        for (MarginTermsDecoder.ArraysDecoder array : decoder.arrays()) {
            List<Long> losses = new ArrayList<>();
            for (int s = 0; s < MarginTermsDecoder.ArraysDecoder.lossMicrosPerLotLength(); s++) {
                losses.add(array.lossMicrosPerLot(s));
            }
            arrays.add(new InstrumentArray(array.instrumentId(), losses));
        }
        return arrays;
    }

    private List<Tier> readTiers() {
        List<Tier> tiers = new ArrayList<>();
        for (MarginTermsDecoder.TiersDecoder tier : decoder.tiers()) {
            tiers.add(new Tier(tier.tierId(), tier.fromMonth(), tier.toMonth()));
        }
        return tiers;
    }

    private List<CalendarSpread> readCalendarSpreads() {
        List<CalendarSpread> spreads = new ArrayList<>();
        for (MarginTermsDecoder.CalendarSpreadsDecoder spread : decoder.calendarSpreads()) {
            spreads.add(new CalendarSpread(
                    spread.priority(),
                    List.of(
                            new CalendarSpread.Leg(spread.tierA(), SpreadSide.A, spread.ratioA()),
                            new CalendarSpread.Leg(spread.tierB(), SpreadSide.B, spread.ratioB())),
                    spread.rateMicros()));
        }
        return spreads;
    }

    private List<DeliveryCharge> readDeliveries() {
        List<DeliveryCharge> deliveries = new ArrayList<>();
        for (MarginTermsDecoder.DeliveryChargesDecoder charge : decoder.deliveryCharges()) {
            deliveries.add(new DeliveryCharge(charge.month(), charge.spreadMicros(), charge.outrightMicros()));
        }
        return deliveries;
    }

    private CommoditySpreads readSpreads() {
        List<CommoditySpread> spreads = new ArrayList<>();
        for (MarginTermsDecoder.SpreadsDecoder spread : decoder.spreads()) {
            spreads.add(new CommoditySpread(
                    spread.priority(),
                    List.of(
                            new CommoditySpread.Leg(
                                    spread.productA(), SpreadSide.A, spread.ratioA(), spread.creditRateA()),
                            new CommoditySpread.Leg(
                                    spread.productB(), SpreadSide.B, spread.ratioB(), spread.creditRateB()))));
        }
        return new CommoditySpreads(spreads);
    }
}
