package org.calx.margin.portfolio;

import java.util.List;
import org.calx.model.CalendarSpread;
import org.calx.model.DeliveryCharge;
import org.calx.model.ShortOptionMethod;
import org.calx.model.Tier;

/**
 * A product margined by 16 scenarios with charges and credits on deltas, in the order of steps of SPAN as CME and KDPW
 * document it.
 *
 * @param id its name
 * @param floorOrder where the short-option minimum stands
 * @param shortOptionMinimum minor units a net short option, 0 or above
 * @param shortOptionMethod how short options are counted
 * @param weightedPriceRisk whether the weighted price risk has a limit
 * @param priceScanRange that limit: minor units a contract
 * @param contracts its contracts
 * @param tiers ranges of months, none overlapping; a month in none forms no calendar spread
 * @param calendarSpreads charges between tiers
 * @param deliveryCharges charges on single months
 */
public record SpanProduct(
        String id,
        FloorOrder floorOrder,
        long shortOptionMinimum,
        ShortOptionMethod shortOptionMethod,
        WeightedPriceRisk weightedPriceRisk,
        long priceScanRange,
        List<MarginContract> contracts,
        List<Tier> tiers,
        List<CalendarSpread> calendarSpreads,
        List<DeliveryCharge> deliveryCharges)
        implements ProductMargin {

    @Override
    public List<String> contractIds() {
        return contracts.stream().map(MarginContract::id).toList();
    }
}
