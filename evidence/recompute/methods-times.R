# Times to an event: survival's curves, tests and models with tight control, and Turnbull's estimate by itself.
suppressMessages(library(survival))

median_day <- function(times, events, confidence) {
  fit <- survfit(Surv(times, events) ~ 1, conf.type = "log-log", conf.int = confidence)
  found <- quantile(fit, 0.5)
  c(median = unname(found$quantile), lower = unname(found$lower), upper = unname(found$upper))
}
log_rank <- function(times, events, arm, strata, rho = 0) {
  found <- if (length(unique(strata)) > 1) survdiff(Surv(times, events) ~ arm + strata(strata), rho = rho)
    else survdiff(Surv(times, events) ~ arm, rho = rho)
  c(p = pchisq(found$chisq, 1, lower.tail = FALSE), statistic = found$chisq, df = 1)
}
cox <- function(times, events, arm, strata, confidence) {
  strict <- coxph.control(eps = 1e-14, toler.chol = 1e-16, iter.max = 200)
  fit <- if (length(unique(strata)) > 1) coxph(Surv(times, events) ~ arm + strata(strata), ties = "efron", control = strict)
    else coxph(Surv(times, events) ~ arm, ties = "efron", control = strict)
  b <- unname(coef(fit)); se <- sqrt(fit$var[1, 1]); reach <- qnorm(1 - (1 - confidence) / 2) * se
  list(ends = c(estimate = exp(b), lower = exp(b - reach), upper = exp(b + reach)),
    test = c(p = 2 * pnorm(-abs(b / se)), statistic = b / se, standardError = se))
}
restricted_mean <- function(times, events, arm, confidence) {
  tau <- min(tapply(times, arm, max))
  of <- function(own) summary(survfit(Surv(times[own], events[own]) ~ 1), rmean = tau)$table[c("rmean", "se(rmean)")]
  one <- of(arm == 1); other <- of(arm == 0)
  estimate <- unname(one[1] - other[1]); se <- unname(sqrt(one[2]^2 + other[2]^2)); reach <- qnorm(1 - (1 - confidence) / 2) * se
  list(ends = c(estimate = estimate, lower = estimate - reach, upper = estimate + reach),
    test = c(p = 2 * pnorm(-abs(estimate / se)), tau = tau))
}
# The distribution of greatest likelihood of a time that is known to lie in (after, until], or on a day of its own where
# both are equal. Rounds of self-consistency, then Newton's steps on the masses that are left. Returns the mass by the last visit.
turnbull_share <- function(after, until) {
  # Just before a day, the day itself, just after it: 3 d + 0, 1, 2.
  begin <- ifelse(after == until, 3 * after, 3 * after + 2); end <- ifelse(is.finite(until), 3 * until + 1, Inf)
  from <- sort(unique(begin))
  to <- vapply(from, function(b) min(end[end > b]), 0)
  inner <- !vapply(seq_along(from), function(j) any(from > from[j] & from < to[j]), TRUE)
  from <- from[inner]; to <- to[inner]
  A <- outer(begin, from, "<=") & outer(end, to, ">="); A <- A + 0
  p <- rep(1 / ncol(A), ncol(A)); n <- nrow(A)
  for (i in 1:20000) {
    q <- p * colSums(A / drop(A %*% p)) / n
    if (max(abs(q - p)) < 1e-15) break
    p <- q
  }
  for (i in 1:50) {
    gain <- colSums(A / drop(A %*% p)) / n
    active <- which(p > 1e-9 | gain > 1 + 1e-12); B <- A[, active, drop = FALSE]; seen <- drop(A %*% p)
    H <- crossprod(B / seen) / n
    step <- tryCatch(solve(H, gain[active] - 1), error = function(e) qr.coef(qr(H), gain[active] - 1))
    step[is.na(step)] <- 0
    room <- ifelse(step < 0, -p[active] / step, Inf)
    q <- 0 * p; q[active] <- pmax(0, p[active] + min(1, room) * step); q <- q / sum(q)
    if (sum(log(drop(A %*% q))) < sum(log(seen))) break
    done <- max(abs(q - p)) < 1e-15; p <- q
    if (done) break
  }
  sum(p[is.finite(to)])
}
