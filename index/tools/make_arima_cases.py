"""Fits seasonal ARIMA models to random series with statsmodels; the cases of ArimaTest. Needs statsmodels 0.15.0."""

import pathlib
import warnings

import numpy as np
from statsmodels.tsa.statespace.sarimax import SARIMAX

ORDERS = [
    (1, 0, 0, 0, 0, 0, 1), (0, 1, 1, 0, 0, 0, 1), (1, 1, 1, 0, 0, 0, 1), (2, 0, 1, 0, 0, 0, 1),
    (0, 1, 1, 0, 1, 1, 7), (1, 0, 0, 0, 1, 1, 7), (2, 1, 2, 0, 0, 0, 1), (0, 1, 1, 0, 1, 1, 12), (1, 0, 1, 1, 0, 0, 4),
]
OUT = pathlib.Path(__file__).parent.parent / "src/test/resources/org/calx/index/forecast/arima-cases.csv"


def simulate(order, rng, length):
    p, d, q, sp, sd, sq, season = order
    parameters = [0.5, -0.2][:p] + [0.4, 0.2][:q] + [0.3] * sp + [-0.5] * sq + [1.0]
    model = SARIMAX(np.zeros(length), order=(p, d, q), seasonal_order=(sp, sd, sq, season if season > 1 else 0))
    return model.simulate(np.array(parameters), length, random_state=rng, initial_state=np.zeros(model.k_states)) + 3


def text(numbers):
    return " ".join(repr(float(number)) for number in numbers)


def main():
    warnings.simplefilter("ignore")
    rng = np.random.default_rng(20260721)
    lines = ["order,series,log_likelihood,coefficients,next"]
    for order in ORDERS:
        p, d, q, sp, sd, sq, season = order
        values = np.round(simulate(order, rng, 160), 6)
        constant = d + sd == 0
        # Differenced first, so that both programs speak of the same likelihood.
        differenced = np.diff(values, d)
        for _ in range(sd):
            differenced = differenced[season:] - differenced[:-season]
        if constant:
            differenced = differenced.copy()
        from statsmodels.tsa.arima.model import ARIMA
        fit = ARIMA(differenced, order=(p, 0, q), seasonal_order=(sp, 0, sq, season if season > 1 else 0),
                    trend="c" if constant else "n").fit(method_kwargs={"maxiter": 2000})
        named = dict(zip(fit.param_names, fit.params))
        names = [f"ar.L{i + 1}" for i in range(p)] + [f"ma.L{i + 1}" for i in range(q)]
        names += [f"ar.S.L{season * (i + 1)}" for i in range(sp)] + [f"ma.S.L{season * (i + 1)}" for i in range(sq)]
        names += ["const"] if constant else []
        ahead = float(fit.forecast(1)[0])
        weights = np.array([1.0])
        for _ in range(d):
            weights = np.convolve(weights, [1, -1])
        for _ in range(sd):
            weights = np.convolve(weights, [1] + [0] * (season - 1) + [-1])
        following = ahead - sum(weights[lag] * values[-lag] for lag in range(1, len(weights)))
        lines.append(",".join([" ".join(map(str, order)), text(values), repr(float(fit.llf)),
                               text(named[name] for name in names), repr(float(following))]))
    OUT.write_text("\n".join(lines) + "\n")


main()
