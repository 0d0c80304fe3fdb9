# Rubin's rules and Barnard and Rubin's degrees of freedom, written out.
set.seed(3)
cases <- list(list(c(1, 2), c(1, 1), 10), list(c(1, 1, 1), c(.2, .3, .4), 18), list(c(.5, 1.5, 2.5, -1), c(.01, .02, .01, .03), 5), list(rnorm(100, 3), runif(100, .5, 2), 38),
  list(rnorm(20, -2, .01), runif(20, .5, 2), 200), list(c(1e6, 1e6 + 2, 1e6 + 3), c(4, 5, 6), 12.5), list(rnorm(5, 0, 5), rep(.1, 5), 30), list(c(-1, -2), c(0, 1), 3))
num <- function(x) ifelse(is.infinite(x), "null", sprintf("%.17g", x))
vec <- function(x) paste0("[", paste(num(x), collapse = ", "), "]")
row <- function(v) { q <- v[[1]]; m <- length(q); W <- mean(v[[2]]); B <- var(q); T <- W + (1 + 1 / m) * B; r <- (1 + 1 / m) * B / W; l <- (1 + 1 / m) * B / T
  old <- (m - 1) * (1 + 1 / r)^2; obs <- (v[[3]] + 1) / (v[[3]] + 3) * v[[3]] * (1 - l); df <- 1 / (1 / old + 1 / obs); h <- qt(.975, df) * sqrt(T)
  sprintf('  {"estimates": %s, "variances": %s, "dfComplete": %s, "estimate": %s, "within": %s, "between": %s, "total": %s, "dfRubin": %s, "df": %s, "riv": %s, "lambda": %s, "p": %s, "lower": %s, "upper": %s}',
    vec(q), vec(v[[2]]), num(v[[3]]), num(mean(q)), num(W), num(B), num(T), num(old), num(df), num(r), num(l), num(2 * pt(-abs(mean(q)) / sqrt(T), df)), num(mean(q) - h), num(mean(q) + h)) }
writeLines(c("[", paste(sapply(cases, row), collapse = ",\n"), "]"), "expected.json")
