"""statsmodels on ARIMA models of order 1: the exact likelihood of given parameters and the next value's forecast."""
import numpy as np
from statsmodels.tsa.statespace.sarimax import SARIMAX


def arima(d, mean, ar, ma, variance, *values):
    """A model (1, d, 1); the mean is that of the differenced series and 0 where it is differenced."""
    series = np.asarray(values)
    last = series[-1] if d else 0.0
    differenced = np.diff(series) if d else series
    # A missing value at the end: the filter passes over it and leaves its forecast.
    model = SARIMAX(np.append(differenced - mean, np.nan), order=(1, 0, 1))
    model.update(np.array([ar, ma, variance]))
    filtered = model.ssm.filter()
    return filtered.llf, last + mean + filtered.forecasts[0, -1]


QUESTIONS = {"arima": arima}
