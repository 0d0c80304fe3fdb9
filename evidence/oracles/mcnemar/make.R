# McNemar from the discordant pairs b and c: stats::mcnemar.test without and with correction, stats::binom.test for the exact p and the odds of its
# interval. The mid-p is the exact p less half of the probability of the splits as probable as the observed one (dbinom).
cases <- list(c(12, 3), c(2, 9), c(5, 5), c(0, 6), c(4, 0), c(1, 0), c(0, 1), c(1, 1), c(40, 22), c(3, 4), c(150, 190))
number <- function(x) if (is.infinite(x)) '"Infinity"' else sprintf("%.17g", x)
row <- function(v) {
  table <- matrix(c(10, v[2], v[1], 10), 2); n <- sum(v); a <- mcnemar.test(table, correct = FALSE); b <- mcnemar.test(table, correct = TRUE); e <- binom.test(v[1], n)
  ties <- if (v[1] == v[2]) dbinom(v[1], n, .5) else 2 * dbinom(v[1], n, .5); odds <- function(p) if (p == 1) Inf else p / (1 - p)
  sprintf('  {"b": %d, "c": %d, "chisq": %.17g, "p": %.17g, "chisqCC": %.17g, "exact": %.17g, "midP": %.17g, "lower": %s, "upper": %s}', v[1], v[2],
    a$statistic, a$p.value, b$statistic, e$p.value, e$p.value - ties / 2, number(odds(e$conf.int[1])), number(odds(e$conf.int[2])))
}
writeLines(c("[", paste(sapply(cases, row), collapse = ",\n"), "]"), "expected.json")
