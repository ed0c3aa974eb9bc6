"""QuantLib on options on futures: a Black process, whose forward does not drift. Times are whole days of 1/365 year."""
import math

import QuantLib as ql

TODAY = ql.Date(1, 1, 2026)
DAYS = ql.Actual365Fixed()
ql.Settings.instance().evaluationDate = TODAY


def option_type(sign):
    return ql.Option.Call if sign > 0 else ql.Option.Put


def process(forward, volatility, rate):
    flat = ql.YieldTermStructureHandle(ql.FlatForward(TODAY, rate, DAYS))
    level = ql.BlackVolTermStructureHandle(ql.BlackConstantVol(TODAY, ql.NullCalendar(), volatility, DAYS))
    return ql.BlackProcess(ql.QuoteHandle(ql.SimpleQuote(forward)), flat, level)


def plain(sign, strike):
    return ql.PlainVanillaPayoff(option_type(sign), strike)


def slope(function, at, step):
    """Central differences of fourth order."""
    near = function(at + step) - function(at - step)
    far = function(at + 2 * step) - function(at - 2 * step)
    return (8 * near - far) / (12 * step)


def all_greeks(calculator, forward, strike, years, volatility, rate, sign, width):
    """Price and nine derivatives; what QuantLib has no formula for is a difference of what it has one for."""
    def at(f=forward, t=years, v=volatility, r=rate):
        return calculator(plain(sign, strike), f, v * math.sqrt(t), math.exp(-r * t))

    f, v, t = 1e-3 * width, 1e-3 * volatility, 1e-3 * years
    here = at()
    root = math.sqrt(years)
    return (
        here.value(),
        here.deltaForward(),
        here.gammaForward(),
        slope(lambda x: at(v=x).value(), volatility, v),
        -slope(lambda x: at(t=x).value(), years, t),
        slope(lambda x: at(r=x).value(), rate, 1e-4),
        slope(lambda x: at(v=x).deltaForward(), volatility, v),
        slope(lambda x: slope(lambda y: at(v=y).value(), x, v), volatility, 10 * v),
        -slope(lambda x: at(t=x).deltaForward(), years, t),
        slope(lambda x: at(f=x).gammaForward(), forward, f),
    )


def black76(forward, strike, years, volatility, rate, sign):
    width = forward * volatility * math.sqrt(years)
    return all_greeks(ql.BlackCalculator, forward, strike, years, volatility, rate, sign, width)


def bachelier(forward, strike, years, volatility, rate, sign):
    width = volatility * math.sqrt(years)
    return all_greeks(ql.BachelierCalculator, forward, strike, years, volatility, rate, sign, width)


def black_price(forward, strike, years, volatility, rate, sign):
    discount = math.exp(-rate * years)
    return (ql.blackFormula(option_type(sign), strike, forward, volatility * math.sqrt(years), discount),)


def american(forward, strike, days, volatility, rate, sign):
    """By quadratic approximation, by the flat boundary of 1993, and by the integral equation in the accurate scheme."""
    model = process(forward, volatility, rate)
    option = ql.VanillaOption(plain(sign, strike), ql.AmericanExercise(TODAY, TODAY + int(days)))
    values = []
    for engine in (
        ql.BaroneAdesiWhaleyApproximationEngine(model),
        ql.BjerksundStenslandApproximationEngine(model),
        ql.QdFpAmericanEngine(model, ql.QdFpAmericanEngine.accurateScheme()),
    ):
        option.setPricingEngine(engine)
        values.append(option.NPV())
    return values


def average(forward, strike, first, step, fixings, known, mean, volatility, rate, sign):
    """Geometric exactly, arithmetic by Turnbull and Wakeman."""
    model = process(forward, volatility, rate)
    fixings, known = int(fixings), int(known)
    dates = [TODAY + int(first + i * step) for i in range(fixings - known)]
    exercise = ql.EuropeanExercise(dates[-1])
    values = []
    for kind, past, engine in (
        (ql.Average.Geometric, mean**known, ql.AnalyticDiscreteGeometricAveragePriceAsianEngine(model)),
        (ql.Average.Arithmetic, mean * known, ql.TurnbullWakemanAsianEngine(model)),
    ):
        option = ql.DiscreteAveragingAsianOption(kind, past, known, dates, plain(sign, strike), exercise)
        option.setPricingEngine(engine)
        values.append(option.NPV())
    return values


def simulated_average(forward, strike, first, step, fixings, known, mean, volatility, rate, sign):
    """The arithmetic mean by 20,000 paths with the geometric one as control variate: value and standard error."""
    fixings, known = int(fixings), int(known)
    dates = [TODAY + int(first + i * step) for i in range(fixings - known)]
    exercise = ql.EuropeanExercise(dates[-1])
    option = ql.DiscreteAveragingAsianOption(
        ql.Average.Arithmetic, mean * known, known, dates, plain(sign, strike), exercise
    )
    engine = ql.MCDiscreteArithmeticAPEngine(
        process(forward, volatility, rate), "pseudorandom", controlVariate=True, requiredSamples=20_000, seed=42
    )
    option.setPricingEngine(engine)
    return option.NPV(), option.errorEstimate()


def spread(forward1, forward2, strike, days, volatility1, volatility2, correlation, rate, sign):
    """Kirk, Bjerksund and Stensland, and Margrabe for a strike of nothing."""
    first, second = process(forward1, volatility1, rate), process(forward2, volatility2, rate)
    exercise = ql.EuropeanExercise(TODAY + int(days))
    option = ql.BasketOption(ql.SpreadBasketPayoff(plain(sign, strike)), exercise)
    values = []
    for engine in (ql.KirkEngine, ql.BjerksundStenslandSpreadEngine):
        option.setPricingEngine(engine(first, second, correlation))
        values.append(option.NPV())
    exchange = ql.MargrabeOption(1, 1, exercise)
    exchange.setPricingEngine(ql.AnalyticEuropeanMargrabeEngine(first, second, correlation))
    return (*values, exchange.NPV())


def digital(forward, strike, years, volatility, rate, sign):
    kind, deviation, discount = option_type(sign), volatility * math.sqrt(years), math.exp(-rate * years)
    cash = ql.BlackCalculator(ql.CashOrNothingPayoff(kind, strike, 1), forward, deviation, discount)
    asset = ql.BlackCalculator(ql.AssetOrNothingPayoff(kind, strike), forward, deviation, discount)
    return cash.value(), asset.value()


QUESTIONS = {f.__name__: f for f in (black76, bachelier, black_price, american, average, simulated_average, spread, digital)}
