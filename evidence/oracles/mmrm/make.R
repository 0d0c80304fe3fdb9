# Mixed models for repeated measures, value ~ visit + arm x visit + base x visit (+ stratum), five covariance structures.
# Start: nlme::gls (REML). Then Fisher scoring over all observations at once with dense matrices to the last digits, and the
# formulas of Kenward and Roger 1997 written out (structure linear in its parameters), derivatives of V by differences.
# Empirical covariance: Mancl and DeRouen 2001, (I - H)^-1 on both sides.
suppressMessages(library(nlme))
set.seed(97)
make <- function(n, V, ratio, drop, gap = 0, strata = 1, offset = 0) {
  arm <- as.integer(seq_len(n) %% (ratio + 1) != 0)
  base <- round(rnorm(n, 12, 3), 1)
  stratum <- sprintf("s%d", rep_len(c(1, 1, 2, 3, 2), n) %% strata + 1)
  d <- do.call(rbind, lapply(seq_len(n), function(i) {
    u <- cumsum(rnorm(V, 0, 1.5)) + rnorm(1, 0, 2) + rnorm(V, 0, 1)
    y <- round(.5 * base[i] - arm[i] * seq_len(V) * .6 + u + offset, 1)
    data.frame(id = i, arm = arm[i], base = base[i], stratum = stratum[i], visit = seq_len(V), y = y)
  }))
  out <- unlist(lapply(seq_len(n), function(i) { last <- which(runif(V) < drop); seq_len(V) >= (if (length(last)) max(2, last[1]) else V + 1) }))
  d[!(out | (d$visit > 1 & runif(nrow(d)) < gap)), ]
}
sets <- list(make(40, 4, 1, .08), make(24, 4, 1, 0), make(16, 3, 2, 0), make(60, 3, 2, .05, .08, 3), make(30, 2, 1, .2),
  make(50, 4, 1, .12, .03), make(36, 3, 1, .3), make(40, 3, 1, .1, 0, 2, 1e4),
  make(16, 5, 1, 0), make(16, 5, 1, .1))
structures <- c("un", "toeph", "ar1h", "csh", "cs")

design <- function(d) {
  V <- max(d$visit); base <- d$base - mean(d$base[!duplicated(d$id)])
  X <- do.call(cbind, lapply(seq_len(V), function(v) (d$visit == v) * cbind(1, d$arm, base)))
  levels <- sort(unique(d$stratum))
  if (length(levels) > 1) X <- cbind(X, sapply(levels[-1], function(l) as.integer(d$stratum == l)))
  X
}
vech <- function(V) V[lower.tri(V, TRUE)]
covariances <- list(
  un = function(t, v) { S <- matrix(0, v, v); S[lower.tri(S, TRUE)] <- t; S + t(S) - diag(diag(S), v) },
  toeph = function(t, v) outer(t[1:v], t[1:v]) * toeplitz(c(1, t[-(1:v)])),
  ar1h = function(t, v) outer(t[1:v], t[1:v]) * t[v + 1]^abs(outer(1:v, 1:v, "-")),
  csh = function(t, v) outer(t[1:v], t[1:v]) * (t[v + 1] + (1 - t[v + 1]) * diag(v)),
  cs = function(t, v) t[1]^2 * (t[2] + (1 - t[2]) * diag(v))
)
startOf <- function(s, S) { sd <- sqrt(diag(S)); R <- cov2cor(S); v <- nrow(S)
  switch(s, un = vech(S), toeph = c(sd, R[1, -1]), ar1h = c(sd, R[1, 2]), csh = c(sd, R[1, 2]), cs = c(mean(sd), R[1, 2])) }
