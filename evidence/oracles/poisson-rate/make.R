# Exact rates and rate ratios of Poisson counts: stats::poisson.test; tails: ppois.
cases <- list(c(5, 10.5, 2, 9.8, .95), c(0, 12, 3, 11, .95), c(3, 11, 0, 12, .95), c(1, 1, 1, 1, .9), c(30, 365.25, 18, 340, .95), c(7, 0.3, 7, 0.6, .99),
  c(250, 1000, 180, 990, .95), c(0, 5, 1, 500, .95), c(1200, 77.5, 1100, 80, .95), c(16, 16, 4, 8, .8))
tails <- expand.grid(x = c(0, 1, 5, 40, 900), mean = c(0.01, 1, 7.3, 55, 1000))
num <- function(x) ifelse(is.infinite(x), '"Infinity"', sprintf("%.17g", x))
# The ends of poisson.test come from qgamma and qbeta: to the last digits.
row <- function(v) { one <- poisson.test(v[1], v[2], conf.level = v[5]); two <- poisson.test(c(v[1], v[3]), c(v[2], v[4]), conf.level = v[5])
  sprintf('    {"x1": %d, "t1": %s, "x0": %d, "t0": %s, "confidence": %s, "rate": %s, "lower": %s, "upper": %s, "ratio": %s, "ratioLower": %s, "ratioUpper": %s, "p": %s}',
    v[1], num(v[2]), v[3], num(v[4]), num(v[5]), num(v[1] / v[2]), num(one$conf.int[1]), num(one$conf.int[2]), num(two$estimate), num(two$conf.int[1]),
    num(two$conf.int[2]), num(two$p.value)) }
tail <- sprintf('    {"x": %d, "mean": %s, "lower": %s, "upper": %s}', tails$x, num(tails$mean), num(ppois(tails$x, tails$mean)), num(ppois(tails$x - 1, tails$mean, lower.tail = FALSE)))
writeLines(c('{', '  "rates": [', paste(sapply(cases, row), collapse = ",\n"), '  ],', '  "tails": [', paste(tail, collapse = ",\n"), '  ]', '}'), "expected.json")
