# One imputation of visits missing after dropout: regression of each visit on arm, covariates and earlier visits (lm), a draw of
# its posterior from given standard normal numbers z, the joint distribution by solve(I - Phi), and MAR, J2R, CR or CIR from it.
set.seed(61)
make <- function(n, v, covariates, drop) { arm <- rep_len(c(1, 0), n); x <- matrix(round(rnorm(n * covariates, 10, 2), 1), n)
  y <- t(sapply(seq_len(n), function(i) round(.5 * sum(x[i, ]) - arm[i] * seq_len(v) + cumsum(rnorm(v, 0, 2)), 1))); if (v == 1) y <- matrix(y, n)
  for (i in seq_len(n)) { out <- which(runif(v) < drop); if (length(out)) y[i, out[1]:v] <- NA }
  list(arm = arm, x = x, y = y, z = round(rnorm(3000), 6)) }
sets <- list(make(20, 3, 1, .15), make(16, 2, 0, .2), make(40, 4, 1, .12), make(30, 3, 2, .2), make(12, 1, 1, .3), make(24, 2, 1, 0), make(60, 5, 1, .1), make(36, 3, 0, .25))
impute <- function(d, kind) { at <- 0; draw <- function(k) { at <<- at + k; d$z[seq(at - k + 1, length.out = k)] }; v <- ncol(d$y); q <- 2 + ncol(d$x)
  models <- lapply(seq_len(v), function(j) { X <- cbind(1, d$arm, d$x, d$y[, seq_len(j - 1), drop = FALSE]); r <- !is.na(d$y[, j]); X <- X[r, , drop = FALSE]; f <- lm.fit(X, d$y[r, j])
    s2 <- sum(f$residuals^2) / sum(draw(nrow(X) - ncol(X))^2); list(s2 = s2, b = f$coefficients + drop(sqrt(s2) * t(chol(solve(crossprod(X)))) %*% draw(ncol(X)))) })
  Phi <- matrix(0, v, v); for (j in seq_len(v)[-1]) Phi[j, seq_len(j - 1)] <- models[[j]]$b[-seq_len(q)]
  A <- solve(diag(v) - Phi); S <- A %*% diag(sapply(models, `[[`, "s2"), v) %*% t(A)
  mean <- function(i, arm) drop(A %*% sapply(models, function(m) sum(m$b[seq_len(q)] * c(1, arm, d$x[i, ]))))
  y <- d$y; for (i in seq_len(nrow(y))) { k <- sum(!is.na(y[i, ])); if (k == v) next; o <- seq_len(k); m <- (k + 1):v; own <- mean(i, d$arm[i]); ref <- mean(i, 0)
    e <- switch(kind, MAR = own, J2R = c(own[o], ref[m]), CR = ref, CIR = c(own[o], ref[m] + if (k) own[k] - ref[k] else 0))
    B <- if (k) S[m, o, drop = FALSE] %*% solve(S[o, o]) else matrix(0, length(m), 0); C <- S[m, m, drop = FALSE] - if (k) B %*% S[o, m, drop = FALSE] else 0
    y[i, m] <- e[m] + (if (k) drop(B %*% (y[i, o] - e[o])) else 0) + drop(t(chol(C)) %*% draw(length(m))) }
  list(y = y, used = at) }
num <- function(x) ifelse(is.na(x), "null", sprintf("%.17g", x))
vec <- function(x) paste0("[", paste(num(x), collapse = ", "), "]")
mat <- function(M) paste0("[", paste(apply(M, 1, vec), collapse = ", "), "]")
row <- function(d) { f <- sapply(c("MAR", "J2R", "CR", "CIR"), function(k) sprintf('"%s": %s', k, mat(impute(d, k)$y))); used <- impute(d, "MAR")$used
  sprintf('  {"arm": %s, "x": %s, "y": %s, "z": %s,\n   %s}', vec(d$arm), if (ncol(d$x)) mat(d$x) else paste0("[", paste(rep("[]", nrow(d$y)), collapse = ", "), "]"), mat(d$y), vec(d$z[seq_len(used)]), paste(f, collapse = ",\n   ")) }
writeLines(c("[", paste(sapply(sets, row), collapse = ",\n"), "]"), "expected.json")
