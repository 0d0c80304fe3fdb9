# Ratio of x1/n1 to x2/n2: Koopman's score interval (constrained estimate by uniroot on the score, not by the quadratic; ends by uniroot in the
# logarithm, all to 1e-15) and log-Wald; odds ratio log-Wald. An end without bound is "Infinity"; NA where nothing may be said.
tight <- function(f, low, high) uniroot(f, c(low, high), tol = 1e-16, maxiter = 10000)$root
score_z <- function(v, ratio) {
  term <- function(x, p, f) if (x == 0) 0 else x / p * f
  slope <- function(p) term(v[1], p, 1) - term(v[2] - v[1], 1 - ratio * p, ratio) + term(v[3], p, 1) - term(v[4] - v[3], 1 - p, 1)
  high <- min(1, 1 / ratio); inside <- high * 1e-15
  p <- if (slope(high - inside) >= 0) high else tight(slope, inside, high - inside)
  q <- ratio * p; distance <- v[1] / v[2] - ratio * v[3] / v[4]
  distance / sqrt(max(q * (1 - q) / v[2] + ratio^2 * p * (1 - p) / v[4], 1e-300))
}
koopman <- function(v) { limit <- qnorm(1 - (1 - v[5]) / 2)
  estimate <- v[1] / v[2] / (v[3] / v[4]); at <- function(t, l) score_z(v, exp(t)) - l
  middle <- if (is.finite(estimate) && estimate > 0) log(estimate) else if (estimate == 0) -30 else 30
  c(if (v[1] == 0) 0 else exp(tight(function(t) at(t, limit), -30, middle)), if (v[3] == 0) Inf else exp(tight(function(t) at(t, -limit), middle, 30))) }
wald <- function(estimate, variance, conf) if (!is.finite(variance) || variance <= 0) c(NA, NA) else estimate * exp(c(-1, 1) * qnorm(1 - (1 - conf) / 2) * sqrt(variance))
cases <- list(c(16, 20, 7, 20, .95), c(5, 11, 1, 5, .95), c(45, 69, 41, 71, .95), c(0, 10, 3, 10, .95), c(4, 10, 0, 9, .95), c(10, 10, 6, 10, .95), c(10, 10, 10, 10, .95),
  c(1, 1, 0, 1, .9), c(2, 7, 31, 300, .99), c(20, 20, 14, 20, .95), c(96, 223, 72, 223, .95))
number <- function(x) ifelse(is.na(x), "null", ifelse(is.infinite(x), '"Infinity"', sprintf("%.17g", x)))
row <- function(v) {
  k <- koopman(v); r <- wald(v[1] / v[2] / (v[3] / v[4]), 1 / v[1] - 1 / v[2] + 1 / v[3] - 1 / v[4], v[5])
  o <- wald(v[1] * (v[4] - v[3]) / (v[3] * (v[2] - v[1])), sum(1 / c(v[1], v[2] - v[1], v[3], v[4] - v[3])), v[5])
  sprintf('  {"x1": %d, "n1": %d, "x2": %d, "n2": %d, "confidence": %.17g, "koopman": [%s], "logWald": [%s], "odds": [%s]}', v[1], v[2], v[3], v[4], v[5],
    paste(number(k), collapse = ", "), paste(number(r), collapse = ", "), paste(number(o), collapse = ", "))
}
writeLines(c("[", paste(sapply(cases, row), collapse = ",\n"), "]"), "expected.json")
