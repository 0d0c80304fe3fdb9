# Stratified score interval of a common difference of proportions, weights n1 n0 / N: Miettinen-Nurminen (variance times N/(N-1)
# in each stratum) and without the factor. Rows of strata: x1, n1, x0, n0. No package: in each stratum the constrained estimate is
# the root of the score (not of the cubic), ends by uniroot, both to 1e-15. Strata with an empty arm carry no weight.
tight <- function(f, low, high) uniroot(f, c(low, high), tol = 1e-16, maxiter = 10000)$root
constrained <- function(v, d) {
  term <- function(x, p, sign) if (x == 0) 0 else sign * x / p
  score <- function(p) term(v[1], p + d, 1) + term(v[2] - v[1], 1 - p - d, -1) + term(v[3], p, 1) + term(v[4] - v[3], 1 - p, -1)
  low <- max(0, -d); high <- min(1, 1 - d); inside <- (high - low) * 1e-15
  if (score(low + inside) <= 0) return(low)
  if (score(high - inside) >= 0) return(high)
  tight(score, low + inside, high - inside)
}
z <- function(strata, d, factor) {
  parts <- sapply(strata, function(v) {
    if (v[2] == 0 || v[4] == 0) return(c(0, 0))
    p0 <- constrained(v, d); p1 <- p0 + d; n <- v[2] + v[4]; w <- v[2] * v[4] / n
    variance <- p1 * (1 - p1) / v[2] + p0 * (1 - p0) / v[4]
    c(w * (v[1] / v[2] - v[3] / v[4] - d), w^2 * variance * if (factor) n / (n - 1) else 1)
  })
  if (abs(sum(parts[1, ])) < 1e-15) 0 else sum(parts[1, ]) / sqrt(max(sum(parts[2, ]), 1e-300))
}
estimate <- function(strata) {
  full <- Filter(function(v) v[2] > 0 && v[4] > 0, strata)
  w <- sapply(full, function(v) v[2] * v[4] / (v[2] + v[4])); sum(w * sapply(full, function(v) v[1] / v[2] - v[3] / v[4])) / sum(w)
}
ends <- function(strata, conf, factor) {
  e <- estimate(strata); q <- qnorm(1 - (1 - conf) / 2)
  sprintf('{"lower": %.17g, "upper": %.17g}', tight(function(d) z(strata, d, factor) - q, -1 + 1e-12, e),
    tight(function(d) z(strata, d, factor) + q, e, 1 - 1e-12))
}
cases <- list(
  list(c(8, 10, 4, 10), c(7, 9, 5, 11), c(3, 6, 1, 5)), list(c(10, 20, 6, 20), c(12, 20, 9, 20)), list(c(45, 69, 41, 71)),
  list(c(0, 5, 0, 6), c(3, 7, 1, 8)), list(c(1, 1, 0, 1), c(1, 2, 0, 2), c(2, 3, 1, 3), c(0, 1, 1, 1)), list(c(5, 5, 0, 5), c(4, 6, 2, 6)),
  list(c(3, 8, 2, 7), c(2, 3, 0, 0), c(4, 9, 5, 10)), list(c(0, 4, 0, 4), c(0, 6, 0, 5)), list(c(30, 60, 20, 55), c(10, 40, 12, 44), c(25, 30, 22, 31), c(4, 15, 1, 16))
)
row <- function(strata, conf) sprintf(
  '  {"strata": [%s], "confidence": %.17g, "estimate": %.17g, "z": %.17g, "mn": %s, "plain": %s}',
  paste(sapply(strata, function(v) sprintf("[%s]", paste(v, collapse = ", "))), collapse = ", "), conf, estimate(strata), z(strata, 0, TRUE),
  ends(strata, conf, TRUE), ends(strata, conf, FALSE))
writeLines(c("[", paste(c(sapply(cases, row, conf = .95), row(cases[[1]], .9), row(cases[[9]], .99)), collapse = ",\n"), "]"), "expected.json")
