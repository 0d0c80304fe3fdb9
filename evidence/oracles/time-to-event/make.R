# Times to an event in two arms: survival::survfit, survdiff, coxph; profile ends by uniroot on coxph with an offset;
# restricted means by the area under survfit's curve; competing risks by the multi-state survfit.
library(survival)
set.seed(1958)
num <- function(x) ifelse(is.na(x), "null", ifelse(is.infinite(x), sprintf('"%s"', ifelse(x > 0, "Infinity", "-Infinity")), sprintf("%.17g", x)))
vec <- function(x) paste0("[", paste(num(as.numeric(x)), collapse = ", "), "]")
draw <- function(n, n1, rate1, rate0, censor, digits) {
  arm <- rep(c(1, 0), c(n1, n - n1))
  event <- rexp(n, ifelse(arm == 1, rate1, rate0)); leave <- runif(n, censor / 4, censor)
  data.frame(time = pmax(round(pmin(event, leave), digits), 10^-digits), status = as.integer(event <= leave), arm = arm,
    stratum = sample(1:3, n, TRUE), x = round(rnorm(n), 2))
}
sets <- list(
  ordinary = draw(40, 20, .05, .1, 40, 1), unequal = draw(16, 11, .05, .1, 40, 1), ties = draw(60, 30, .3, .5, 8, 0),
  censored = draw(50, 25, .01, .02, 12, 1), uncensored = transform(draw(24, 12, .1, .1, 500, 1), status = 1L),
  large = draw(300, 150, .03, .04, 60, 0), small = draw(8, 4, .1, .3, 30, 0),
  one_left = transform(draw(20, 10, .1, .2, 30, 0), stratum = rep(c(1, 2, 2, 2, 4), 4)),
  flat = data.frame(time = c(1, 2, 3, 4, 1, 3, 5, 7), status = c(1L, 1L, 0L, 0L, 1L, 1L, 1L, 1L), arm = rep(c(1, 0), each = 4),
    stratum = rep(1, 8), x = c(.1, .4, -.2, .3, .9, -.5, 0, .2))
)
kinds <- c(loglog = "log-log", log = "log", plain = "plain")
curve <- function(d, times) {
  parts <- lapply(kinds, function(kind) {
    fit <- survfit(Surv(time, status) ~ 1, data = d, conf.type = kind)
    at <- summary(fit, times = times, extend = TRUE)
    q <- quantile(fit, c(.25, .5, .75))
    list(at = at, text = sprintf('{"lower": %s, "upper": %s, "quantiles": %s, "quantileLower": %s, "quantileUpper": %s}',
      vec(at$lower), vec(at$upper), vec(q$quantile), vec(q$lower), vec(q$upper)))
  })
  at <- parts[[1]]$at
  sprintf('{"survival": %s, "standardError": %s, "atRisk": %s, "log-log": %s, "log": %s, "plain": %s}', vec(at$surv),
    vec(at$std.err), vec(at$n.risk), parts$loglog$text, parts$log$text, parts$plain$text)
}
rank <- function(fit) sprintf('{"observed1": %s, "expected1": %s, "variance": %s, "chiSquare": %s}',
  num(if (is.matrix(fit$obs)) sum(fit$obs[2, ]) else fit$obs[2]), num(if (is.matrix(fit$exp)) sum(fit$exp[2, ]) else fit$exp[2]),
  num(fit$var[2, 2]), num(fit$chisq))
tight <- coxph.control(eps = 1e-13, toler.chol = 1e-14, iter.max = 60)
cox <- function(formula, d, ties) {
  infinite <- FALSE # coxph fits a monotone likelihood too, and warns
  fit <- withCallingHandlers(coxph(formula, data = d, ties = ties, control = tight), warning = function(w) {
    infinite <<- TRUE
    invokeRestart("muffleWarning")
  })
  sprintf('{"isMonotone": %s, "estimates": %s, "standardErrors": %s, "logLikelihood": %s, "wald": %s, "score": %s}', tolower(infinite), vec(coef(fit)),
    vec(sqrt(diag(vcov(fit)))), vec(fit$loglik), num(fit$wald.test), num(fit$score))
}
profile <- function(d) {
  best <- coxph(Surv(time, status) ~ arm + x, data = d, control = tight)
  loss <- function(b) 2 * (best$loglik[2] - coxph(Surv(time, status) ~ x + offset(b * arm), data = d, control = tight)$loglik[2]) - qchisq(.95, 1)
  b <- coef(best)[["arm"]]; reach <- 12 * sqrt(vcov(best)[1, 1])
  ends <- c(uniroot(loss, c(b - reach, b), tol = 1e-12)$root, uniroot(loss, c(b, b + reach), tol = 1e-12)$root)
  vec(exp(ends))
}
area <- function(d, tau) {
  fit <- survfit(Surv(time, status) ~ 1, data = d)
  t(summary(fit, rmean = tau)$table)[, c("rmean", "se(rmean)")]
}
competing <- function(d, times) {
  kind <- factor(ifelse(d$status == 1, ifelse(seq_len(nrow(d)) %% 3 == 0, 2, 1), 0), 0:2)
  fit <- survfit(Surv(d$time, kind) ~ 1)
  sprintf('{"status": %s, "incidence": %s}', vec(as.integer(as.character(kind))),
    vec(summary(fit, times = times, extend = TRUE)$pstate[, 2]))
}
row <- function(name) {
  d <- sets[[name]]; one <- d[d$arm == 1, ]; zero <- d[d$arm == 0, ]
  times <- sort(unique(c(1, round(quantile(d$time, c(.1, .4, .7)), 2), max(d$time) + 1)))
  tau <- min(max(one$time), max(zero$time)) * .9
  m <- rbind(area(one, tau), area(zero, tau))
  s <- Surv(d$time, d$status)
  c(sprintf('  {"name": "%s", "time": %s, "status": %s, "arm": %s, "stratum": %s, "x": %s, "times": %s, "tau": %s,', name, vec(d$time),
      vec(d$status), vec(d$arm), vec(d$stratum), vec(d$x), vec(times), num(tau)),
    sprintf('   "arm1": %s,\n   "arm0": %s,', curve(one, times), curve(zero, times)),
    sprintf('   "logRank": %s, "petoPeto": %s, "stratified": %s,', rank(survdiff(s ~ arm, d)), rank(survdiff(s ~ arm, d, rho = 1)),
      rank(survdiff(s ~ arm + strata(stratum), d))),
    sprintf('   "efron": %s,\n   "breslow": %s,\n   "strata": %s, "profile": %s,', cox(s ~ arm + x, d, "efron"), cox(s ~ arm + x, d, "breslow"),
      cox(s ~ arm + strata(stratum), d, "efron"), profile(d)),
    sprintf('   "restricted": {"means": %s, "standardErrors": %s}, "competing": %s}', vec(m[, 1]), vec(m[, 2]), competing(d, times)))
}
rows <- sapply(names(sets), function(name) paste(row(name), collapse = "\n"))
writeLines(c("[", paste(rows, collapse = ",\n"), "]"), "expected.json")
writeLines(c(R.version.string, paste("survival", packageVersion("survival"))), "versions.txt")
