# Logistic regression of y on columns with an intercept: stats::glm (epsilon 1e-15) for coefficients, standard errors and deviance; profile
# likelihood interval and likelihood ratio test of the first column by uniroot at 1e-14 over glm.fit with an offset. "separated" where a linear
# program would say so: cases built to be so. Also the standardised difference of the first column where it is an arm, with a delta
# standard error from central differences (numerically, not from the formula), covariates fixed.
set.seed(20261122)
control <- glm.control(epsilon = 1e-15, maxit = 200)
arms <- function(n) rep(c(0, 1), length.out = n)
drawn <- function(eta) as.integer(runif(length(eta)) < plogis(eta))
case <- function(name, y, ..., separated = FALSE) list(name = name, y = y, columns = list(...), separated = separated)
two <- function(n, a, b, c) { x <- round(rnorm(n), 2); arm <- arms(n); case(sprintf("arm and one covariate, n = %d", n), drawn(a + b * arm + c * x), arm = arm, x = x) }
cases <- list(two(40, -.5, 1.2, .8), two(60, .2, -.9, 1), two(24, 0, 1, .5), two(200, -2.5, .7, .4),
  case("arm alone", c(rep(1, 16), rep(0, 4), rep(1, 7), rep(0, 13)), arm = rep(c(1, 0), each = 20)),
  case("arms of 11 and 5", c(1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 1), arm = rep(c(1, 0), c(11, 5))),
  { arm <- arms(80); age <- round(runif(80, 18, 65)); upcr <- round(rexp(80, .3), 1); s <- rep(c(0, 0, 1), length.out = 80)
    case("three covariates on unequal scales", drawn(-1 + arm + .02 * age - .3 * upcr + .5 * s), arm = arm, age = age, upcr = upcr * 1000, s = s) },
  case("nearly separated: one against the stream", c(0, 0, 0, 0, 1, 0, 1, 1, 1, 1), x = c(1, 2, 3, 4, 4.9, 5, 6, 7, 8, 9)),
  { arm <- arms(30); x <- round(rnorm(30), 1); y <- drawn(arm - 1); case("a covariate with ties", y, arm = arm, x = round(x)) },
  case("separated by the arm", c(1, 1, 1, 1, 1, 0, 1, 0, 0, 1), arm = c(1, 1, 1, 1, 1, 0, 0, 0, 0, 0), x = c(1, 3, 2, 5, 4, 2, 4, 3, 1, 5), separated = TRUE),
  case("completely separated by a covariate", c(0, 0, 0, 0, 1, 1, 1, 1), x = c(.1, .4, .5, .9, 1, 1.3, 2, 2.5), separated = TRUE),
  case("separated by a sum of two", c(0, 0, 0, 1, 1, 1), x = c(1, 2, 3, 1, 2, 3), z = c(1, 0, -1, 2, 1, 0), separated = TRUE),
  case("separated but for a tie", c(0, 0, 0, 1, 0, 1, 1, 1), x = c(1, 2, 3, 4, 4, 5, 6, 7), separated = TRUE),
  case("everybody responded", c(1, 1, 1, 1, 1), x = c(1, 5, 2, 4, 3), separated = TRUE))
list_of <- function(v, format = "%.17g") sprintf("[%s]", paste(sprintf(format, v), collapse = ", "))
row <- function(k) {
  head <- sprintf('  {"name": "%s", "y": %s, "columns": [%s]', k$name, list_of(k$y, "%d"), paste(sapply(names(k$columns), function(n)
    sprintf('{"name": "%s", "values": %s}', n, list_of(k$columns[[n]], "%.15g"))), collapse = ", "))
  if (k$separated) return(paste0(head, ', "separated": true}'))
  X <- cbind(1, do.call(cbind, k$columns)); fit <- suppressWarnings(glm.fit(X, k$y, family = binomial(), control = control))
  p <- fit$fitted.values; V <- solve(crossprod(X, X * (p * (1 - p)))); se <- sqrt(diag(V)); beta <- fit$coefficients
  held <- function(b) suppressWarnings(glm.fit(X[, -2, drop = FALSE], k$y, offset = X[, 2] * b, family = binomial(), control = control))$deviance
  loss <- function(b) held(b) - fit$deviance - qchisq(.95, 1)
  root <- function(to) { step <- to * se[2]; while (loss(beta[2] + step) < 0) step <- step * 1.5; uniroot(loss, sort(c(beta[2], beta[2] + step)), tol = 1e-14, maxiter = 10000)$root }
  statistic <- held(0) - fit$deviance
  standard <- ""
  if (names(k$columns)[1] == "arm") {
    difference <- function(b) { A <- X; B <- X; A[, 2] <- 1; B[, 2] <- 0; mean(plogis(A %*% b)) - mean(plogis(B %*% b)) }
    slope <- sapply(seq_along(beta), function(j) { h <- 1e-3 * se[j]; d <- function(t) { b <- beta; b[j] <- b[j] + t; difference(b) }
      (8 * (d(h) - d(-h)) - (d(2 * h) - d(-2 * h))) / (12 * h) })
    standard <- sprintf(', "difference": %.17g, "differenceError": %.17g', difference(beta), sqrt(drop(slope %*% V %*% slope)))
  }
  sprintf('%s, "coefficients": %s, "errors": %s, "p": %s, "deviance": %.17g, "lower": %.17g, "upper": %.17g, "ratio": %.17g, "ratioP": %.17g%s}', head,
    list_of(beta), list_of(se), list_of(2 * pnorm(-abs(beta / se))), fit$deviance, root(-2), root(2), statistic, pchisq(statistic, 1, lower.tail = FALSE), standard)
}
writeLines(c("[", paste(sapply(cases, row), collapse = ",\n"), "]"), "expected.json")
