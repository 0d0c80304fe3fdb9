# Negative binomial regression (NB2), log time as offset: MASS::glm.nb, whose theta is good to 1e-4 only, then theta by a tight
# root of its score with the means fitted anew (glm with MASS::negative.binomial) until both stand. Without overdispersion: Poisson.
suppressMessages(library(MASS))
set.seed(8)
make <- function(n, theta, ratio, covariate, rate = 2) {
  arm <- rep_len(c(0, 1), n); time <- round(runif(n, .3, 1.5), 2); x <- round(rnorm(n), 2)
  mu <- time * rate * exp(ratio * arm + (if (covariate) .3 * x else 0))
  list(arm = arm, time = time, x = if (covariate) x, y = if (is.infinite(theta)) rpois(n, mu) else rnbinom(n, size = theta, mu = mu))
}
sets <- list(make(20, 1, -.5, FALSE), make(40, .5, .4, FALSE), make(60, 3, -.7, TRUE), make(200, .3, 0, TRUE), make(16, 1, 0, FALSE, 6),
  make(100, 10, -.3, FALSE, 5), make(30, .8, -1.5, FALSE), c(make(10, Inf, 0, FALSE)[1:3], list(y = c(2, 1, 2, 1, 2, 2, 1, 2, 1, 2))), make(50, .1, .8, FALSE, 4))
num <- function(x) sprintf("%.17g", x)
vec <- function(x) paste0("[", paste(num(x), collapse = ", "), "]")
row <- function(d) {
  f <- if (is.null(d$x)) y ~ arm + offset(log(time)) else y ~ arm + x + offset(log(time)); data <- as.data.frame(d[!sapply(d, is.null)])
  tight <- glm.control(epsilon = 1e-15, maxit = 500)
  pois <- glm(f, poisson, data, control = tight); theta <- Inf; fit <- pois
  if (sum((d$y - fitted(pois))^2 - d$y) > 0) {
    theta <- theta.ml(d$y, fitted(pois), limit = 100)
    refit <- function(t) glm(f, negative.binomial(t), data, control = tight, start = coef(pois))
    score <- function(l) { t <- exp(l); m <- fitted(refit(t)); sum(digamma(d$y + t) - digamma(t) + log(t) + 1 - log(t + m) - (d$y + t) / (m + t)) }
    theta <- exp(uniroot(score, log(as.numeric(theta)) + c(-1, 1), extendInt = "downX", tol = 1e-15)$root); fit <- refit(theta)
    other <- suppressWarnings(try(glm.nb(f, data), TRUE)); if (!inherits(other, "try-error")) stopifnot(abs(other$theta / theta - 1) < 1e-3)
  }
  m <- fitted(fit); level <- if (is.infinite(theta)) sum(dpois(d$y, m, TRUE)) else sum(dnbinom(d$y, size = theta, mu = m, log = TRUE))
  se <- sqrt(diag(summary(fit, dispersion = 1)$cov.scaled))
  sprintf('  {"arm": %s, "time": %s, "x": %s, "y": %s,\n   "coefficients": %s, "se": %s, "theta": %s, "logLik": %s}', vec(d$arm), vec(d$time),
    if (is.null(d$x)) "null" else vec(d$x), vec(d$y), vec(coef(fit)), vec(se), if (is.infinite(theta)) "null" else num(theta), num(level))
}
writeLines(c("[", paste(sapply(sets, row), collapse = ",\n"), "]"), "expected.json")
