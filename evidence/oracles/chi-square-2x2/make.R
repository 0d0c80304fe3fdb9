# Pearson's chi-square of x1/n1 against x2/n2 without and with Yates' correction: stats::chisq.test; and times (N - 1) / N.
cases <- list(c(16, 20, 7, 20), c(5, 11, 1, 5), c(45, 69, 41, 71), c(3, 10, 3, 10), c(0, 10, 5, 12), c(10, 10, 0, 10), c(1, 1, 0, 1), c(7, 13, 2, 12), c(4, 9, 5, 12),
  c(400, 1000, 300, 900), c(10, 10, 9, 10))
row <- function(v) {
  table <- matrix(c(v[1], v[2] - v[1], v[3], v[4] - v[3]), 2, byrow = TRUE); n <- sum(table)
  a <- suppressWarnings(chisq.test(table, correct = FALSE)); b <- suppressWarnings(chisq.test(table, correct = TRUE)); s <- a$statistic * (n - 1) / n
  sprintf('  {"x1": %d, "n1": %d, "x2": %d, "n2": %d, "none": %.17g, "noneP": %.17g, "yates": %.17g, "yatesP": %.17g, "n1Statistic": %.17g, "n1P": %.17g, "smallest": %.17g}',
    v[1], v[2], v[3], v[4], a$statistic, a$p.value, b$statistic, b$p.value, s, pchisq(s, 1, lower.tail = FALSE), min(a$expected))
}
writeLines(c("[", paste(sapply(cases, row), collapse = ",\n"), "]"), "expected.json")