glsOf <- function(d, X, s) {
  d$X <- X; v <- max(d$visit)
  correlation <- switch(s, un = corSymm(form = ~ visit | id), toeph = corARMA(form = ~ visit | id, p = v - 1, q = 0),
    ar1h = corAR1(form = ~ visit | id), csh = , cs = corCompSymm(form = ~ visit | id))
  gls(y ~ X - 1, d, correlation, weights = if (s != "cs") varIdent(form = ~ 1 | visit), method = "REML",
    control = glsControl(maxIter = 500, msMaxIter = 500, tolerance = 1e-10, msTol = 1e-12, opt = "optim"))
}
visitCovariance <- function(fit, d, s) {
  v <- max(d$visit); sds <- rep(fit$sigma, v)
  if (s != "cs") { w <- coef(fit$modelStruct$varStruct, unconstrained = FALSE, allCoef = TRUE); sds <- fit$sigma * w[as.character(1:v)] }
  full <- d$id[ave(d$visit, d$id, FUN = length) == v][1]
  R <- corMatrix(fit$modelStruct$corStruct)[[as.character(full)]]
  outer(sds, sds) * R
}
big <- function(d, S) outer(d$id, d$id, "==") * S[d$visit, d$visit]
parts <- function(d, X, S) {
  Vi <- solve(big(d, S)); F <- solve(t(X) %*% Vi %*% X); P <- Vi - Vi %*% X %*% F %*% t(X) %*% Vi
  list(Vi = Vi, F = F, P = P, beta = drop(F %*% t(X) %*% Vi %*% d$y),
    logLik = -.5 * ((nrow(X) - ncol(X)) * log(2 * pi) + determinant(big(d, S))$modulus[1] - determinant(F)$modulus[1] + drop(t(d$y - mean(d$y)) %*% P %*% (d$y - mean(d$y)))))
}
slopes <- function(t, cov, v) lapply(seq_along(t), function(k) { h <- 1e-4 * max(1, abs(t[k])); e <- replace(0 * t, k, h)
  (8 * (cov(t + e, v) - cov(t - e, v)) - (cov(t + 2 * e, v) - cov(t - 2 * e, v))) / (12 * h) })
information <- function(d, p, D) { PD <- lapply(D, function(G) p$P %*% big(d, G)); K <- length(D)
  e <- matrix(0, K, K); o <- e; y <- d$y - mean(d$y)
  for (k in 1:K) for (l in 1:K) { e[k, l] <- sum(PD[[k]] * t(PD[[l]])) / 2
    o[k, l] <- drop(t(y) %*% PD[[k]] %*% PD[[l]] %*% p$P %*% y) - e[k, l] }
  list(expected = e, observed = o, gradient = sapply(PD, function(M) -sum(diag(M)) / 2 + drop(t(y) %*% M %*% p$P %*% y) / 2)) }
maximise <- function(d, X, s, start) {
  cov <- covariances[[s]]; v <- max(d$visit); t <- start
  for (i in 1:200) { p <- parts(d, X, cov(t, v)); I <- information(d, p, slopes(t, cov, v)); step <- solve(I$expected, I$gradient)
    if (sum(step * I$gradient) < 1e-18) break
    for (h in 0:20) { S <- cov(t + step / 2^h, v)
      if (all(eigen(S)$values > 0) && parts(d, X, S)$logLik >= p$logLik - 1e-9) break }
    t <- t + step / 2^h }
  list(t = t, p = parts(d, X, cov(t, v)), S = cov(t, v), D = slopes(t, cov, v), steps = i)
}
kenwardRoger <- function(d, X, m, W) {
  K <- length(m$D); Q <- lapply(m$D, function(G) m$p$Vi %*% big(d, G)); B <- 0 * m$p$F
  Pk <- lapply(Q, function(M) t(X) %*% M %*% m$p$Vi %*% X)
  for (k in 1:K) for (l in 1:K) B <- B + W[k, l] * (t(X) %*% Q[[k]] %*% Q[[l]] %*% m$p$Vi %*% X - Pk[[k]] %*% m$p$F %*% Pk[[l]])
  list(cov = m$p$F + 2 * m$p$F %*% B %*% m$p$F, P = Pk)
}
empirical <- function(d, X, m) { M <- 0 * m$p$F
  for (i in unique(d$id)) { r <- which(d$id == i); x <- X[r, , drop = FALSE]; S <- m$S[d$visit[r], d$visit[r], drop = FALSE]
    H <- x %*% m$p$F %*% t(x) %*% solve(S); u <- t(x) %*% solve(S) %*% solve(diag(length(r)) - H) %*% (d$y[r] - x %*% m$p$beta)
    M <- M + u %*% t(u) }
  m$p$F %*% M %*% m$p$F }
