package org.calx.pricing.numeric;

/**
 * Polynomials that the scalar and the vector kernel share, so that both give the same bits.
 *
 * <p>Chebyshev interpolants computed with 60 digits, written as monomials. {@code MILLS}: {@code (x + 4) R(x)} as a
 * polynomial in {@code t = 1 - 8 / (x + 4)}, where {@code R(x) = N(-x) / n(x)} is Mills' ratio; relative error below 7e-16
 * for 0 <= x <= 40. {@code EXP}: {@code e^r} for |r| <= ln(2) / 2. {@code LOG}: {@code (2 atanh(s) - 2 s) / s^3} as a
 * polynomial in {@code s^2} for |s| <= 1/3.
 */
public final class Coefficients {
    public static final double MILLS_0 = 1.8932190633084853;
    public static final double MILLS_1 = -1.5237709108199855;
    public static final double MILLS_2 = 0.9704095548675924;
    public static final double MILLS_3 = -0.4675409629981585;
    public static final double MILLS_4 = 0.15139176231205376;
    public static final double MILLS_5 = -0.018900450866100364;
    public static final double MILLS_6 = -0.008722295263838522;
    public static final double MILLS_7 = 0.004087855732516909;
    public static final double MILLS_8 = 0.0003342444896278021;
    public static final double MILLS_9 = -0.0005792696390945318;
    public static final double MILLS_10 = -4.7824148557878045e-06;
    public static final double MILLS_11 = 8.8097066448958e-05;
    public static final double MILLS_12 = 1.7929254081847197e-06;
    public static final double MILLS_13 = -1.4846708706118606e-05;
    public static final double MILLS_14 = -1.5696678628944622e-06;
    public static final double MILLS_15 = 2.574545068720036e-06;
    public static final double MILLS_16 = 6.673466387680489e-07;
    public static final double MILLS_17 = -4.068738380935795e-07;
    public static final double MILLS_18 = -2.0027585806454404e-07;
    public static final double MILLS_19 = 4.915081730923306e-08;
    public static final double MILLS_20 = 4.144971738484891e-08;
    public static final double MILLS_21 = -3.219969279014381e-09;
    public static final double MILLS_22 = -4.446108100174605e-09;

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

    /** The centre of the map of Mills' ratio. */
    public static final double MILLS_CENTRE = 4;

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
