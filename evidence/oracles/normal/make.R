# Tails of the standard normal distribution: stats::pnorm.
z <- c(-8, -3.5, -1.96, -1, -0.1, 0, 1e-9, 0.3, 0.67448975, 1, 1.6448536269514722, 1.9599639845400545, 2.5, 3, 4.5, 6, 8, 12, 20, 30, 37)
row <- function(v) sprintf('  {"z": %.17g, "upper": %.17g, "lower": %.17g, "twoSided": %.17g}', v,
  pnorm(v, lower.tail = FALSE), pnorm(v), 2 * pnorm(-abs(v)))
writeLines(c("[", paste(sapply(z, row), collapse = ",\n"), "]"), "expected.json")
