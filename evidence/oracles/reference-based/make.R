# Means and covariance of the visits after dropout under MAR, J2R, CR and CIR, from the joint normal distribution by solve().
set.seed(44)
make <- function(v, k, r) { A <- matrix(rnorm(v * v), v); S <- round((1 - r) * A %*% t(A) + diag(v) + 8 * r, 3); own <- round(10 - seq_len(v) * 1.2 + rnorm(v, 0, .3), 2)
  list(own = own, ref = round(10 - seq_len(v) * .4 + rnorm(v, 0, .3), 2), S = S, y = round(own[seq_len(k)] + rnorm(k, 0, 2), 1)) }
cases <- list(make(4, 0, .5), make(4, 1, .5), make(4, 3, .5), make(2, 1, .9), make(5, 2, 0), make(5, 4, .8), make(3, 2, .2), make(6, 1, .6), make(1, 0, 0))
num <- function(x) sprintf("%.17g", x)
vec <- function(x) paste0("[", paste(num(x), collapse = ", "), "]")
mat <- function(M) paste0("[", paste(apply(M, 1, vec), collapse = ", "), "]")
row <- function(d) { v <- length(d$own); k <- length(d$y); o <- seq_len(k); m <- setdiff(seq_len(v), o)
  B <- if (k) d$S[m, o, drop = FALSE] %*% solve(d$S[o, o, drop = FALSE]) else matrix(0, v, 0)
  given <- function(full) drop(full[m] + if (k) B %*% (d$y - full[o]) else 0)
  cir <- d$ref + if (k) d$own[k] - d$ref[k] else 0; if (k) cir[o] <- d$own[o]
  C <- d$S[m, m, drop = FALSE] - if (k) B %*% d$S[o, m, drop = FALSE] else 0
  sprintf('  {"own": %s, "reference": %s, "covariance": %s, "observed": %s,\n   "MAR": %s, "J2R": %s, "CR": %s, "CIR": %s, "given": %s}', vec(d$own), vec(d$ref), mat(d$S), if (k) vec(d$y) else "[]",
    vec(given(d$own)), vec(given(c(d$own[o], d$ref[m]))), vec(given(d$ref)), vec(given(cir)), mat(C)) }
writeLines(c("[", paste(sapply(cases, row), collapse = ",\n"), "]"), "expected.json")
