# Firth's logistic regression on the data of evidence/oracles/logistic, separated or not: modified scores with leverages from a QR of the
# weighted design, solved by Newton with numerical second derivatives; penalised log-likelihood with the determinant from the same QR; profile interval and test of the first column by uniroot
# at 1e-13, the determinant always of the whole information. No JSON reader in base R: the data are read with regular expressions.
lines <- grep('"name"', readLines("../logistic/expected.json"), value = TRUE)
numbers <- function(text) as.numeric(strsplit(text, ", *")[[1]])
read <- function(line) {
  values <- regmatches(line, gregexpr('"values": \\[[^]]*\\]', line))[[1]]
  list(name = sub('.*?"name": "([^"]*)".*', "\\1", line, perl = TRUE), y = numbers(sub('.*"y": \\[([^]]*)\\].*', "\\1", line)),
    X = cbind(1, sapply(values, function(v) numbers(sub('.*\\[(.*)\\]', "\\1", v)), USE.NAMES = FALSE)))
}
pieces <- function(X, y, b) {
  eta <- drop(X %*% b); p <- plogis(eta); w <- p * (1 - p); q <- qr(sqrt(w) * X); h <- rowSums(qr.Q(q)^2)
  list(value = sum(ifelse(y == 1, plogis(eta, log.p = TRUE), plogis(-eta, log.p = TRUE))) + sum(log(abs(diag(qr.R(q))))),
    score = drop(crossprod(X, y - p + h * (.5 - p))), information = crossprod(X, w * X))
}
# Newton with the slope's change taken numerically, on the line from the start; halved where it would lead down.
maximise <- function(X, y, b, free) {
  if (length(free) == 0) return(list(b = b, value = pieces(X, y, b)$value))
  for (i in 1:500) {
    now <- pieces(X, y, b); bend <- sapply(free, function(j) { h <- rep(0, length(b)); h[j] <- 1e-4 * max(1, abs(b[j]))
      (pieces(X, y, b - h)$score[free] - pieces(X, y, b + h)$score[free]) / (2 * h[j]) }); bend <- as.matrix(bend)
    if (any(eigen((bend + t(bend)) / 2, only.values = TRUE)$values <= 0)) bend <- now$information[free, free, drop = FALSE]
    step <- rep(0, length(b)); step[free] <- solve(bend, now$score[free])
    share <- 1; while (share > 1e-8 && pieces(X, y, b + share * step)$value < now$value - 1e-13) share <- share / 2
    b <- b + share * step; if (max(abs(step) / (1 + abs(b))) < 1e-12) break
  }
  list(b = b, value = pieces(X, y, b)$value)
}
row <- function(line) {
  k <- read(line); all <- seq_len(ncol(k$X)); top <- maximise(k$X, k$y, rep(0, ncol(k$X)), all); se <- sqrt(diag(solve(pieces(k$X, k$y, top$b)$information)))
  slope <- { V <- solve(pieces(k$X, k$y, top$b)$information); V[, 2] / V[2, 2] }; last <- NULL
  held <- function(value) { if (!is.null(last)) slope <<- (last - top$b) / (last[2] - top$b[2]); b <- top$b + slope * (value - top$b[2]); b[2] <- value
    m <- maximise(k$X, k$y, b, all[-2]); if (abs(m$b[2] - top$b[2]) > 1e-3) last <<- m$b; m$value }
  loss <- function(value) 2 * (top$value - held(value)) - qchisq(.95, 1)
  root <- function(to) { step <- to * se[2]; last <<- NULL; while (loss(top$b[2] + step) < 0) step <- step * 1.5; uniroot(loss, sort(c(top$b[2], top$b[2] + step)), tol = 1e-13, maxiter = 10000)$root }
  statistic <- 2 * (top$value - held(0))
  sprintf('  {"name": "%s", "coefficients": [%s], "errors": [%s], "value": %.17g, "lower": %.17g, "upper": %.17g, "ratio": %.17g, "ratioP": %.17g}', k$name,
    paste(sprintf("%.17g", top$b), collapse = ", "), paste(sprintf("%.17g", se), collapse = ", "), top$value, root(-2), root(2), statistic, pchisq(statistic, 1, lower.tail = FALSE))
}
writeLines(c("[", paste(sapply(lines, row), collapse = ",\n"), "]"), "expected.json")
