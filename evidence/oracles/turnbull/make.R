# The nonparametric maximum likelihood of interval-censored times, by direct maximisation over all intervals between neighbouring
# ends (not only the innermost ones): self-consistency far beyond need; stats::nlminb on the roots of the masses must not find more.
set.seed(1976)
num <- function(x) ifelse(is.infinite(x), "null", sprintf("%.17g", x))
draw <- function(n, gap) {
  t <- rexp(n, .08); first <- runif(n, 0, gap); k <- floor((t - first) / gap)
  low <- pmax(0, round(first + k * gap)); low[t < first] <- 0; high <- round(first + (k + 1) * gap)
  gone <- low > 30; data.frame(low = ifelse(gone, 30, low), high = ifelse(gone, Inf, pmax(high, low + 1)))
}
sets <- list(draw(12, 4), draw(30, 5), draw(20, 9), draw(45, 3), draw(8, 6),
  data.frame(low = c(0, 1, 2), high = c(2, 3, Inf)), data.frame(low = c(0, 0, 0), high = c(5, 7, Inf)),
  data.frame(low = c(0, 3, 6, 9, 4), high = c(3, 6, 9, 12, 10)))
best <- function(d) {
  cuts <- sort(unique(c(d$low, d$high))); low <- head(cuts, -1); high <- tail(cuts, -1)
  inside <- outer(d$low, low, "<=") & outer(d$high, high, ">=")
  p <- rep(1 / length(low), length(low))
  # EM far beyond need, then nlminb from there on square-root masses: neither may find more than the other.
  for (i in 1:200000) { q <- p * colMeans(inside / as.vector(inside %*% p)); if (max(abs(q - p)) < 1e-16) break; p <- q }
  f <- function(r) { m <- r^2 / sum(r^2); -sum(log(inside %*% m)) }
  fit <- nlminb(sqrt(p + 1e-6), f, control = list(rel.tol = 1e-15, iter.max = 5000, eval.max = 20000))
  stopifnot(-fit$objective <= sum(log(inside %*% p)) + 1e-9)
  sum(log(inside %*% p))
}
row <- function(d) sprintf('  {"low": [%s], "high": [%s], "logLikelihood": %s}', paste(num(d$low), collapse = ", "),
  paste(num(d$high), collapse = ", "), num(best(d)))
writeLines(c("[", paste(sapply(sets, row), collapse = ",\n"), "]"), "expected.json")
writeLines(c(R.version.string, "stats only; the masses of the cosmesis trial are those published with finkelstein1985"), "versions.txt")
