# Two proportions, from their formulas: score intervals and tests, exact tests, strata, those not known.
# An arm is c(events, of); differences are experimental minus control.

# Rates that are most likely when their difference is given: the root of the slope of the log likelihood, by bisection.
`%above%` <- function(slope, zero) !is.na(slope) & slope > zero
score <- function(x1, n1, x0, n0, d) {
  low <- pmax(0, -d) + 0 * x1 * x0; high <- pmin(1, 1 - d) + 0 * x1 * x0
  part <- function(count, rate) ifelse(count > 0, count / rate, 0)
  for (i in 1:56) {
    p <- (low + high) / 2
    rises <- (part(x1, p + d) - part(n1 - x1, 1 - p - d) + part(x0, p) - part(n0 - x0, 1 - p)) %above% 0
    low <- ifelse(rises, p, low); high <- ifelse(rises, high, p)
  }
  p0 <- (low + high) / 2; p1 <- pmin(1, pmax(0, p0 + d)); n <- n1 + n0
  list(variance = (p1 * (1 - p1) / n1 + p0 * (1 - p0) / n0) * n / (n - 1), distance = x1 / n1 - x0 / n0 - d)
}
score_z <- function(x1, n1, x0, n0, d) {
  found <- score(x1, n1, x0, n0, d)
  ifelse(abs(found$distance) < 4e-16, 0, found$distance / sqrt(found$variance))
}
# Strata share a difference, weighted by n1 n0 / N; `strata` has a row for each with columns x1 n1 x0 n0.
common_z <- function(strata, d) {
  w <- strata$n1 * strata$n0 / (strata$n1 + strata$n0)
  found <- score(strata$x1, strata$n1, strata$x0, strata$n0, d)
  distance <- sum(w * (strata$x1 / strata$n1 - strata$x0 / strata$n0)) / sum(w) - d
  if (abs(distance) < 4e-16) 0 else distance * sum(w) / sqrt(sum(w^2 * found$variance))
}
# The differences that a falling score does not reject.
score_ends <- function(z, estimate, confidence) {
  limit <- qnorm(1 - (1 - confidence) / 2)
  root <- function(from, to, at) {
    f <- function(d) max(-1e8, min(1e8, z(d))) - at
    uniroot(f, c(from, to), tol = 1e-15, maxiter = 1000)$root
  }
  c(estimate = estimate,
    lower = if (estimate <= -1) -1 else root(-1, estimate, limit),
    upper = if (estimate >= 1) 1 else root(estimate, 1, -limit))
}
remembered <- new.env()
once <- function(key, make) {
  name <- paste(key, collapse = " ")
  if (is.null(remembered[[name]])) assign(name, make(), envir = remembered)
  remembered[[name]]
}
miettinen_nurminen <- function(one, other, confidence) once(c("mn", one, other, confidence), function() {
  score_ends(function(d) score_z(one[1], one[2], other[1], other[2], d), one[1] / one[2] - other[1] / other[2], confidence)
})
usable <- function(strata) strata[strata$n1 > 0 & strata$n0 > 0, ]
stratified_ends <- function(strata, confidence) {
  w <- strata$n1 * strata$n0 / (strata$n1 + strata$n0)
  score_ends(function(d) common_z(strata, d), sum(w * (strata$x1 / strata$n1 - strata$x0 / strata$n0)) / sum(w), confidence)
}
mantel_haenszel <- function(strata, sides) {
  n <- strata$n1 + strata$n0; m <- strata$x1 + strata$x0
  distance <- sum(strata$x1) - sum(strata$n1 * m / n)
  statistic <- distance^2 / sum(strata$n1 * strata$n0 * m * (n - m) / (n^2 * (n - 1)))
  p <- if (sides == 1) pnorm(sign(distance) * sqrt(statistic), lower.tail = FALSE) else pchisq(statistic, 1, lower.tail = FALSE)
  c(p = p, statistic = statistic, df = 1)
}
newcombe <- function(one, other, confidence) {
  wilson <- function(x, n) {
    z <- qnorm(1 - (1 - confidence) / 2); p <- x / n
    (p + z^2 / (2 * n) + c(-1, 1) * z * sqrt(p * (1 - p) / n + z^2 / (4 * n^2))) / (1 + z^2 / n)
  }
  p <- c(one[1] / one[2], other[1] / other[2]); w1 <- wilson(one[1], one[2]); w0 <- wilson(other[1], other[2])
  estimate <- unname(p[1] - p[2])
  c(estimate = estimate, lower = max(-1, estimate - sqrt((p[1] - w1[1])^2 + (w0[2] - p[2])^2)),
    upper = min(1, estimate + sqrt((w1[2] - p[1])^2 + (p[2] - w0[1])^2)))
}
share_ends <- function(x, n, confidence, method) {
  tail <- (1 - confidence) / 2
  if (method == "wilson") {
    z <- qnorm(1 - tail); p <- x / n
    ends <- (p + z^2 / (2 * n) + c(-1, 1) * z * sqrt(p * (1 - p) / n + z^2 / (4 * n^2))) / (1 + z^2 / n)
    return(c(lower = if (x == 0) 0 else ends[1], upper = if (x == n) 1 else ends[2]))
  }
  c(lower = if (x == 0) 0 else qbeta(tail, x, n - x + 1), upper = if (x == n) 1 else qbeta(1 - tail, x + 1, n - x))
}

