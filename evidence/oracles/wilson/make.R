# Wilson's interval of one proportion without and with continuity correction: stats::prop.test. Its correction vanishes where
# the observed share is near the hypothesis, which is therefore put far from it.
cases <- list(c(12, 20, .95), c(0, 20, .95), c(20, 20, .95), c(3, 11, .95), c(1, 1, .95), c(0, 1, .95), c(1, 5, .9), c(5, 6, .99),
  c(13, 40, .95), c(81, 263, .95), c(148, 263, .95), c(1, 29, .95), c(499, 1000, .8), c(2, 7, .95))
ends <- function(v, correct) {
  p <- if (v[1] / v[2] < .5) .999 else .001
  suppressWarnings(prop.test(v[1], v[2], p = p, conf.level = v[3], correct = correct))$conf.int
}
row <- function(v) { a <- ends(v, FALSE); b <- ends(v, TRUE)
  sprintf('  {"x": %d, "n": %d, "confidence": %.17g, "lower": %.17g, "upper": %.17g, "correctedLower": %.17g, "correctedUpper": %.17g}',
    v[1], v[2], v[3], a[1], a[2], b[1], b[2]) }
writeLines(c("[", paste(sapply(cases, row), collapse = ",\n"), "]"), "expected.json")
