# Two samples (arm 1 against arm 0) and changes from zero: stats::t.test.
set.seed(20)
cases <- list(
  list(c(1, 2), c(3, 5), .95), list(c(1, 1), c(2, 4), .95), list(c(4.1, 5.2, 3.3), c(4.1, 5.2, 3.4), .9),
  list(round(rnorm(11, 8, 3), 1), round(rnorm(5, 10, 1), 1), .95), list(round(rnorm(20, 0, 1), 2), round(rnorm(20, 2, 6), 2), .99),
  list(c(1e6 + 1, 1e6 + 2, 1e6 + 3), c(1e6 + 2, 1e6 + 5, 1e6 + 5), .95), list(round(rnorm(40, -3, 4)), round(rnorm(39, 0, 4)), .95),
  list(c(0, 0, 0, 0, 1), c(0, 0, 1, 1, 1, 1), .95)
)
num <- function(x) sprintf("%.17g", x)
vec <- function(x) paste0("[", paste(num(x), collapse = ", "), "]")
part <- function(t) sprintf('{"estimate": %s, "se": %s, "df": %s, "t": %s, "p": %s, "lower": %s, "upper": %s}',
  num(if (length(t$estimate) == 2) t$estimate[[1]] - t$estimate[[2]] else t$estimate[[1]]),
  num(t$stderr), num(t$parameter), num(t$statistic), num(t$p.value), num(t$conf.int[1]), num(t$conf.int[2]))
row <- function(v) sprintf('  {"arm1": %s, "arm0": %s, "confidence": %s,\n   "welch": %s,\n   "pooled": %s,\n   "change": %s}',
  vec(v[[1]]), vec(v[[2]]), num(v[[3]]), part(t.test(v[[1]], v[[2]], conf.level = v[[3]])),
  part(t.test(v[[1]], v[[2]], var.equal = TRUE, conf.level = v[[3]])), part(t.test(v[[2]], conf.level = v[[3]])))
writeLines(c("[", paste(sapply(cases, row), collapse = ",\n"), "]"), "expected.json")
