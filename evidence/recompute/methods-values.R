# Values: means, ranks with exact distributions, analysis of covariance, and the model of all visits.

by_student <- function(estimate, se, df, confidence) {
  reach <- qt(1 - (1 - confidence) / 2, df) * se
  list(ends = c(estimate = estimate, lower = estimate - reach, upper = estimate + reach),
    se = c(standardError = se, df = df),
    test = c(p = 2 * pt(-abs(estimate / se), df), statistic = estimate / se, df = df, standardError = se))
}
# Differences by rounding alone are ties.
joined <- function(values) {
  scale <- max(abs(values)) * 1e-9; o <- order(values); s <- values[o]; last <- s[1]
  for (i in seq_along(s)) { if (s[i] - last > scale) last <- s[i]; s[i] <- last }
  replace(values, o, s)
}
tie_sum <- function(values) { t <- table(joined(values)); sum(t^3 - t) }
# Wilcoxon's signed rank test; chances of each sum of doubled ranks by adding one change after the other.
signed_rank <- function(changes) {
  if (length(changes) == 0) return(NULL)
  moved <- changes[abs(changes) > 1e-9 * max(abs(changes))]
  if (length(moved) == 0) return(NULL)
  n <- length(moved); ranks <- rank(joined(abs(moved))); v <- sum(ranks[moved > 0]); middle <- n * (n + 1) / 4
  if (n > 100) {
    deviation <- sqrt(n * (n + 1) * (2 * n + 1) / 24 - tie_sum(abs(moved)) / 48)
    return(c(p = 2 * pnorm(-abs(v - middle) / deviation), statistic = v))
  }
  chance <- 1
  for (r in round(2 * ranks)) chance <- (c(chance, rep(0, r)) + c(rep(0, r), chance)) / 2
  far <- abs(seq_along(chance) - 1 - 2 * middle) >= abs(2 * v - 2 * middle) - 1e-6
  c(p = min(1, sum(chance[far])), statistic = v)
}
# The median of means of two changes, from the k-th smallest to the k-th largest.
centre <- function(changes, confidence) {
  n <- length(changes); means <- outer(changes, changes, "+")[lower.tri(diag(n), TRUE)] / 2
  if (n > 100) return(NULL)
  k <- sum(psignrank(0:(n * (n + 1) / 2), n) <= (1 - confidence) / 2)
  if (k == 0) return(NULL)
  s <- sort(means)
  c(estimate = median(means), lower = s[k], upper = s[length(s) + 1 - k])
}
rank_sum <- function(one, other) {
  n1 <- length(one); n0 <- length(other); all <- c(one, other); n <- n1 + n0
  ranks <- rank(joined(all)); w <- sum(ranks[seq_len(n1)]); u <- w - n1 * (n1 + 1) / 2
  if (max(n1, n0) > 100) {
    variance <- n1 * n0 / 12 * (n + 1 - tie_sum(all) / (n * (n - 1)))
    return(2 * pnorm(-abs(u - n1 * n0 / 2) / sqrt(variance)))
  }
  scores <- round(2 * ranks); ways <- matrix(0, n1 + 1, sum(scores) + 1); ways[1, 1] <- 1
  for (s in scores) for (count in n1:1) {
    to <- (s + 1):ncol(ways)
    ways[count + 1, to] <- ways[count + 1, to] + ways[count, to - s]
  }
  chance <- ways[n1 + 1, ] / sum(ways[n1 + 1, ])
  far <- abs(seq_along(chance) - 1 - n1 * (n + 1)) >= abs(2 * w - n1 * (n + 1)) - 1e-6
  min(1, sum(chance[far]))
}
shift_of <- function(one, other, confidence) {
  n1 <- length(one); n0 <- length(other); differences <- sort(outer(one, other, "-"))
  estimate <- median(differences)
  if (max(n1, n0) > 100) return(c(shift = estimate))
  k <- sum(pwilcox(0:(n1 * n0), n1, n0) <= (1 - confidence) / 2)
  if (k == 0) return(c(shift = estimate))
  c(estimate = estimate, lower = differences[k], upper = differences[n1 * n0 + 1 - k])
}

# value ~ arm + baseline + factors; means at the mean baseline, levels weighted alike or as often as they were observed.
ancova <- function(rows, confidence) {
  dummies <- indicators(rows$factors); X <- cbind(1, rows$arm, rows$baseline, dummies)
  fit <- qr(X, LAPACK = FALSE, tol = 1e-12); if (fit$rank < ncol(X) || nrow(X) <= ncol(X)) return(NULL)
  beta <- qr.coef(fit, rows$value); df <- nrow(X) - ncol(X)
  V <- chol2inv(qr.R(fit)) * sum(qr.resid(fit, rows$value)^2) / df
  infer <- function(l) by_student(sum(l * beta), sqrt(drop(t(l) %*% V %*% l)), df, confidence)
  alike <- unlist(lapply(rows$factors, function(level) { k <- length(unique(level)); rep(1 / k, k - 1) }))
  mean_row <- function(arm, shares) c(1, arm, mean(rows$baseline), shares)
  often <- if (is.null(dummies)) NULL else colMeans(dummies)
  list(difference = infer(mean_row(1, alike) - mean_row(0, alike)), df = df,
    equal = list(infer(mean_row(1, alike)), infer(mean_row(0, alike))),
    observed = list(infer(mean_row(1, often)), infer(mean_row(0, often))))
}

