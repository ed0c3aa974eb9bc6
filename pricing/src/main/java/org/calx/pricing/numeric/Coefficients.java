package org.calx.pricing.numeric;

/**
 * Polynomials that the scalar and the vector kernel share, so that both give the same bits.
 *
 * <p>{@code ABOVE} and {@code BELOW}: numerator and denominator of Mills' ratio {@code R(x) = N(-x) / n(x)}, the rational
 * function of least relative error (9e-17) for 0 <= x <= 37.6, by Remez' exchange with 60 digits; all are positive, so nothing
 * cancels; beyond, the error grows to 2e-12. {@code EXP}: {@code e^r} for |r| <= ln(2) / 2, and {@code LOG}:
 * {@code (2 atanh(s) - 2 s) / s^3} as a polynomial in {@code s^2} for |s| <= 1/3, Chebyshev interpolants.
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

    public static final double LOG_0 = 0.6666666666666666;
    public static final double LOG_1 = 0.40000000000014596;
    public static final double LOG_2 = 0.2857142856710506;
    public static final double LOG_3 = 0.22222222717801782;
    public static final double LOG_4 = 0.18181789417326447;
    public static final double LOG_5 = 0.15385570592912243;
    public static final double LOG_6 = 0.13314135550881162;
    public static final double LOG_7 = 0.12001155182857778;
    public static final double LOG_8 = 0.08800317650868773;
    public static final double LOG_9 = 0.16164938169471338;

    /** Added to and taken from a double to round it to a whole number, whose low bits it then carries. */
    public static final double ROUNDER = 0x1.8p52;

    public static final long ROUNDER_BITS = 0x4338000000000000L;

    /** The bits of the square root of one half: where the mantissa is cut for the logarithm. */
    public static final long ROOT_HALF_BITS = 0x3fe6a09e667f3bcdL;

    public static final double LOG2_E = 1.4426950408889634;
    public static final double LN2_HIGH = 0.6931471805599453;
    public static final double LN2_LOW = 2.3190468138462996E-17;

    /** 1 / sqrt(2 pi). */
    public static final double INVERSE_ROOT_TWO_PI = 0.3989422804014327;

    private Coefficients() {}
}
