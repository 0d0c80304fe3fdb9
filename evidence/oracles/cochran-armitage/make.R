# Trend of proportions: stats::prop.trend.test with scores; any difference: stats::chisq.test.
cases <- list(list(c(2, 4, 7), c(10, 10, 10), 1:3), list(c(20, 30, 45), c(50, 52, 51), 1:3), list(c(0, 1, 3, 4), c(5, 6, 7, 5), 1:4), list(c(7, 4, 2), c(10, 10, 10), 1:3),
  list(c(1, 0), c(1, 1), 1:2), list(c(16, 7), c(20, 20), 0:1), list(c(5, 0, 5), c(10, 10, 10), c(0, 1, 4)), list(c(3, 3, 9, 10), c(12, 15, 20, 18), c(0, .5, 1, 2)),
  list(c(0, 0, 1), c(40, 38, 41), c(-1, 0, 1)), list(c(5, 4, 5), c(10, 10, 10), 1:3))
row <- function(s) {
  a <- prop.trend.test(s[[1]], s[[2]], s[[3]]); b <- suppressWarnings(chisq.test(rbind(s[[1]], s[[2]] - s[[1]]), correct = FALSE))
  list_of <- function(v) sprintf("[%s]", paste(v, collapse = ", "))
  sprintf('  {"x": %s, "n": %s, "scores": %s, "trend": %.17g, "trendP": %.17g, "any": %.17g, "anyP": %.17g}', list_of(s[[1]]), list_of(s[[2]]), list_of(s[[3]]),
    a$statistic, a$p.value, b$statistic, b$p.value)
}
writeLines(c("[", paste(sapply(cases, row), collapse = ",\n"), "]"), "expected.json")
