# Jeffreys' interval of one proportion: stats::qbeta, ends 0 without events and 1 without others.
cases <- list(c(12, 20, .95), c(0, 20, .95), c(20, 20, .95), c(3, 11, .9), c(1, 1, .95), c(0, 1, .99), c(5, 6, .99), c(13, 40, .95), c(81, 263, .95), c(1, 1000, .95), c(499, 1000, .8))
row <- function(v) sprintf('  {"x": %d, "n": %d, "confidence": %.17g, "lower": %.17g, "upper": %.17g}', v[1], v[2], v[3],
  if (v[1] == 0) 0 else qbeta((1 - v[3]) / 2, v[1] + .5, v[2] - v[1] + .5), if (v[1] == v[2]) 1 else qbeta((1 - v[3]) / 2, v[1] + .5, v[2] - v[1] + .5, lower.tail = FALSE))
writeLines(c("[", paste(sapply(cases, row), collapse = ",\n"), "]"), "expected.json")
