# Exact test of one proportion: stats::binom.test.
cases <- list(c(12, 20, .5), c(9, 16, .4), c(0, 10, .3), c(10, 10, .3), c(3, 10, .3), c(1, 1, .5), c(0, 1, .9), c(7, 11, .05), c(40, 100, .5), c(13, 40, .2), c(2, 500, .02), c(5, 10, .5))
row <- function(v) { p <- sapply(c("two.sided", "greater", "less"), function(s) binom.test(v[1], v[2], v[3], alternative = s)$p.value)
  sprintf('  {"x": %d, "n": %d, "p0": %.17g, "twoSided": %.17g, "greater": %.17g, "less": %.17g}', v[1], v[2], v[3], p[1], p[2], p[3]) }
writeLines(c("[", paste(sapply(cases, row), collapse = ",\n"), "]"), "expected.json")
