# Conditional maximum likelihood odds ratio of x1/n1 against x2/n2 and its exact interval: tails of the noncentral hypergeometric
# distribution summed in log space (dhyper), roots in the logarithm by uniroot to 1e-15. fisher.test solves the same equations to 1e-3.
cases <- list(c(16, 20, 7, 20, .95), c(5, 11, 1, 5, .95), c(45, 69, 41, 71, .95), c(0, 10, 3, 10, .95), c(10, 10, 8, 10, .95), c(4, 4, 0, 4, .95),
  c(0, 4, 4, 4, .95), c(1, 1, 0, 1, .95), c(7, 13, 2, 12, .9), c(3, 10, 3, 10, .99), c(96, 223, 72, 223, .95), c(1, 40, 9, 40, .95), c(400, 1000, 300, 900, .95))
solve_one <- function(v) {
  m <- v[1] + v[3]; support <- max(0, m - v[4]):min(v[2], m); base <- dhyper(support, v[2], v[4], m, log = TRUE)
  weights <- function(t) { d <- base + support * t; d <- exp(d - max(d)); d / sum(d) }
  root <- function(f) exp(uniroot(f, c(-40, 40), tol = 1e-15, maxiter = 10000)$root)
  tail <- (1 - v[5]) / 2; lowest <- v[1] == min(support); highest <- v[1] == max(support)
  c(if (lowest) 0 else if (highest) Inf else root(function(t) sum(support * weights(t)) - v[1]),
    if (lowest) 0 else root(function(t) log(sum(weights(t)[support >= v[1]])) - log(tail)),
    if (highest) Inf else root(function(t) log(sum(weights(t)[support <= v[1]])) - log(tail)))
}
number <- function(x) if (is.infinite(x)) '"Infinity"' else sprintf("%.17g", x)
row <- function(v) { r <- solve_one(v); sprintf(
  '  {"x1": %d, "n1": %d, "x2": %d, "n2": %d, "confidence": %.17g, "estimate": %s, "lower": %s, "upper": %s}',
  v[1], v[2], v[3], v[4], v[5], number(r[1]), number(r[2]), number(r[3])) }
writeLines(c("[", paste(sapply(cases, row), collapse = ",\n"), "]"), "expected.json")
