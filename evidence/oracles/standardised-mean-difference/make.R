# Standardised differences of two groups: continuous, binary from x1/n1 and x0/n0, and levels (Mahalanobis distance by by solve, the
# first level left out, levels that nobody has dropped).
set.seed(7)
continuous <- lapply(1:8, function(i) list(round(rnorm(3 + 2 * i, i), 1), round(rnorm(4 + i, i + .5, 2), 1)))
binary <- list(c(16, 20, 7, 20), c(5, 11, 1, 5), c(0, 10, 3, 10), c(10, 10, 4, 9), c(3, 10, 3, 10), c(0, 10, 0, 20), c(1, 40, 9, 41), c(450, 1000, 300, 900))
levels <- list(list(c(3, 4, 5), c(5, 4, 3)), list(c(10, 0, 2), c(7, 3, 1)), list(c(1, 2, 3, 4), c(4, 3, 2, 1)), list(c(6, 4), c(3, 9)), list(c(0, 5, 5), c(0, 3, 9)),
  list(c(2, 2, 2), c(3, 3, 3)), list(c(100, 50, 25, 25), c(80, 60, 30, 40)), list(c(0, 1, 0, 7, 3), c(2, 2, 0, 4, 1)))
pooled <- function(a, b) (mean(a) - mean(b)) / sqrt((var(a) + var(b)) / 2)
share <- function(v) { p <- v[1] / v[2]; q <- v[3] / v[4]; if (p == q) 0 else (p - q) / sqrt((p * (1 - p) + q * (1 - q)) / 2) }
distance <- function(a, b) { keep <- a + b > 0; p <- (a / sum(a))[keep][-1]; q <- (b / sum(b))[keep][-1]
  cov <- function(p) diag(p, length(p)) - p %o% p; d <- p - q; sqrt(drop(d %*% solve((cov(p) + cov(q)) / 2) %*% d)) }
list_of <- function(v) sprintf("[%s]", paste(v, collapse = ", "))
writeLines(c("{", '  "continuous": [', paste(sapply(continuous, function(s) sprintf('    {"arm1": %s, "arm0": %s, "value": %.17g}', list_of(s[[1]]), list_of(s[[2]]),
  pooled(s[[1]], s[[2]]))), collapse = ",\n"), "  ],", '  "binary": [', paste(sapply(binary, function(v) sprintf('    {"table": %s, "value": %.17g}', list_of(v), share(v))),
  collapse = ",\n"), "  ],", '  "levels": [', paste(sapply(levels, function(s) sprintf('    {"arm1": %s, "arm0": %s, "value": %.17g}', list_of(s[[1]]), list_of(s[[2]]),
  distance(s[[1]], s[[2]]))), collapse = ",\n"), "  ]", "}"), "expected.json")
