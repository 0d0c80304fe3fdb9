# Sizes of trials: two proportions by power.prop.test (tight) where 1 : 1; non-inferiority with the constrained rates by uniroot on the
# score; means by power.t.test (tight); events seen by integrate over entry.
num <- function(x) sprintf("%.17g", x)
row <- function(...) { v <- list(...); paste0("    {", paste(sprintf('"%s": %s', names(v), sapply(v, num)), collapse = ", "), "}") }
proportions <- function(v) row(p1 = v[1], p0 = v[2], alpha = v[3], power = v[4],
  pooled = power.prop.test(p1 = v[1], p2 = v[2], sig.level = 2 * v[3], power = v[4], tol = 1e-13)$n)
ni <- function(v) {
  p1 <- v[1]; p0 <- v[2]; m <- v[3]; r <- v[6]
  score <- function(q) r * (p1 / (q - m) - (1 - p1) / (1 - q + m)) + p0 / q - (1 - p0) / (1 - q)
  q0 <- uniroot(score, c(m + 1e-12, 1 - 1e-12), tol = 1e-16, maxiter = 10000)$root; q1 <- q0 - m
  za <- qnorm(1 - v[4]); zb <- qnorm(v[5]); d <- p1 - p0 + m; var <- p1 * (1 - p1) / r + p0 * (1 - p0)
  row(p1 = p1, p0 = p0, margin = m, alpha = v[4], power = v[5], ratio = r,
    score = ((za * sqrt(q1 * (1 - q1) / r + q0 * (1 - q0)) + zb * sqrt(var)) / d)^2, wald = (za + zb)^2 * var / d^2)
}
means <- function(v) row(difference = v[1], sd = v[2], alpha = v[3], power = v[4],
  perArm = power.t.test(delta = v[1], sd = v[2], sig.level = 2 * v[3], power = v[4], tol = 1e-12)$n)
times <- function(v) {
  seen <- function(h) { all <- h + v[5]; chance <- function(entry) h / all * (1 - exp(-all * (v[3] - entry + v[4])))
    integrate(chance, 0, v[3], rel.tol = 1e-12)$value / v[3] }
  row(hazardRatio = v[1], hazard0 = v[2], accrual = v[3], followUp = v[4], dropoutHazard = v[5], ratio = v[6], chance1 = seen(v[1] * v[2]), chance0 = seen(v[2]))
}
lists <- list(
  proportions = sapply(list(c(.8, .4, .025, .8), c(.6, .35, .025, .9), c(.1, .05, .05, .8), c(.3, .6, .025, .8), c(.99, .9, .025, .9), c(.02, .2, .005, .8), c(.5, .49, .025, .9), c(.7, .2, .025, .95)), proportions),
  nonInferiority = sapply(list(c(.6, .6, .15, .025, .8, 1), c(.65, .6, .12, .025, .9, 1), c(.7, .75, .2, .025, .8, 2), c(.5, .5, .1, .05, .8, .5), c(.9, .9, .1, .025, .9, 1), c(.95, .9, .05, .025, .8, 3),
    c(.3, .35, .15, .025, .8, 1), c(.55, .6, .25, .025, .9, 1.5)), ni),
  means = sapply(list(c(3, 5, .025, .8), c(4, 3, .025, .8), c(1, 1, .025, .9), c(.2, 1, .025, .8), c(2, 1, .005, .9), c(3, 1, .05, .8), c(.05, 1, .025, .9), c(1.3, 2, .1, .7)), means),
  survival = sapply(list(c(.6, .05, 24, 12, 0, 1), c(.5, .1, 12, 6, .01, 1), c(2, .02, 18, 12, .02, 2), c(.7, .01, 36, 24, 0, .5), c(.4, .2, 6, 3, .1, 1), c(.8, .03, 12, 24, .005, 3), c(.3, .5, 2, 1, 0, 1), c(1.5, .001, 24, 12, .001, 1)), times))
parts <- mapply(function(name, rows) sprintf('  "%s": [\n%s\n  ]', name, paste(rows, collapse = ",\n")), names(lists), lists)
writeLines(c("{", paste(parts, collapse = ",\n"), "}"), "expected.json")
writeLines(c(R.version.string, "stats only"), "versions.txt")
