# What a statistician would get from the small trial of core/endpoints/analyses/given.ts: twelve people, two arms, two
# strata of the allocation; the value at baseline, week 12 and week 24; who responded; days to response between visits.
suppressMessages({ library(nlme); library(survival) })
d <- data.frame(
  id = sprintf("P-%02d", 1:12),
  arm = rep(c(1, 0), each = 6),
  stratum = c("a", "a", "b", "a", "b", "a", "a", "b", "a", "a", "b", "b"),
  base = c(12, 9, 15, 8, 11, 14, 10, 13, 9, 16, 12, 8),
  week12 = c(8, 7, 12, 5, NA, 9, 9, 12, 7, 14, NA, 7),
  week24 = c(4, 5, 9, 3, 6, NA, 8, 10, 7, 13, NA, 6))
num <- function(x) sprintf("%.17g", x)
vec <- function(x) paste0("[", paste(num(x), collapse = ", "), "]")
part <- function(fit, k) {
  est <- sum(k * coef(fit)); se <- sqrt(drop(t(k) %*% vcov(fit) %*% k)); q <- qt(.975, fit$df.residual)
  vec(c(est, est - q * se, est + q * se, 2 * pt(-abs(est / se), fit$df.residual), fit$df.residual))
}
ancova <- function(x, factors) {
  x <- x[!is.na(x$week24), ]
  fit <- lm(reformulate(c("arm", "base", factors), "week24"), x)
  at <- function(arm, share) c(1, arm, mean(x$base), if (!is.null(factors)) share)
  observed <- mean(x$stratum == "b")
  sprintf('{"difference": %s, "equal": [%s, %s], "observed": [%s, %s]}', part(fit, at(1, .5) - at(0, .5)),
    part(fit, at(1, .5)), part(fit, at(0, .5)), part(fit, at(1, observed)), part(fit, at(0, observed)))
}
# The model of both visits: week 24 of the experimental arm less the control, one unstructured covariance.
long <- reshape(d, direction = "long", varying = c("week12", "week24"), v.names = "y", timevar = "visit", idvar = "id")
long <- long[!is.na(long$y), ]; long$v <- factor(long$visit)
long <- long[order(long$id, long$visit), ]
fit <- gls(y ~ 0 + v + v:arm + v:base + stratum, long, correlation = corSymm(form = ~ visit | id),
  weights = varIdent(form = ~ 1 | v), method = "REML",
  control = glsControl(tolerance = 1e-12, msTol = 1e-12, maxIter = 500, msMaxIter = 500))
changes <- split((d$week24 - d$base)[!is.na(d$week24)], d$arm[!is.na(d$week24)])
welch <- t.test(changes[["1"]], changes[["0"]])
# Days of response, day 0 the allocation: seen at a visit since the visit before, or not seen up to a day.
after <- c(0, 28, 84, 0, 84, 168, 28, 168, 56, 28, 168, 84)
by <- c(84, 56, 168, 28, NA, NA, 84, NA, 112, NA, NA, 140)
event <- as.integer(!is.na(by))
cox <- function(time, strata) {
  f <- if (strata) coxph(Surv(time, event) ~ d$arm + strata(d$stratum)) else coxph(Surv(time, event) ~ d$arm)
  s <- summary(f)
  vec(c(s$conf.int[c(1, 3, 4)], s$coefficients[5]))
}
seen <- ifelse(event == 1, by, after) + 1
middle <- ifelse(event == 1, (after + by) / 2, after) + 1
# Exact size of the score test of a margin by enumeration, the rates on the border found numerically.
score <- function(x1, n1, x0, n0, m) {
  ll <- function(p0) { p1 <- p0 - m; sum(ifelse(c(x1, n1 - x1, x0, n0 - x0) == 0, 0,
    c(x1, n1 - x1, x0, n0 - x0) * log(pmax(c(p1, 1 - p1, p0, 1 - p0), 1e-300)))) }
  p0 <- optimize(ll, c(m, 1), maximum = TRUE, tol = 1e-12)$maximum; p1 <- p0 - m
  v <- (p1 * (1 - p1) / n1 + p0 * (1 - p0) / n0) * (n1 + n0) / (n1 + n0 - 1)
  (x1 / n1 - x0 / n0 + m) / sqrt(v)
}
size <- function(n1, n0, m, p1, p0) {
  total <- 0
  for (x1 in 0:n1) for (x0 in 0:n0)
    if (score(x1, n1, x0, n0, m) > qnorm(.975)) total <- total + dbinom(x1, n1, p1) * dbinom(x0, n0, p0)
  total
}
# Arms of 9 and 8, of whom 1 and 2 are not known; 4 of the 6 known of the control responded; margin .2.
r0 <- 4 / 6; r1 <- r0 - .2
cat(sprintf('{\n "ancova": %s,\n "withoutFactors": %s,\n "perProtocol": %s,\n "mmrm": %s,\n "welch": %s,\n "cox": %s,\n "coxWithoutStrata": %s,\n "coxMiddle": %s,\n "logRank": %s,\n "petoPeto": %s,\n "size": %s,\n "fisher": %s,\n "chiSquare": %s\n}\n',
  ancova(d, "stratum"), ancova(d, NULL), ancova(d[!d$id %in% c("P-03", "P-10"), ], "stratum"),
  vec(c(coef(fit)[["v2:arm"]], coef(fit)[["v1:arm"]], as.numeric(logLik(fit)))),
  vec(c(unname(diff(rev(welch$estimate))), welch$conf.int, welch$p.value)),
  cox(seen, TRUE), cox(seen, FALSE), cox(middle, TRUE),
  vec(survdiff(Surv(seen, event) ~ arm + strata(stratum), d)$chisq),
  vec(survdiff(Surv(seen, event) ~ arm + strata(stratum), d, rho = 1)$chisq),
  vec(c(size(9, 8, .2, r1, r0), size(9, 8, .2, r1 * 8 / 9, r0 * 6 / 8))),
  num(fisher.test(matrix(c(4, 2, 2, 4), 2))$p.value), num(chisq.test(matrix(c(4, 2, 2, 4), 2), correct = FALSE)$p.value)),
  file = "expected.json")
