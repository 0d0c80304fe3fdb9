# value ~ arm + covariates + factors by lm; adjusted means by contrasts of the model matrix, factor weights equal or as observed.
set.seed(31)
make <- function(n, ratio, centres, sexes, twoCovariates, offset = 0) {
  arm <- as.integer(seq_len(n) %% (ratio + 1) != 0)
  centre <- sample(paste0("c", seq_len(centres)), n, TRUE, prob = seq_len(centres))
  sex <- if (sexes > 1) rep_len(c("f", "f", "m", "f", "f"), n) else rep("f", n)
  base <- round(rnorm(n, 12, 3), 1) + offset
  age <- round(runif(n, 18, 65))
  y <- round(.6 * base - 2 * arm + .02 * age + as.integer(factor(centre)) + rnorm(n, 0, 2), 1)
  d <- data.frame(arm, y, base, age, centre, sex)
  attr(d, "covariates") <- if (twoCovariates) c("base", "age") else "base"
  attr(d, "factors") <- c(if (centres > 1) "centre", if (sexes > 1) "sex")
  d
}
sets <- list(make(16, 1, 1, 1, FALSE), make(20, 1, 2, 1, FALSE), make(40, 1, 3, 2, FALSE), make(40, 2, 4, 2, TRUE),
  make(60, 3, 3, 1, TRUE), make(24, 1, 1, 2, TRUE, 1e4), make(250, 1, 12, 2, TRUE), make(8, 1, 1, 1, FALSE))
num <- function(x) sprintf("%.17g", x)
vec <- function(x) paste0("[", paste(x, collapse = ", "), "]")
part <- function(fit, k) {
  est <- sum(k * coef(fit)); se <- sqrt(drop(t(k) %*% vcov(fit) %*% k)); df <- fit$df.residual
  q <- qt(.975, df)
  sprintf('{"estimate": %s, "se": %s, "df": %d, "p": %s, "lower": %s, "upper": %s}', num(est), num(se), df,
    num(2 * pt(-abs(est / se), df)), num(est - q * se), num(est + q * se))
}
row <- function(d) {
  covariates <- attr(d, "covariates"); factors <- attr(d, "factors")
  fit <- lm(reformulate(c("arm", covariates, factors), "y"), d)
  X <- model.matrix(fit)
  average <- function(arm, equal) {
    k <- colMeans(X); k["arm"] <- arm
    if (equal) for (f in factors) { cols <- grep(paste0("^", f), names(k)); k[cols] <- 1 / (length(cols) + 1) }
    k
  }
  observation <- function(i) sprintf('{"arm": %d, "value": %s, "covariates": %s, "factors": %s}', d$arm[i], num(d$y[i]),
    vec(num(unlist(d[i, covariates]))), vec(sprintf('"%s"', unlist(d[i, factors]))))
  sprintf('  {"observations": %s,\n   "difference": %s,\n   "equal": [%s, %s],\n   "observed": [%s, %s], "residualVariance": %s}',
    vec(sapply(seq_len(nrow(d)), observation)), part(fit, average(1, TRUE) - average(0, TRUE)),
    part(fit, average(1, TRUE)), part(fit, average(0, TRUE)), part(fit, average(1, FALSE)), part(fit, average(0, FALSE)),
    num(sigma(fit)^2))
}
writeLines(c("[", paste(sapply(sets, row), collapse = ",\n"), "]"), "expected.json")
