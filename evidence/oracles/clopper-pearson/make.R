# Clopper-Pearson intervals of one proportion, x of n: stats::binom.test.
cases <- list(
  c(12, 20, .95), c(0, 20, .95), c(3, 11, .95), c(11, 11, .95), c(1, 1, .95), c(0, 1, .95), c(1, 40, .95), c(39, 40, .95),
  c(5, 6, .95), c(49, 81, .90), c(49, 81, .99), c(250, 1000, .95), c(3, 5000, .95), c(2500, 5000, .999), c(0, 11, .90)
)
row <- function(v) {
  ends <- binom.test(v[1], v[2], conf.level = v[3])$conf.int
  sprintf('  {"x": %d, "n": %d, "confidence": %.17g, "lower": %.17g, "upper": %.17g}', v[1], v[2], v[3], ends[1], ends[2])
}
writeLines(c("[", paste(sapply(cases, row), collapse = ",\n"), "]"), "expected.json")
