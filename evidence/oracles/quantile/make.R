# Quantiles by types 2 and 7, moments and geometric means of small samples: stats::quantile, mean, sd, t.test.
samples <- list(
  c(5), c(1, 2), c(3, 1, 2), c(2, 2, 2, 2), c(10, 20, 30, 40, 50), c(0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0),
  c(1e6 + 1, 1e6 + 2, 1e6 + 4, 1e6 + 8), c(0.5, 0.8, 1.2, 3.4, 3.4, 3.4, 9.9), seq(1, 30), c(0.03, 40, 1.7, 1.7, 250, 12, 7)
)
probs <- c(0, 0.1, 0.25, 0.5, 0.75, 0.9, 1)
num <- function(x) ifelse(is.na(x), "null", sprintf("%.17g", x))
vec <- function(x) paste0("[", paste(num(x), collapse = ", "), "]")
row <- function(x) {
  ci <- if (length(unique(x)) > 1) exp(t.test(log(x))$conf.int) else c(NA, NA)
  cv <- if (length(x) > 1) sqrt(expm1(var(log(x)))) else NA
  sprintf('  {"values": %s, "type2": %s, "type7": %s, "mean": %s, "sd": %s, "geometric": %s, "cv": %s, "lower": %s, "upper": %s}',
    vec(x), vec(quantile(x, probs, type = 2)), vec(quantile(x, probs, type = 7)), num(mean(x)),
    num(if (length(x) > 1) sd(x) else NA), num(exp(mean(log(x)))), num(cv), num(ci[1]), num(ci[2]))
}
writeLines(c("[", paste(sapply(samples, row), collapse = ",\n"), "]"), "expected.json")
