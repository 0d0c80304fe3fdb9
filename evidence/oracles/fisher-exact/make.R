# Fisher's exact test of two proportions, x1 of n1 against x2 of n2: p values of stats::fisher.test.
cases <- list(
  c(16, 20, 7, 20), c(5, 11, 1, 5), c(45, 69, 41, 71), c(9, 12, 5, 6), c(7, 13, 2, 12), c(0, 10, 0, 20), c(10, 10, 8, 8),
  c(10, 10, 0, 10), c(0, 10, 10, 10), c(1, 1, 0, 1), c(0, 1, 1, 1), c(3, 10, 3, 10), c(19, 20, 12, 20), c(1, 40, 9, 40),
  c(96, 223, 72, 223), c(400, 1000, 300, 900), c(90, 100, 10, 100), c(2, 7, 5, 50)
)
p <- function(v, side) {
  fisher.test(matrix(c(v[1], v[2] - v[1], v[3], v[4] - v[3]), 2, byrow = TRUE), alternative = side)$p.value
}
row <- function(v) sprintf(
  '  {"x1": %d, "n1": %d, "x2": %d, "n2": %d, "twoSided": %.17g, "greater": %.17g, "less": %.17g}',
  v[1], v[2], v[3], v[4], p(v, "two.sided"), p(v, "greater"), p(v, "less")
)
writeLines(c("[", paste(sapply(cases, row), collapse = ",\n"), "]"), "expected.json")
