package org.calx.cluster;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.calx.model.AccountRating;
import org.calx.model.CalendarSpread;
import org.calx.model.CommoditySpread;
import org.calx.model.CommoditySpreads;
import org.calx.model.DeliveryCharge;
import org.calx.model.InstrumentArray;
import org.calx.model.MarginCharges;
import org.calx.model.MarginPolicy;
import org.calx.model.ParameterPart;
import org.calx.model.PolicyKind;
import org.calx.model.Rating;
import org.calx.model.ShortOptionMethod;
import org.calx.model.ShortText;
import org.calx.model.SpreadSide;
import org.calx.model.Tier;

/** Arbitrary values of the types that commands and events are made of. */
final class Samples {
    private final Random random;

    Samples(long seed) {
        random = new Random(seed);
    }

    Object of(Class<?> type, String name) {
        if (type == int.class) {
            return random.nextInt();
        }
        if (type == long.class) {
            return random.nextLong();
        }
        if (type == boolean.class) {
            return random.nextBoolean();
        }
        if (type == long[].class) {
            return random.longs(random.nextBoolean() ? 16 : 1 + random.nextInt(MarginPolicy.MAX_SCENARIOS))
                    .toArray();
        }
        if (type == String.class) {
            return name.equals("clientOrderId") || name.equals("label") ? shortText() : text();
        }
        if (type == MarginCharges.class) {
            return charges();
        }
        if (type == MarginPolicy.class) {
            return policy();
        }
        if (type == CommoditySpreads.class) {
            return spreads();
        }
        if (type == ParameterPart.class) {
            return part();
        }
        if (type.isEnum()) {
            Object[] values = type.getEnumConstants();
            return values[random.nextInt(values.length)];
        }
        return record(type);
    }

    private ParameterPart part() {
        int kind = random.nextInt(5);
        List<InstrumentArray> arrays = new ArrayList<>();
        int scenarios = kind == 3 ? 1 + random.nextInt(MarginPolicy.MAX_SCENARIOS) : 16;
        int most = Math.min(ParameterPart.MAX_ARRAYS, ParameterPart.MAX_LOSSES / scenarios);
        for (int i = kind == 0 || kind == 3 ? 1 + random.nextInt(most) : 0; i > 0; i--) {
            arrays.add(new InstrumentArray(
                    random.nextInt(), random.longs(scenarios).boxed().toList()));
        }
        List<AccountRating> ratings = new ArrayList<>();
        for (int i = kind == 4 ? 1 + random.nextInt(ParameterPart.MAX_RATINGS) : 0; i > 0; i--) {
            ratings.add(new AccountRating(random.nextInt(), Rating.of(random.nextInt(Rating.count()))));
        }
        return new ParameterPart(
                random.nextLong(),
                random.nextInt(),
                random.nextInt(),
                arrays,
                kind == 1 ? Optional.of(charges()) : Optional.empty(),
                kind == 2 ? Optional.of(spreads()) : Optional.empty(),
                ratings);
    }

    private MarginCharges charges() {
        List<Tier> tiers = new ArrayList<>();
        for (int i = random.nextInt(MarginCharges.MAX_TIERS + 1); i > 0; i--) {
            tiers.add(new Tier(random.nextInt(), random.nextInt(), random.nextInt()));
        }
        List<CalendarSpread> spreads = new ArrayList<>();
        for (int i = random.nextInt(MarginCharges.MAX_SPREADS + 1); i > 0; i--) {
            CalendarSpread.Leg a = new CalendarSpread.Leg(random.nextInt(), SpreadSide.A, random.nextInt(65_535));
            CalendarSpread.Leg b = new CalendarSpread.Leg(random.nextInt(), SpreadSide.B, random.nextInt(65_535));
            spreads.add(new CalendarSpread(random.nextInt(), List.of(a, b), random.nextLong()));
        }
        List<DeliveryCharge> deliveries = new ArrayList<>();
        for (int i = random.nextInt(MarginCharges.MAX_DELIVERIES + 1); i > 0; i--) {
            deliveries.add(new DeliveryCharge(random.nextInt(), random.nextLong(), random.nextLong()));
        }
        return new MarginCharges(random.nextInt(), random.nextLong(), tiers, spreads, deliveries);
    }

    private MarginPolicy policy() {
        List<MarginPolicy.Contract> contracts = new ArrayList<>();
        for (int i = random.nextInt(MarginPolicy.MAX_CONTRACTS + 1); i > 0; i--) {
            contracts.add(new MarginPolicy.Contract(
                    random.nextInt(), random.nextInt(), random.nextBoolean(), random.nextBoolean()));
        }
        return new MarginPolicy(
                random.nextInt(),
                PolicyKind.of(random.nextInt(3)),
                random.nextLong(),
                ShortOptionMethod.of(random.nextInt(2)),
                random.nextInt(),
                random.nextInt(),
                random.nextBoolean(),
                random.nextInt(),
                contracts,
                new MarginPolicy.Adjustments(random.nextLong(), random.nextInt(), random.nextLong(), random.nextInt()));
    }

    private CommoditySpreads spreads() {
        List<CommoditySpread> list = new ArrayList<>();
        for (int i = random.nextInt(CommoditySpreads.MAX_SPREADS + 1); i > 0; i--) {
            list.add(new CommoditySpread(random.nextInt(), List.of(leg(SpreadSide.A), leg(SpreadSide.B))));
        }
        return new CommoditySpreads(list);
    }

    private CommoditySpread.Leg leg(SpreadSide side) {
        return new CommoditySpread.Leg(random.nextInt(), side, random.nextInt(65_535), random.nextInt(65_535));
    }

    private Object record(Class<?> type) {
        RecordComponent[] components = type.getRecordComponents();
        Object[] values = new Object[components.length];
        Class<?>[] types = new Class<?>[components.length];
        for (int i = 0; i < components.length; i++) {
            types[i] = components[i].getType();
            values[i] = of(types[i], components[i].getName());
        }
        try {
            Constructor<?> constructor = type.getDeclaredConstructor(types);
            return constructor.newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError("no sample of " + type + " from " + Arrays.toString(values), e);
        }
    }

    private String text() {
        StringBuilder text = new StringBuilder();
        int length = random.nextInt(80);
        for (int i = 0; i < length; i++) {
            text.append("aZ09-é算".charAt(random.nextInt(7)));
        }
        return text.toString();
    }

    private String shortText() {
        StringBuilder text = new StringBuilder();
        int length = random.nextInt(ShortText.MAX_LENGTH + 1);
        for (int i = 0; i < length; i++) {
            text.append((char) (' ' + 1 + random.nextInt(90)));
        }
        return text.toString();
    }
}