num <- function(x) sprintf("%.17g", x)
vec <- function(x) paste0("[", paste(x, collapse = ", "), "]")
visit <- function(v, width, X, m, es) {
  contrast <- replace(numeric(ncol(X)), width * (v - 1) + 2, 1); mean1 <- contrast; mean1[width * (v - 1) + 1] <- 1
  extra <- attr(X, "extra")
  if (extra > 0) mean1[(ncol(X) - extra + 1):ncol(X)] <- 1 / (extra + 1)
  one <- function(l) { f <- drop(t(l) %*% m$p$F %*% l)
    each <- function(e) { g <- sapply(e$kr$P, function(P) drop(t(l) %*% m$p$F %*% P %*% m$p$F %*% l))
      sprintf('{"se": %s, "df": %s}', num(sqrt(drop(t(l) %*% e$kr$cov %*% l))), num(2 * f^2 / drop(t(g) %*% e$W %*% g))) }
    sprintf('{"estimate": %s, "model": %s, "empirical": %s, "expected": %s, "observed": %s}', num(sum(l * m$p$beta)), num(sqrt(f)),
      num(sqrt(drop(t(l) %*% es$empirical %*% l))), each(es$expected), if (is.null(es$observed)) "null" else each(es$observed)) }
  sprintf('{"difference": %s, "arm1": %s}', one(contrast), one(mean1))
}
structure <- function(d, X, s) {
  fit <- tryCatch(glsOf(d, X, s), error = function(e) NULL)
  # Where gls has no answer (gaps, Toeplitz by ARMA) the search starts from the ordinary residual variance.
  start <- if (is.null(fit)) diag(var(lm.fit(X, d$y)$residuals) * seq(.9, 1.1, length.out = max(d$visit)), max(d$visit)) + 1 else visitCovariance(fit, d, s)
  m <- maximise(d, X, s, startOf(s, start))
  gls <- if (is.null(fit)) NA else as.numeric(logLik(fit))
  gap <- m$p$logLik - gls
  message(sprintf("%s n %d: logLik %.6f, gls lower by %.1e, steps %d", s, length(unique(d$id)), m$p$logLik, gap, m$steps))
  I <- information(d, m$p, m$D); W <- solve(I$expected)
  es <- list(empirical = empirical(d, X, m), expected = list(W = W, kr = kenwardRoger(d, X, m, W)))
  if (s == "un") { W <- solve(I$observed); es$observed <- list(W = W, kr = kenwardRoger(d, X, m, W)) }
  sprintf('{"structure": "%s", "logLik": %s, "glsLogLik": %s, "covariance": %s,\n     "visits": %s}', s, num(m$p$logLik), if (is.na(gls)) "null" else num(gls),
    vec(apply(m$S, 1, function(r) vec(num(r)))), vec(sapply(seq_len(max(d$visit)), visit, 3, X, m, es)))
}
row <- function(d) {
  X <- design(d); attr(X, "extra") <- ncol(X) - 3 * max(d$visit)
  several <- length(unique(d$stratum)) > 1
  observations <- sprintf('{"participant": "%d", "arm": %d, "visit": %d, "value": %s, "covariates": [%s], "factors": [%s]}', d$id, d$arm,
    d$visit - 1, num(d$y), num(d$base), if (several) sprintf('"%s"', d$stratum) else "")
  sprintf('  {"observations": %s,\n   "fits": [%s]}', vec(observations), paste(sapply(structures, function(s) structure(d, X, s)), collapse = ",\n    "))
}
writeLines(c("[", paste(sapply(sets, row), collapse = ",\n"), "]"), "expected.json")

