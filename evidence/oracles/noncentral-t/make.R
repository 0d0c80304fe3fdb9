# P(T > t) of the noncentral t distribution: the integral of the normal tail over the chi distribution, by integrate; pt beside it,
# which is the Poisson mixture too and good to about 1e-12 absolute.
num <- function(x) sprintf("%.17g", x)
tail <- function(t, df, d) {
  f <- function(s) pnorm(t * s - d, lower.tail = FALSE) * 2 * df * s * dchisq(df * s^2, df)
  m <- sqrt(qchisq(c(1e-18, .1, .5, .9), df) / df); cuts <- c(m, sqrt(qchisq(1e-18, df, lower.tail = FALSE) / df))
  sum(mapply(function(l, h) integrate(f, l, h, rel.tol = 1e-12, abs.tol = 0, subdivisions = 5000)$value, head(cuts, -1), cuts[-1]))
}
grid <- list(c(0, 5, 1), c(2, 5, 0), c(2.1, 10, .5), c(2.0, 38, 2.8), c(1.99, 88.2, 3.2), c(2.776, 4, 3), c(12.7, 1, 2), c(1.96, 1000, 6), c(2.02, 40, -1), c(2, 200, 12),
  c(5, 3.5, 25), c(30, 50, 28))
row <- function(v) { stopifnot(abs(tail(v[1], v[2], v[3]) - pt(v[1], v[2], v[3], lower.tail = FALSE)) < 1e-9)
  sprintf('  {"t": %s, "df": %s, "delta": %s, "upper": %s}', num(v[1]), num(v[2]), num(v[3]), num(tail(v[1], v[2], v[3]))) }
writeLines(c("[", paste(sapply(grid, row), collapse = ",\n"), "]"), "expected.json")
writeLines(c(R.version.string, "stats only"), "versions.txt")