table_of <- function(one, other) matrix(c(one[1], one[2] - one[1], other[1], other[2] - other[1]), 2, byrow = TRUE)
fisher <- function(one, other, sides) {
  c(p = min(1, fisher.test(table_of(one, other), alternative = if (sides == 1) "greater" else "two.sided")$p.value))
}
chi_squared <- function(one, other, sides) {
  n <- one[2] + other[2]; m <- one[1] + other[1]
  statistic <- unname(n * (one[1] * other[2] - other[1] * one[2])^2 / (one[2] * other[2] * m * (n - m)))
  direction <- sign(one[1] * other[2] - other[1] * one[2])
  p <- if (sides == 1) pnorm(direction * sqrt(statistic), lower.tail = FALSE) else pchisq(statistic, 1, lower.tail = FALSE)
  c(p = unname(p), statistic = statistic, df = 1)
}
# Tables ordered by the p of Fisher's test; the largest chance of those as extreme, over all common proportions.
boschloo <- function(one, other, sides) once(c("boschloo", one, other, sides), function() {
  n1 <- one[2]; n0 <- other[2]
  extremity <- outer(0:n1, 0:n0, Vectorize(function(a, b) fisher(c(a, n1), c(b, n0), sides)))
  observed <- extremity[one[1] + 1, other[1] + 1]
  inside <- extremity <= observed * (1 + 1e-7)
  chance <- function(angle) { p <- sin(angle)^2; sum(outer(dbinom(0:n1, n1, p), dbinom(0:n0, n0, p))[inside]) }
  grid <- seq(0, pi / 2, length.out = 2001); heights <- vapply(grid, chance, 0)
  tops <- which(heights >= 0.98 * max(heights) & heights >= c(-1, heights[-2001]) & heights >= c(heights[-1], -1))
  climbed <- lapply(tops, function(i) optimize(chance, grid[c(max(1, i - 1), min(2001, i + 1))], maximum = TRUE, tol = 1e-10))
  tall <- vapply(climbed, function(each) each$objective, 0)
  # Of places as high as one another the first.
  if (heights[1] >= max(tall, heights) * (1 - 1e-12)) return(c(p = min(1, heights[1]), nuisance = 0))
  best <- which(tall >= max(tall) * (1 - 1e-12))[1]
  c(p = min(1, max(tall, heights)), nuisance = sin(climbed[[best]]$maximum)^2)
})
# The odds ratio given both margins: most likely, and where each tail is as large as the confidence leaves it.
conditional_odds_ratio <- function(one, other, confidence) {
  m <- one[1] + other[1]; k <- max(0, m - other[2]):min(one[2], m)
  weight <- lchoose(one[2], k) + lchoose(other[2], m - k)
  chances <- function(logarithm) { w <- weight + k * logarithm; w <- exp(w - max(w)); w / sum(w) }
  root <- function(f) exp(uniroot(f, c(-50, 50), tol = 1e-15, maxiter = 1000)$root)
  tail <- (1 - confidence) / 2; lowest <- one[1] == min(k); highest <- one[1] == max(k)
  c(estimate = if (lowest) 0 else if (highest) Inf else root(function(l) sum(k * chances(l)) - one[1]),
    lower = if (lowest) 0 else root(function(l) sum(chances(l)[k >= one[1]]) - tail),
    upper = if (highest) Inf else root(function(l) tail - sum(chances(l)[k <= one[1]])))
}
# Mean chance if all were of one arm less that if all were of the other, by logistic regression; delta method.
standardised_difference <- function(y, arm, factors) {
  X <- cbind(1, arm, indicators(factors)); beta <- rep(0, ncol(X))
  for (i in 1:100) {
    p <- plogis(drop(X %*% beta)); W <- p * (1 - p)
    step <- solve(crossprod(X, X * W), crossprod(X, y - p)); beta <- beta + drop(step)
    if (max(abs(step)) < 1e-13) break
  }
  p <- plogis(drop(X %*% beta)); V <- solve(crossprod(X, X * (p * (1 - p))))
  at <- function(arm) { X[, 2] <- arm; p <- plogis(drop(X %*% beta)); list(rate = mean(p), slope = colMean(X * (p * (1 - p)))) }
  colMean <- function(x) colSums(x) / nrow(x)
  one <- at(1); none <- at(0); slope <- one$slope - none$slope
  c(estimate = one$rate - none$rate, standardError = sqrt(drop(t(slope) %*% V %*% slope)))
}
# Levels that were observed but the first of each factor, as columns.
indicators <- function(factors) {
  columns <- lapply(factors, function(level) { names <- sort(unique(level)); outer(level, names[-1], "==") + 0 })
  if (length(columns) == 0) NULL else do.call(cbind, columns)
}
# One answer from several completed data sets, with degrees of freedom for few participants.
pooled <- function(estimates, variances, df_complete) {
  m <- length(estimates); extra <- (1 + 1 / m) * var(estimates); total <- mean(variances) + extra
  share <- extra / total
  observed <- (df_complete + 1) / (df_complete + 3) * df_complete * (1 - share)
  list(estimate = mean(estimates), se = sqrt(total), df = 1 / (1 / observed + share^2 / (m - 1)), share = share)
}
# Chance to show non-inferiority although the experimental arm is worse by just the margin, over all tables.
exact_size <- function(known1, missing1, known0, missing0, margin, alpha) {
  n1 <- known1[2] + missing1; n0 <- known0[2] + missing0
  grid <- expand.grid(x1 = 0:n1, x0 = 0:n0)
  rejects <- matrix(score_z(grid$x1, n1, grid$x0, n0, -margin) > qnorm(1 - alpha), n1 + 1)
  chance <- function(p1, p0) sum(outer(dbinom(0:n1, n1, p1), dbinom(0:n0, n0, p0))[rejects])
  rate0 <- unname(known0[1] / known0[2]); rate1 <- max(0, rate0 - margin)
  lost1 <- unname(missing1 / n1); lost0 <- unname(missing0 / n0)
  c(complete = chance(rate1, rate0), withMissing = chance(rate1 * (1 - lost1), rate0 * (1 - lost0)),
    rate0 = rate0, missing1 = lost1, missing0 = lost0, nominal = alpha)
}
# Every way to fill in those not known: in how many the conclusion stays, and the nearest in which it does not.
tipping <- function(known1, missing1, known0, missing0, above, confidence) {
  grid <- expand.grid(r0 = 0:missing0, r1 = 0:missing1)
  z <- score_z(known1[1] + grid$r1, known1[2] + missing1, known0[1] + grid$r0, known0[2] + missing0, above)
  holds <- z > qnorm(1 - (1 - confidence) / 2)
  other <- grid[holds != holds[1], ]
  if (nrow(other) == 0) return(c(ways = nrow(grid)))
  nearest <- other[order(other$r1 + other$r0, other$r1)[1], ]
  c(standing = sum(holds == holds[1]), ways = nrow(grid), missing1 = missing1, missing0 = missing0,
    responses1 = nearest$r1, responses0 = nearest$r0)
}
