"""statsmodels: exact likelihood and forecast of ARIMA models of order 1, and the likelihood of two factors in futures' prices."""
import numpy as np
from statsmodels.tsa.statespace.kalman_filter import KalmanFilter
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


def schwartz_smith(kappa, short, long, rho, drift, neutral, premium, error, dates, futures, *numbers):
    """The likelihood of futures' logarithms under two factors; numbers are the dates' years, all maturities, all logarithms."""
    dates, futures = int(dates), int(futures)
    years, maturities, logs = np.split(np.asarray(numbers), [dates, dates * (1 + futures)])
    maturities, logs = (values.reshape(dates, futures).T for values in (maturities, logs))
    kalman = KalmanFilter(k_endog=futures, k_states=2)
    kalman.bind(np.asfortranarray(logs))

    def once(time):
        return -np.expm1(-kappa * time) / kappa

    def variance(time):
        twice = -np.expm1(-2 * kappa * time) / (2 * kappa)
        return short**2 * twice + long**2 * time + 2 * rho * short * long * once(time)

    kalman["obs_intercept"] = neutral * maturities - once(maturities) * premium + variance(maturities) / 2
    kalman["design"] = np.stack([np.exp(-kappa * maturities), np.ones_like(maturities)], axis=1)
    kalman["obs_cov"] = error**2 * np.eye(futures)
    step = np.append(np.diff(years), 1.0)
    nothing, one = np.zeros(dates), np.ones(dates)
    kalman["transition"] = np.array([[np.exp(-kappa * step), nothing], [nothing, one]])
    kalman["state_intercept"] = np.array([nothing, drift * step])
    kalman["selection"] = np.eye(2)
    shared = rho * short * long * once(step)
    kalman["state_cov"] = np.array(
        [[-np.expm1(-2 * kappa * step) / (2 * kappa) * short**2, shared], [shared, long**2 * step]]
    )
    kalman.initialize_known(np.array([0.0, logs[:, 0].mean()]), 4 * np.eye(2))
    return (kalman.loglike(),)


QUESTIONS = {"arima": arima, "schwartz_smith": schwartz_smith}
