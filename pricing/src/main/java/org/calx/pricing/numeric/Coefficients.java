package org.calx.pricing.numeric;

/**
 * Polynomials that the scalar and the vector kernel share, so that both give the same bits.
 *
 * <p>{@code ABOVE} and {@code BELOW}: numerator and denominator of Mills' ratio {@code R(x) = N(-x) / n(x)}, the rational
 * function of least relative error (9e-17) for 0 <= x <= 37.6, by Remez' exchange with 60 digits; all are positive, so nothing
 * cancels; beyond, the error grows to 2e-12. {@code EXP}: {@code e^r} for |r| <= ln(2) / 2, {@code DENSITY}:
 * {@code 2^r / sqrt(2 pi)} for |r| <= 1/2, and {@code LOG}: {@code 2 atanh(s) / s} as a polynomial in {@code s^2} for |s| <= 1/5,
 * Chebyshev interpolants.
 */
public final class Coefficients {
    public static final double ABOVE_0 = 1.2533141373155003;
    public static final double ABOVE_1 = 1.9454829821872004;
    public static final double ABOVE_2 = 1.493571898195975;
    public static final double ABOVE_3 = 0.7284341383523755;
    public static final double ABOVE_4 = 0.2463049049136786;
    public static final double ABOVE_5 = 0.05963607446762751;
    public static final double ABOVE_6 = 0.010338587891019421;
    public static final double ABOVE_7 = 0.001241744380498881;
    public static final double ABOVE_8 = 9.447789661355121e-05;
    public static final double ABOVE_9 = 3.519997355657507e-06;

    public static final double BELOW_0 = 1.0;
    public static final double BELOW_1 = 2.350155395594745;
    public static final double BELOW_2 = 2.566850663652344;
    public static final double BELOW_3 = 1.7201406894357882;
    public static final double BELOW_4 = 0.7856221494597294;
    public static final double BELOW_5 = 0.2564545263730665;
    public static final double BELOW_6 = 0.06087077923241249;
    public static final double BELOW_7 = 0.010433065777870319;
    public static final double BELOW_8 = 0.0012452643780247103;
    public static final double BELOW_9 = 9.447789661176833e-05;
    public static final double BELOW_10 = 3.5199973556659314e-06;

    public static final double EXP_0 = 1.0;
    public static final double EXP_1 = 1.0;
    public static final double EXP_2 = 0.5000000000000019;
    public static final double EXP_3 = 0.1666666666666668;
    public static final double EXP_4 = 0.04166666666648795;
    public static final double EXP_5 = 0.008333333333319589;
    public static final double EXP_6 = 0.0013888888952352863;
    public static final double EXP_7 = 0.00019841269890076403;
    public static final double EXP_8 = 2.4801485441561313e-05;
    public static final double EXP_9 = 2.755724088722987e-06;
    public static final double EXP_10 = 2.763265472252779e-07;
    public static final double EXP_11 = 2.5110049204818658e-08;

    public static final double DENSITY_0 = 0.3989422804014327;
    public static final double DENSITY_1 = 0.2765257168664082;
    public static final double DENSITY_2 = 0.09583651049913462;
    public static final double DENSITY_3 = 0.02214293568239286;
    public static final double DENSITY_4 = 0.003837078359376257;
    public static final double DENSITY_5 = 0.0005319320092792497;
    public static final double DENSITY_6 = 6.145119569431132e-05;
    public static final double DENSITY_7 = 6.084960421106763e-06;
    public static final double DENSITY_8 = 5.272194792368171e-07;
    public static final double DENSITY_9 = 4.060457304636543e-08;
    public static final double DENSITY_10 = 2.8221952049630933e-09;
    public static final double DENSITY_11 = 1.7776141574051314e-10;

    public static final double LOG_0 = 2.0;
    public static final double LOG_1 = 0.6666666666667552;
    public static final double LOG_2 = 0.39999999995366287;
    public static final double LOG_3 = 0.28571429493291656;
    public static final double LOG_4 = 0.22222132327182004;
    public static final double LOG_5 = 0.18186564022689808;
    public static final double LOG_6 = 0.15246625336719352;
    public static final double LOG_7 = 0.15392596696221966;

    /** Added to and taken from a double to round it to a whole number, whose low bits it then carries. */
    public static final double ROUNDER = 0x1.8p52;

    public static final long ROUNDER_BITS = 0x4338000000000000L;

    /** Half a power of two in the bits of a double. */
    public static final long HALF_OCTAVE_BITS = 1L << 51;

    public static final double LOG2_E = 1.4426950408889634;
    /** Of {@code -x^2 / 2} as a power of two. */
    public static final double HALF_LOG2_E = LOG2_E / 2;

    public static final double LN2_HIGH = 0.6931471805599453;
    public static final double LN2_LOW = 2.3190468138462996E-17;

    /** 1 / sqrt(2 pi). */
    public static final double INVERSE_ROOT_TWO_PI = 0.3989422804014327;

    private Coefficients() {}
}
