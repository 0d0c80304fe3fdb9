# The same design in base R, as a statistician writes it: 230 people, minimisation over three factors, lognormal courses,
# dropout, complete or partial response, and the lower limit of a difference against minus the margin. Prints trials a second.
set.seed(7)
n <- 230; trials <- as.integer(commandArgs(TRUE)[1]); margin <- 0.15
minimise <- function(levels) {
  arm <- integer(n); k <- c(4, 2, 2)
  counts <- lapply(k, function(m) matrix(0, m, 2))
  for (i in 1:n) {
    total <- c(0, 0)
    for (f in 1:3) for (a in 1:2) {
      after <- counts[[f]][levels[i, f], ]; after[a] <- after[a] + 1
      total[a] <- total[a] + abs(after[1] - after[2])
    }
    best <- if (total[1] == total[2]) sample(1:2, 1) else which.min(total)
    arm[i] <- if (runif(1) < 0.8) best else 3 - best
    for (f in 1:3) counts[[f]][levels[i, f], arm[i]] <- counts[[f]][levels[i, f], arm[i]] + 1
  }
  arm
}
score <- function(x1, n1, x0, n0, d) {
  # Constrained maximum likelihood of Miettinen and Nurminen, by its cubic.
  N <- n1 + n0; L3 <- N; L2 <- (n1 + 2 * n0) * d - N - x1 - x0
  L1 <- (n0 * d - N - 2 * x0) * d + x1 + x0; L0 <- x0 * d * (1 - d)
  q <- L2^3 / (3 * L3)^3 - L1 * L2 / (6 * L3^2) + L0 / (2 * L3)
  p <- sign(q) * sqrt(max(0, L2^2 / (3 * L3)^2 - L1 / (3 * L3)))
  a <- (pi + acos(min(1, max(-1, q / p^3)))) / 3
  p0 <- 2 * p * cos(a) - L2 / (3 * L3); p1 <- p0 + d
  (x1 / n1 - x0 / n0 - d) / sqrt((p1 * (1 - p1) / n1 + p0 * (1 - p0) / n0) * N / (N - 1))
}
run <- function() {
  levels <- cbind(sample(1:4, n, TRUE), sample(1:2, n, TRUE), sample(1:2, n, TRUE))
  arm <- minimise(levels)
  upcr0 <- exp(rnorm(n, log(2.5), 0.5)); creat0 <- exp(rnorm(n, log(70), 0.25)); pred <- sample(c(10, 20, 30, 40), n, TRUE)
  fall <- rnorm(n, -0.84, 0.86)
  upcr <- round(upcr0 * exp(fall + rnorm(n, 0, 0.12)), 2); protein <- round(upcr * exp(rnorm(n, 0, 0.25)), 2)
  creat <- round(creat0 * exp(rnorm(n, 0, 0.1))); protein0 <- upcr0 * exp(rnorm(n, 0, 0.25))
  gone <- rexp(n, 0.14 / 365.25) < 168 | runif(n) < 0.03
  upcr[runif(n) < 0.025] <- NA; protein[runif(n) < 0.025] <- NA; creat[runif(n) < 0.025] <- NA
  responder <- logical(n)
  for (i in 1:n) {
    if (gone[i]) next
    cr <- (isTRUE(creat[i] <= 106.1) || isTRUE(creat[i] <= 1.25 * creat0[i])) &&
      (isTRUE(upcr[i] < 0.5) || isTRUE(protein[i] < 0.5)) && max(5, pred[i] * 0.15) <= 10
    now <- if (is.na(upcr[i])) protein[i] / protein0[i] else upcr[i] / upcr0[i]
    pr <- if (creat0[i] > 106.1) isTRUE(creat[i] < 0.7 * creat0[i]) && isTRUE(now < 0.7) else isTRUE(now < 0.5)
    responder[i] <- cr || pr
  }
  x <- tapply(responder, factor(arm, 1:2), sum); m <- tabulate(arm, 2)
  score(x[1], m[1], x[2], m[2], -margin) > qnorm(0.975)
}
start <- proc.time()[[3]]
shown <- mean(replicate(trials, run()))
cat(sprintf("%.6f %.4f\n", trials / (proc.time()[[3]] - start), shown))
