# Rank tests. Exact p values by listing all choices (combn, all signs), ties by mean ranks; the rest by stats::wilcox.test.
# Hodges-Lehmann intervals without ties by wilcox.test(conf.int = TRUE, exact = TRUE), otherwise by qwilcox / qsignrank.
set.seed(12)
cases <- list(
  list(c(1, 2, 3), c(4, 5, 6)), list(c(5), c(1, 2, 3, 4)), list(c(1, 1, 2, 2), c(2, 2, 3, 3)), list(c(2.4, 12.3 - 9.9, 7), c(1, 2.4, 3)),
  list(c(0, 0, 0, 1), c(0, 0, 1, 1, 1)), list(round(rnorm(11, 8, 3)), round(rnorm(5, 11, 3))), list(round(rnorm(9), 3), round(rnorm(9, 1), 3)),
  list(c(-3, -1, 0, 2), c(-3, -1, 0, 2)), list(sample(0:2, 10, TRUE), sample(0:2, 8, TRUE)), list(round(rexp(7), 2), round(rexp(10, .4), 2))
)
changes <- list(c(1, 2, 3), c(-1, 2, -3, 4, 5), c(0, 0, 1, -1, 2), c(-2, -2, -2, -2), c(0.1, 0.3 - 0.2, 0.5, -0.7), round(rnorm(12, 1, 2), 1),
  round(rnorm(15, .5, 1), 3), sample(-3:3, 14, TRUE), c(5), c(1, -1))
num <- function(x) ifelse(is.na(x) | is.infinite(x), "null", sprintf("%.17g", x))
vec <- function(x) paste0("[", paste(num(x), collapse = ", "), "]")
exactSum <- function(x, y) { r <- rank(round(c(x, y), 9)); s <- combn(r, length(x), sum); e <- length(x) * (length(r) + 1) / 2
  mean(abs(s - e) >= abs(sum(r[seq_along(x)]) - e) - 1e-9) }
exactSigned <- function(d) { d <- round(d, 9); d <- d[d != 0]; r <- rank(abs(d)); signs <- as.matrix(expand.grid(rep(list(0:1), length(d))))
  s <- drop(signs %*% r); e <- sum(r) / 2; mean(abs(s - e) >= abs(sum(r[d > 0]) - e) - 1e-9) }
shift <- function(x, y) { z <- sort(as.vector(outer(x, y, "-"))); m <- length(x); n <- length(y); k <- qwilcox(.025, m, n)
  if (k > 0 && pwilcox(k - 1, m, n) > .025) k <- k - 1
  if (pwilcox(k, m, n) <= .025) k <- k + 1
  list(estimate = median(z), lower = if (k < 1) NA else z[k], upper = if (k < 1) NA else z[m * n + 1 - k], level = 1 - 2 * pwilcox(k - 1, m, n)) }
centre <- function(d) { w <- outer(d, d, "+") / 2; w <- sort(w[lower.tri(w, TRUE)]); n <- length(d); k <- qsignrank(.025, n)
  if (k > 0 && psignrank(k - 1, n) > .025) k <- k - 1
  if (psignrank(k, n) <= .025) k <- k + 1
  list(estimate = median(w), lower = if (k < 1) NA else w[k], upper = if (k < 1) NA else w[length(w) + 1 - k], level = 1 - 2 * psignrank(k - 1, n)) }
ends <- function(h) sprintf('{"estimate": %s, "lower": %s, "upper": %s, "level": %s}', num(h$estimate), num(h$lower), num(h$upper), num(h$level))
test <- function(x, y, correct) suppressWarnings(wilcox.test(round(x, 9), round(y, 9), exact = FALSE, correct = correct))
two <- function(v) { x <- v[[1]]; y <- v[[2]]; t <- test(x, y, FALSE)
  h <- shift(x, y)
  if (!anyDuplicated(round(c(x, y), 9)) && !is.na(h$lower)) stopifnot(all.equal(as.numeric(wilcox.test(x, y, conf.int = TRUE, exact = TRUE)$conf.int), c(h$lower, h$upper)))
  sprintf('    {"arm1": %s, "arm0": %s, "u": %s, "exact": %s, "asymptotic": %s, "corrected": %s, "shift": %s}', vec(x), vec(y), num(t$statistic),
    num(exactSum(x, y)), num(t$p.value), num(test(x, y, TRUE)$p.value), ends(h)) }
one <- function(d) { r <- round(d, 9); t <- suppressWarnings(wilcox.test(r, exact = FALSE, correct = FALSE)); u <- suppressWarnings(wilcox.test(r, exact = FALSE))
  sprintf('    {"changes": %s, "v": %s, "exact": %s, "asymptotic": %s, "corrected": %s, "centre": %s}', vec(d), num(t$statistic), num(exactSigned(d)),
    num(t$p.value), num(u$p.value), ends(centre(d))) }
elteren <- function(s) { parts <- sapply(s, function(v) { r <- rank(round(c(v[[1]], v[[2]]), 9)); n <- length(r); m <- length(v[[1]])
    c((sum(r[seq_len(m)]) - m * (n + 1) / 2) / (n + 1), m * (n - m) * var(r) / n / (n + 1)^2) })
  z <- sum(parts[1, ]) / sqrt(sum(parts[2, ]))
  sprintf('    {"strata": %s, "z": %s, "p": %s}', paste0("[", paste(sapply(s, function(v) sprintf('{"arm1": %s, "arm0": %s}', vec(v[[1]]), vec(v[[2]]))), collapse = ", "), "]"),
    num(z), num(2 * pnorm(-abs(z)))) }
strata <- list(cases[1], cases[c(1, 2)], cases[3:5], cases[c(6, 9)], cases[7:10], cases, cases[c(9, 9, 9)], cases[c(2, 8)])
writeLines(c('{', '  "two": [', paste(sapply(cases, two), collapse = ",\n"), '  ],', '  "one": [', paste(sapply(changes, one), collapse = ",\n"), '  ],',
  '  "strata": [', paste(sapply(strata, elteren), collapse = ",\n"), '  ]', '}'), "expected.json")