# value ~ visit + arm x visit + baseline x visit + factors, one covariance of the visits, by restricted maximum likelihood.
# Fisher scoring to the last digits; Kenward and Roger 1997 with the covariance linear in its elements. The structures are
# tried in their order until one has a maximum inside its domain and degrees of freedom of at least 1.
covariances <- list(
  un = function(t, v) { S <- matrix(0, v, v); S[lower.tri(S, TRUE)] <- t; S + t(S) - diag(diag(S), v) },
  toeph = function(t, v) outer(t[1:v], t[1:v]) * toeplitz(c(1, t[-(1:v)])),
  ar1h = function(t, v) outer(t[1:v], t[1:v]) * t[v + 1]^abs(outer(1:v, 1:v, "-")),
  csh = function(t, v) outer(t[1:v], t[1:v]) * (t[v + 1] + (1 - t[v + 1]) * diag(v)),
  cs = function(t, v) t[1]^2 * (t[2] + (1 - t[2]) * diag(v))
)
start_of <- function(s, S) {
  sd <- sqrt(diag(S)); r <- mean(cov2cor(S)[lower.tri(S)]); v <- nrow(S)
  switch(s, un = S[lower.tri(S, TRUE)], toeph = c(sd, rep(r, v - 1)), ar1h = c(sd, r), csh = c(sd, r), cs = c(mean(sd), r))
}
slopes_of <- function(s, t, v) lapply(seq_along(t), function(k) {
  if (s == "un") return(covariances$un(replace(0 * t, k, 1), v))
  cov <- covariances[[s]]; h <- 1e-4 * max(1, abs(t[k])); e <- replace(0 * t, k, h)
  (8 * (cov(t + e, v) - cov(t - e, v)) - (cov(t + 2 * e, v) - cov(t - 2 * e, v))) / (12 * h)
})
# All sums over participants that the likelihood and its slopes need.
sums_at <- function(people, S, D = NULL) {
  p <- ncol(people[[1]]$X); K <- length(D); logdet <- 0; XVX <- matrix(0, p, p); XVy <- numeric(p); n <- 0
  for (one in people) {
    Vi <- chol2inv(chol(S[one$at, one$at, drop = FALSE]))
    XVX <- XVX + t(one$X) %*% Vi %*% one$X; XVy <- XVy + t(one$X) %*% Vi %*% one$y
    logdet <- logdet - determinant(Vi)$modulus[1]; n <- n + length(one$y)
  }
  F <- solve(XVX); beta <- drop(F %*% XVy); rest <- 0
  P <- replicate(K, matrix(0, p, p), FALSE); Q <- matrix(list(), K, K); tr <- matrix(0, K, K); own <- numeric(K); pull <- numeric(K)
  if (K > 0) for (k in 1:K) for (l in 1:K) Q[[k, l]] <- matrix(0, p, p)
  for (one in people) {
    Vi <- chol2inv(chol(S[one$at, one$at, drop = FALSE])); r <- one$y - one$X %*% beta; rest <- rest + sum(r * (Vi %*% r))
    if (K == 0) next
    G <- lapply(D, function(d) Vi %*% d[one$at, one$at, drop = FALSE]); VX <- Vi %*% one$X
    for (k in 1:K) {
      own[k] <- own[k] + sum(diag(G[[k]])); pull[k] <- pull[k] + sum(r * (G[[k]] %*% Vi %*% r))
      P[[k]] <- P[[k]] + t(one$X) %*% G[[k]] %*% VX
      for (l in 1:K) {
        tr[k, l] <- tr[k, l] + sum(G[[k]] * t(G[[l]]))
        Q[[k, l]] <- Q[[k, l]] + t(one$X) %*% G[[k]] %*% G[[l]] %*% VX
      }
    }
  }
  found <- list(F = F, beta = beta, logLik = -0.5 * ((n - p) * log(2 * pi) + logdet - determinant(F)$modulus[1] + rest))
  if (K == 0) return(found)
  I <- matrix(0, K, K); gradient <- numeric(K); FP <- lapply(P, function(M) F %*% M)
  for (k in 1:K) {
    gradient[k] <- (pull[k] - own[k] + sum(diag(FP[[k]]))) / 2
    for (l in 1:K) I[k, l] <- (tr[k, l] - 2 * sum(F * t(Q[[k, l]])) + sum(FP[[k]] * t(FP[[l]]))) / 2
  }
  c(found, list(P = P, Q = Q, information = I, gradient = gradient))
}
maximum_of <- function(people, s, start, v) {
  t <- start; cov <- covariances[[s]]
  for (i in 1:200) {
    at <- sums_at(people, cov(t, v), slopes_of(s, t, v))
    step <- tryCatch(solve(at$information, at$gradient), error = function(e) NULL)
    if (is.null(step)) return(NULL)
    promised <- sum(step * at$gradient)
    if (promised < 0) return(NULL)
    if (promised < 1e-20) return(c(at, list(S = cov(t, v))))
    for (h in 0:30) {
      S <- cov(t + step / 2^h, v)
      if (all(eigen(S, TRUE, TRUE)$values > 0) && sums_at(people, S)$logLik >= at$logLik - 1e-9) break
    }
    if (h == 30) return(NULL)
    t <- t + step / 2^h
  }
  NULL
}
mmrm <- function(records, confidence) {
  v <- ncol(records$values); seen <- which(!is.na(records$baseline) & rowSums(!is.na(records$values)) > 0)
  factors <- lapply(records$factors, function(level) level[seen])
  dummies <- indicators(factors); base <- records$baseline[seen] - mean(records$baseline[seen])
  extra <- if (is.null(dummies)) 0 else ncol(dummies)
  people <- lapply(seq_along(seen), function(i) {
    at <- which(!is.na(records$values[seen[i], ]))
    X <- matrix(0, length(at), 3 * v + extra)
    for (j in seq_along(at)) X[j, 3 * (at[j] - 1) + 1:3] <- c(1, records$arm[seen[i]], base[i])
    if (extra > 0) X[, 3 * v + seq_len(extra)] <- rep(dummies[i, ], each = length(at))
    list(at = at, X = X, y = unname(records$values[seen[i], at]))
  })
  X <- do.call(rbind, lapply(people, function(one) one$X)); y <- unlist(lapply(people, function(one) one$y))
  res <- qr.resid(qr(X), y); R <- matrix(NA, length(people), v); at <- 0
  for (i in seq_along(people)) { k <- people[[i]]$at; R[i, k] <- res[at + seq_along(k)]; at <- at + length(k) }
  S <- cov(R, use = "pairwise.complete.obs")
  if (anyNA(S) || any(eigen(S, TRUE, TRUE)$values <= 1e-6 * max(diag(S)))) S <- diag(diag(cov(R, use = "pairwise.complete.obs")), v)
  alike <- unlist(lapply(factors, function(level) { k <- length(unique(level)); rep(1 / k, k - 1) }))
  rows_at <- function(visit) {
    row <- function(arm) { l <- numeric(ncol(X)); l[3 * (visit - 1) + 1:2] <- c(1, arm); if (extra > 0) l[3 * v + seq_len(extra)] <- alike; l }
    list(difference = row(1) - row(0), arm1 = row(1), arm0 = row(0))
  }
  for (s in names(covariances)) {
    m <- tryCatch(maximum_of(people, s, start_of(s, S), v), error = function(e) NULL)
    if (is.null(m)) next
    precise <- if (s == "cs") empirical_precision(people, m) else kenward_roger(m)
    infer <- function(l) { at <- precise(l); by_student(sum(l * m$beta), at[1], at[2], confidence) }
    visits <- lapply(seq_len(v), function(visit) lapply(rows_at(visit), infer))
    df <- unlist(lapply(visits, function(each) lapply(each, function(one) one$se["df"])))
    if (all(is.finite(df)) && all(df > 1 - 1e-9)) return(visits)
  }
  NULL
}
kenward_roger <- function(m) {
  W <- solve(m$information); K <- length(m$P); B <- 0 * m$F
  for (k in 1:K) for (l in 1:K) B <- B + W[k, l] * (m$Q[[k, l]] - m$P[[k]] %*% m$F %*% m$P[[l]])
  adjusted <- m$F + 2 * m$F %*% B %*% m$F
  function(l) {
    g <- vapply(m$P, function(P) drop(t(l) %*% m$F %*% P %*% m$F %*% l), 0)
    c(sqrt(drop(t(l) %*% adjusted %*% l)), 2 * drop(t(l) %*% m$F %*% l)^2 / drop(t(g) %*% W %*% g))
  }
}
# Mancl and DeRouen 2001, (I - H)^-1 on both sides; as many degrees of freedom as participants beyond the terms of one visit.
empirical_precision <- function(people, m) {
  M <- 0 * m$F
  for (one in people) {
    Vi <- solve(m$S[one$at, one$at, drop = FALSE]); H <- one$X %*% m$F %*% t(one$X) %*% Vi
    u <- t(one$X) %*% Vi %*% solve(diag(length(one$y)) - H) %*% (one$y - one$X %*% m$beta)
    M <- M + u %*% t(u)
  }
  spread <- m$F %*% M %*% m$F; terms <- ncol(m$F) - 3 * (ncol(m$S) - 1)
  function(l) c(sqrt(drop(t(l) %*% spread %*% l)), length(people) - terms)
}
