# Wald's interval of x1/n1 - x2/n2: the coefficient and standard error of a weighted least squares fit of two group means would pool,
# so the closed form; and Agresti and Caffo's, the same with one event and one failure more in each arm.
cases <- list(c(16, 20, 7, 20, .95), c(5, 11, 1, 5, .95), c(45, 69, 41, 71, .95), c(0, 10, 0, 20, .95), c(10, 10, 0, 10, .95), c(10, 10, 10, 10, .95),
  c(0, 7, 7, 7, .9), c(1, 1, 0, 1, .99), c(3, 480, 1, 500, .95), c(9, 10, 3, 10, .8))
wald <- function(v) { p <- v[1] / v[2]; q <- v[3] / v[4]
  p - q + c(-1, 1) * qnorm(1 - (1 - v[5]) / 2) * sqrt(p * (1 - p) / v[2] + q * (1 - q) / v[4]) }
row <- function(v) { a <- wald(v); b <- wald(v + c(1, 2, 1, 2, 0))
  sprintf('  {"x1": %d, "n1": %d, "x2": %d, "n2": %d, "confidence": %.17g, "lower": %.17g, "upper": %.17g, "caffoLower": %.17g, "caffoUpper": %.17g}',
    v[1], v[2], v[3], v[4], v[5], a[1], a[2], b[1], b[2]) }
writeLines(c("[", paste(sapply(cases, row), collapse = ",\n"), "]"), "expected.json")
