# Beta posteriors: qbeta; shortest interval by optimize over its lower tail; differences by integrate of pbeta times dbeta, split at
# the mean; predictive probability by the sum over what is still to come, its chances by lchoose and lbeta (integrate of dbinom
# times dbeta agrees to 1e-8).
num <- function(x) sprintf("%.17g", x)
vec <- function(x) paste0("[", paste(num(x), collapse = ", "), "]")
hpd <- function(a, b) {
  if (b <= 1) return(c(qbeta(.05, a, b), 1))
  if (a <= 1) return(c(0, qbeta(.95, a, b)))
  f <- function(t) dbeta(qbeta(t, a, b), a, b, log = TRUE) - dbeta(qbeta(t + .95, a, b), a, b, log = TRUE)
  t <- uniroot(f, c(1e-12, .05 - 1e-12), tol = 1e-16, maxiter = 5000)$root
  c(qbeta(t, a, b), qbeta(t + .95, a, b))
}
above <- function(v, margin) {
  a1 <- v[1] + v[5]; b1 <- v[2] - v[1] + v[6]; a0 <- v[3] + v[5]; b0 <- v[4] - v[3] + v[6]
  # Over the quantile of arm 0: no infinite density at the ends.
  f <- function(u) pbeta(qbeta(u, a0, b0) - margin, a1, b1, lower.tail = FALSE)
  cuts <- c(0, pbeta(margin, a0, b0), .001, .1, .5, .9, .999, 1); cuts <- sort(unique(cuts))
  sum(mapply(function(l, h) integrate(f, l, h, rel.tol = 1e-11, abs.tol = 1e-14, subdivisions = 5000)$value, head(cuts, -1), tail(cuts, -1)))
}
tables <- list(c(12, 20, 8, 20, 1, 1), c(5, 11, 1, 5, 1, 1), c(0, 10, 0, 10, 1, 1), c(10, 10, 0, 10, .5, .5), c(11, 11, 1, 5, .5, .5), c(0, 11, 3, 5, .5, .5),
  c(45, 69, 41, 71, 1, 1), c(150, 500, 100, 480, 2, 3), c(1, 1, 0, 1, 1, 1), c(7, 20, 16, 20, .3, .7))
posterior <- function(v) {
  a <- v[1] + v[5]; b <- v[2] - v[1] + v[6]
  sprintf('    {"x1": %s, "n1": %s, "x0": %s, "n0": %s, "a": %s, "b": %s, "mean": %s, "equalTailed": %s, "highestDensity": %s, "above": %s, "aboveMargin": %s}',
    num(v[1]), num(v[2]), num(v[3]), num(v[4]), num(v[5]), num(v[6]), num(a / (a + b)), vec(qbeta(c(.025, .975), a, b)), vec(hpd(a, b)),
    num(above(v, 0)), num(above(v, .1)))
}
singles <- list(c(6, 10, 40, .3, .95, 1, 1), c(0, 10, 40, .3, .95, 1, 1), c(10, 10, 20, .5, .9, .5, .5), c(1, 1, 2, .5, .8, 1, 1), c(12, 20, 20, .4, .95, 1, 1),
  c(0, 0, 20, .2, .9, .2, .8), c(3, 16, 40, .4, .95, 1, 1), c(16, 30, 60, .4, .975, 2, 3))
predict <- function(v) {
  future <- v[3] - v[2]; a <- v[1] + v[6]; b <- v[2] - v[1] + v[7]
  averaged <- function(y) if (future == 0) 1 else integrate(function(u) dbinom(y, future, qbeta(u, a, b)), 0, 1, rel.tol = 1e-12, subdivisions = 5000)$value
  chance <- function(y) exp(lchoose(future, y) + lbeta(a + y, b + future - y) - lbeta(a, b))
  stopifnot(abs(averaged(future) - chance(future)) < 1e-8, abs(averaged(0) - chance(0)) < 1e-8)
  win <- function(y) pbeta(v[4], v[6] + v[1] + y, v[7] + v[3] - v[1] - y, lower.tail = FALSE) > v[5]
  y <- 0:future; y <- y[sapply(y, win)]
  sprintf('    {"x": %s, "n": %s, "planned": %s, "p0": %s, "threshold": %s, "a": %s, "b": %s, "predictive": %s, "now": %s}', num(v[1]), num(v[2]), num(v[3]),
    num(v[4]), num(v[5]), num(v[6]), num(v[7]), num(sum(0, sapply(y, chance))), num(pbeta(v[4], a, b, lower.tail = FALSE)))
}
places <- expand.grid(x = c(1e-6, .05, .5, .97), shape = 1:4); shapes <- rbind(c(.5, .5), c(2, 7), c(40, 1), c(800, 1200))
tail_row <- function(i) { s <- shapes[places$shape[i], ]; x <- places$x[i]
  sprintf('    {"x": %s, "a": %s, "b": %s, "lower": %s, "upper": %s, "logDensity": %s}', num(x), num(s[1]), num(s[2]), num(pbeta(x, s[1], s[2])),
    num(pbeta(x, s[1], s[2], lower.tail = FALSE)), num(dbeta(x, s[1], s[2], log = TRUE))) }
writeLines(c("{", '  "posteriors": [', paste(sapply(tables, posterior), collapse = ",\n"), "  ],", '  "predictive": [', paste(sapply(singles, predict), collapse = ",\n"),
  "  ],", '  "tails": [', paste(sapply(seq_len(nrow(places)), tail_row), collapse = ",\n"), "  ]", "}"), "expected.json")
writeLines(c(R.version.string, "stats only"), "versions.txt")
