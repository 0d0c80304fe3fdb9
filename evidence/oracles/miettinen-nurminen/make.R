# Score intervals of a difference of proportions, x1/n1 - x2/n2: Miettinen-Nurminen (variance times N/(N-1)) and Mee
# (without), and the Miettinen-Nurminen and Farrington-Manning z of the hypothesis that the difference is -margin.
# No package: the constrained estimate is the root of the score (not of the cubic), ends by uniroot, both to 1e-14.
tight <- function(f, low, high) uniroot(f, c(low, high), tol = 1e-15, maxiter = 10000)$root

constrained <- function(v, d) {
  term <- function(x, p, sign) if (x == 0) 0 else sign * x / p
  score <- function(p) term(v[1], p + d, 1) + term(v[2] - v[1], 1 - p - d, -1) + term(v[3], p, 1) + term(v[4] - v[3], 1 - p, -1)
  low <- max(0, -d); high <- min(1, 1 - d); inside <- (high - low) * 1e-15
  if (score(low + inside) <= 0) return(low)
  if (score(high - inside) >= 0) return(high)
  tight(score, low + inside, high - inside)
}
z <- function(v, d, factor) {
  p2 <- constrained(v, d); p1 <- p2 + d; n <- v[2] + v[4]
  variance <- p1 * (1 - p1) / v[2] + p2 * (1 - p2) / v[4]
  difference <- v[1] / v[2] - v[3] / v[4] - d
  if (abs(difference) < 1e-16) 0 else difference / sqrt(max(variance, 1e-300) * if (factor) n / (n - 1) else 1)
}
ends <- function(v, conf, factor) {
  estimate <- v[1] / v[2] - v[3] / v[4]; q <- qnorm(1 - (1 - conf) / 2)
  lower <- if (estimate == -1) -1 else tight(function(d) z(v, d, factor) - q, -1 + 1e-15, estimate)
  upper <- if (estimate == 1) 1 else tight(function(d) z(v, d, factor) + q, estimate, 1 - 1e-15)
  sprintf('{"lower": %.15g, "upper": %.15g}', lower, upper)
}
intervals <- list(
  c(16, 20, 7, 20, .95), c(5, 11, 1, 5, .95), c(45, 69, 41, 71, .95), c(56, 70, 48, 80, .95), c(9, 10, 3, 10, .95),
  c(6, 7, 2, 7, .95), c(5, 56, 0, 29, .95), c(0, 10, 0, 20, .95), c(0, 20, 0, 20, .95), c(20, 20, 20, 20, .95),
  c(10, 10, 0, 10, .95), c(0, 10, 10, 10, .95), c(1, 1, 0, 1, .95), c(0, 1, 0, 1, .95), c(9, 12, 5, 6, .95),
  c(13, 20, 8, 20, .90), c(13, 20, 8, 20, .99), c(250, 500, 200, 480, .95), c(1, 500, 3, 480, .95), c(2, 7, 31, 300, .95)
)
tests <- list(c(45, 69, 41, 71, .15), c(12, 20, 8, 20, .2), c(16, 20, 7, 20, 0), c(104, 185, 98, 185, .1), c(3, 10, 6, 9, .1))
interval_row <- function(v) sprintf(
  '    {"x1": %d, "n1": %d, "x2": %d, "n2": %d, "confidence": %.17g, "mn": %s, "mee": %s}',
  v[1], v[2], v[3], v[4], v[5], ends(v, v[5], TRUE), ends(v, v[5], FALSE)
)
test_row <- function(v) sprintf(
  '    {"x1": %d, "n1": %d, "x2": %d, "n2": %d, "margin": %.17g, "zMN": %.15g, "zFM": %.15g}',
  v[1], v[2], v[3], v[4], v[5], z(v, -v[5], TRUE), z(v, -v[5], FALSE)
)
writeLines(c(
  "{", '  "intervals": [', paste(sapply(intervals, interval_row), collapse = ",\n"), "  ],",
  '  "tests": [', paste(sapply(tests, test_row), collapse = ",\n"), "  ]", "}"
), "expected.json")
