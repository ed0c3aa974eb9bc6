"""The package arch on variance recursions: the likelihood of given parameters, and the parameters that it finds itself."""
import numpy as np
from arch import arch_model
from arch.univariate import EWMAVariance, GARCH, Normal, StudentsT

EWMA, GJR = 0, 2


def likelihood(kind, mean, omega, alpha, gamma, beta, freedom, *returns):
    """Log-likelihood and the last variance; freedom 0 is for normal errors. Presample figures are the mean square."""
    errors = np.asarray(returns) - mean
    presample = float(np.mean(errors**2))
    if kind == EWMA:
        recursion, parameters = EWMAVariance(beta), np.empty(0)
    elif kind == GJR:
        recursion, parameters = GARCH(1, 1, 1), np.array([omega, alpha, gamma, beta])
    else:
        recursion, parameters = GARCH(1, 0, 1), np.array([omega, alpha, beta])
    bounds = np.tile([1e-300, 1e300], (len(errors), 1))
    variances = recursion.compute_variance(parameters, errors, np.empty_like(errors), presample, bounds)
    law = StudentsT() if freedom else Normal()
    return law.loglikelihood([freedom] if freedom else [], errors, variances), variances[-1]


def fit(kind, student, *returns):
    """Estimates as mean, omega, alpha, gamma, beta, freedom."""
    values = np.asarray(returns)
    presample = float(np.mean((values - values.mean()) ** 2))
    model = arch_model(
        values, mean="Constant", vol="GARCH", p=1, o=int(kind == GJR), q=1, dist="t" if student else "normal", rescale=False
    )
    found = model.fit(disp="off", show_warning=False, backcast=presample).params
    return [found.get(name, 0.0) for name in ("mu", "omega", "alpha[1]", "gamma[1]", "beta[1]", "nu")]


QUESTIONS = {"likelihood": likelihood, "fit": fit}
