# Standard normal quantiles with 50 digits, by Newton's method on mpmath's erfc. p is the double nearest to the literal.
import json
from mpmath import mp, mpf, erfc, exp, sqrt, pi

mp.dps = 60
P = [1e-300, 1e-200, 1e-100, 1e-50, 1e-20, 1e-16, 1e-12, 1.3887943864964021e-11, 1e-10, 1e-7, 1e-5, 1e-4, 0.001,
     0.005, 0.01, 0.02425, 0.025, 0.05, 0.0749, 0.075, 0.0751, 0.1, 0.2, 0.25, 0.4, 0.49999, 0.5, 0.500001, 0.6, 0.75,
     0.9, 0.9249, 0.925, 0.9251, 0.95, 0.975, 0.99, 0.995, 0.999, 0.9999, 0.99999, 1 - 1e-9, 1 - 1e-12, 1 - 2**-53]

def lower(z):
    return erfc(-z / sqrt(2)) / 2

def quantile(p):
    p = mpf(p)
    if p > mpf(1) / 2:
        return -quantile_small(1 - p)
    return quantile_small(p)

def quantile_small(p):
    if p == mpf(1) / 2:
        return mpf(0)
    z = -sqrt(-2 * mp.log(p)) if p < 0.1 else mpf(-1)
    for _ in range(200):
        step = (lower(z) - p) / (exp(-z * z / 2) / sqrt(2 * pi))
        z -= step / (1 - z * step / 2) if abs(z * step) < 1 else step
        if abs(step) < mpf(10) ** -50:
            break
    assert abs(lower(z) / p - 1) < mpf(10) ** -45, p
    return z

rows = [{"p": p, "z": mp.nstr(quantile(p), 30)} for p in P]
with open("expected.json", "w") as file:
    file.write("[\n" + ",\n".join("  " + json.dumps(row) for row in rows) + "\n]\n")
