# The tasks of statistics-work.ts as a trialist writes them in base R with survival and nlme, vectorised where base R can.
# Prints the seconds of the work, without starting, loading packages and reading, and what it found.
#
#   Rscript tools/bench/statistics.R fisher 100000
arguments <- commandArgs(TRUE)
task <- arguments[[1]]
n <- 20

# fisher.test takes one table: it is asked once for each table that occurs. `loop` asks it for each trial.
fisher_of <- function(x1, x0) fisher.test(matrix(c(x1, n - x1, x0, n - x0), 2), conf.int = FALSE)$p.value
fisher <- function(trials) {
  x1 <- rbinom(trials, n, 0.6); x0 <- rbinom(trials, n, 0.3)
  table <- x1 * (n + 1) + x0
  asked <- unique(table)
  p <- vapply(asked, function(at) fisher_of(at %/% (n + 1), at %% (n + 1)), 0)
  mean(p[match(table, asked)] <= 0.05)
}
loop <- function(trials) {
  x1 <- rbinom(trials, n, 0.6); x0 <- rbinom(trials, n, 0.3)
  mean(mapply(fisher_of, x1, x0) <= 0.05)
}

# The cubic of Miettinen and Nurminen over all trials at once.
score <- function(x1, n1, x0, n0, d) {
  N <- n1 + n0; L2 <- (n1 + 2 * n0) * d - N - x1 - x0
  L1 <- (n0 * d - N - 2 * x0) * d + x1 + x0; L0 <- x0 * d * (1 - d)
  q <- L2^3 / (3 * N)^3 - L1 * L2 / (6 * N^2) + L0 / (2 * N)
  p <- sign(q) * sqrt(pmax(0, L2^2 / (3 * N)^2 - L1 / (3 * N)))
  a <- (pi + acos(pmin(1, pmax(-1, ifelse(p == 0, 0, q / p^3))))) / 3
  p0 <- pmin(1, pmax(0, 2 * p * cos(a) - L2 / (3 * N))); p1 <- pmin(1, pmax(0, p0 + d))
  (x1 / n1 - x0 / n0 - d) / sqrt((p1 * (1 - p1) / n1 + p0 * (1 - p0) / n0) * N / (N - 1))
}
nonInferiority <- function(trials) {
  mean(score(rbinom(trials, n, 0.6), n, rbinom(trials, n, 0.6), n, -0.3) > qnorm(0.975))
}

# Bounds of O'Brien-Fleming type for two looks by integrate and uniroot; then all trials at once.
pooled <- function(x1, x0, n) {
  all <- (x1 + x0) / (2 * n)
  ifelse(all <= 0 | all >= 1, 0, (x1 - x0) / n / sqrt(all * (1 - all) * 2 / n))
}
sequential <- function(trials) {
  spent <- 2 * pnorm(qnorm(0.025 / 2) / sqrt(0.5))
  early <- qnorm(spent, lower.tail = FALSE)
  passes <- function(late) integrate(function(z) dnorm(z) * pnorm((late - z * sqrt(0.5)) / sqrt(0.5), lower.tail = FALSE), -10, early, rel.tol = 1e-10)$value
  late <- uniroot(function(late) passes(late) - (0.025 - spent), c(1, 4), tol = 1e-12)$root
  x1 <- rbinom(trials, n, 0.65); x0 <- rbinom(trials, n, 0.35)
  stops <- pooled(x1, x0, n) > early
  succeeds <- stops | pooled(x1 + rbinom(trials, n, 0.65), x0 + rbinom(trials, n, 0.35), 2 * n) > late
  c(early, late, mean(stops), mean(succeeds))
}

survival <- function(d) {
  curves <- survfit(Surv(time, event) ~ arm, d, conf.type = "log-log")
  at <- summary(curves, times = 365)$surv
  test <- survdiff(Surv(time, event) ~ arm, d)
  model <- coxph(Surv(time, event) ~ arm + age, d)
  c(rev(at), test$chisq, coef(model))
}
repeated <- function(d) {
  d$v <- factor(d$visit); d$base <- d$base - mean(d$base[!duplicated(d$id)])
  model <- gls(value ~ v + v:arm + v:base - 1, d, corSymm(form = ~ visit | id), varIdent(form = ~ 1 | v), method = "REML")
  c(coef(model)[[paste0("v", max(d$visit), ":arm")]], as.numeric(logLik(model)))
}

set.seed(7)
if (task == "survival") library("survival")
if (task == "repeated") library("nlme")
work <- list(fisher = fisher, loop = loop, nonInferiority = nonInferiority, sequential = sequential, survival = survival, repeated = repeated)[[task]]
given <- if (file.exists(arguments[[2]])) read.csv(arguments[[2]]) else as.numeric(arguments[[2]])
start <- proc.time()[[3]]
found <- work(given)
cat(format(c(proc.time()[[3]] - start, found), digits = 15, trim = TRUE), fill = 10000)
