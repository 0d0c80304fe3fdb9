# Proportional odds, logit P(Y <= j) = zeta_j - eta: start by MASS::polr, then Newton's steps with the analytic gradient and its
# differences until they stand (polr stops early, and its Hessian is numeric). Likelihood ratio against the model without arm.
suppressMessages(library(MASS))
set.seed(19)
make <- function(n, k, effect, covariates, ratio = 1) { arm <- as.integer(seq_len(n) %% (ratio + 1) != 0); x <- matrix(round(rnorm(n * covariates), 2), n)
  e <- rlogis(n) + effect * arm + if (covariates) drop(x %*% rep(.7, covariates)) else 0
  list(arm = arm, x = x, y = as.integer(cut(e, c(-Inf, seq(-1.2, 1.6, length.out = k - 1), Inf))) - 1L) }
sets <- list(make(40, 3, .8, 0), make(20, 3, .5, 0), make(16, 3, 0, 0, 2), make(60, 4, -.6, 1), make(120, 5, .4, 2, 2), make(30, 3, 1.5, 1), make(200, 7, -.2, 1), make(25, 2, .5, 1))
part <- function(t, y, X, k) { z <- c(-Inf, t[seq_len(k - 1)], Inf); eta <- if (ncol(X)) drop(X %*% t[-seq_len(k - 1)]) else 0
  u <- z[y + 2] - eta; l <- z[y + 1] - eta; p <- plogis(u) - plogis(l); fu <- dlogis(u) / p; fl <- dlogis(l) / p
  g <- c(sapply(seq_len(k - 1), function(j) sum(fu[y == j - 1]) - sum(fl[y == j])), if (ncol(X)) -colSums((fu - fl) * X))
  list(level = sum(log(p)), slope = g) }
settle <- function(t, y, X, k) { hessian <- function(t) sapply(seq_along(t), function(i) { h <- 1e-4; s <- function(by) part(replace(t, i, t[i] + by), y, X, k)$slope
    (8 * (s(h) - s(-h)) - (s(2 * h) - s(-2 * h))) / (12 * h) })
  for (i in 1:30) t <- t - solve(hessian(t), part(t, y, X, k)$slope)
  stopifnot(max(abs(part(t, y, X, k)$slope)) < 1e-9); H <- hessian(t); list(t = t, level = part(t, y, X, k)$level, se = sqrt(diag(solve(-(H + t(H)) / 2)))) }
num <- function(x) sprintf("%.17g", x)
vec <- function(x) paste0("[", paste(num(x), collapse = ", "), "]")
row <- function(d) { X <- cbind(d$arm, d$x); k <- max(d$y) + 1; stopifnot(length(unique(d$y)) == k); start <- qlogis(cumsum(tabulate(d$y + 1, k))[-k] / length(d$y))
  f <- settle(c(start, numeric(ncol(X))), d$y, X, k); null <- settle(c(start, numeric(ncol(d$x))), d$y, d$x, k)
  if (k > 2) { data <- data.frame(y = factor(d$y, ordered = TRUE)); data$X <- X; m <- polr(y ~ X, data, Hess = TRUE, control = list(reltol = 1e-16, maxit = 1000)); stopifnot(max(abs(c(m$zeta, coef(m)) - f$t)) < 1e-4,
    max(abs(sqrt(diag(vcov(m))) - f$se[c(k:length(f$t), seq_len(k - 1))])) < 1e-3) } else { m <- glm(d$y ~ X, family = binomial, epsilon = 1e-14); stopifnot(max(abs(coef(m) * c(-1, rep(1, ncol(X))) - f$t)) < 1e-8) }
  sprintf('  {"arm": %s, "x": %s, "y": %s,\n   "cuts": %s, "coefficients": %s, "se": %s, "logLik": %s, "likelihoodRatioP": %s}', vec(d$arm),
    paste0("[", paste(apply(d$x, 1, vec), collapse = ", "), "]"), vec(d$y), vec(f$t[seq_len(k - 1)]), vec(f$t[-seq_len(k - 1)]), vec(f$se[-seq_len(k - 1)]), num(f$level),
    num(pchisq(2 * (f$level - null$level), 1, lower.tail = FALSE))) }
writeLines(c("[", paste(sapply(sets, row), collapse = ",\n"), "]"), "expected.json")
