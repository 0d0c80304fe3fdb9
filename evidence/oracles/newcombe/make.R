# Newcombe's methods 10 and 11 for x1/n1 - x2/n2, from the single limits of stats::prop.test without and with correction.
cases <- list(c(16, 20, 7, 20, .95), c(5, 11, 1, 5, .95), c(56, 70, 48, 80, .95), c(9, 10, 3, 10, .95), c(6, 7, 2, 7, .95), c(5, 56, 0, 29, .95),
  c(0, 10, 0, 20, .95), c(0, 10, 0, 10, .95), c(10, 10, 0, 20, .95), c(10, 10, 0, 10, .95), c(0, 9, 7, 7, .99), c(1, 1, 0, 1, .9), c(250, 501, 200, 481, .95))
ends <- function(x, n, conf, correct) {
  p <- if (x / n < .5) .999 else .001
  suppressWarnings(prop.test(x, n, p = p, conf.level = conf, correct = correct))$conf.int
}
difference <- function(v, correct) {
  a <- ends(v[1], v[2], v[5], correct); b <- ends(v[3], v[4], v[5], correct); p <- v[1] / v[2]; q <- v[3] / v[4]
  c(p - q - sqrt((p - a[1])^2 + (b[2] - q)^2), p - q + sqrt((a[2] - p)^2 + (q - b[1])^2))
}
row <- function(v) { a <- difference(v, FALSE); b <- difference(v, TRUE)
  sprintf('  {"x1": %d, "n1": %d, "x2": %d, "n2": %d, "confidence": %.17g, "lower": %.17g, "upper": %.17g, "correctedLower": %.17g, "correctedUpper": %.17g}',
    v[1], v[2], v[3], v[4], v[5], a[1], a[2], b[1], b[2]) }
writeLines(c("[", paste(sapply(cases, row), collapse = ",\n"), "]"), "expected.json")
