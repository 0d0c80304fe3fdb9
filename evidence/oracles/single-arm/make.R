# Designs of a single arm by looking at all of them with pbinom and dbinom.
num <- function(x) sprintf("%.17g", x)
ahern <- function(v) {
  for (n in 1:500) { r <- which(pbinom(0:n - 1, n, v[1], lower.tail = FALSE) <= v[3])[1] - 1
    if (!is.na(r) && pbinom(r - 1, n, v[2], lower.tail = FALSE) >= v[4]) break }
  sprintf('    {"p0": %s, "p1": %s, "alpha": %s, "power": %s, "participants": %d, "responses": %d, "size": %s, "reached": %s}', num(v[1]), num(v[2]), num(v[3]), num(v[4]), n, r,
    num(pbinom(r - 1, n, v[1], lower.tail = FALSE)), num(pbinom(r - 1, n, v[2], lower.tail = FALSE)))
}
passes <- function(r1, n1, r, n, p) { x <- (r1 + 1):n1; sum(dbinom(x, n1, p) * pbinom(r - x, n - n1, p, lower.tail = FALSE)) }
simon <- function(v, most) {
  found <- NULL
  for (n in 2:most) for (n1 in 1:(n - 1)) for (r1 in 0:(n1 - 1)) {
    if (pbinom(r1, n1, v[2]) > 1 - v[4]) break
    for (r in r1:n) if (passes(r1, n1, r, n, v[1]) <= v[3]) break
    power <- passes(r1, n1, r, n, v[2])
    if (power >= v[4]) found <- rbind(found, c(r1, n1, r, n, n1 + (1 - pbinom(r1, n1, v[1])) * (n - n1), pbinom(r1, n1, v[1]), passes(r1, n1, r, n, v[1]), power))
  }
  tell <- function(d) sprintf('{"r1": %d, "n1": %d, "r": %d, "n": %d, "expectedAtP0": %s, "stopsAtP0": %s, "size": %s, "power": %s}', d[1], d[2], d[3], d[4], num(d[5]), num(d[6]), num(d[7]), num(d[8]))
  sprintf('    {"p0": %s, "p1": %s, "alpha": %s, "power": %s,\n     "optimal": %s,\n     "minimax": %s}', num(v[1]), num(v[2]), num(v[3]), num(v[4]),
    tell(found[order(found[, 5], found[, 4])[1], ]), tell(found[order(found[, 4], found[, 5])[1], ]))
}
a <- list(c(.2, .4, .05, .8), c(.05, .25, .05, .9), c(.5, .9, .05, .8), c(.3, .5, .05, .9), c(.1, .3, .025, .8), c(.6, .8, .1, .8), c(.9, .98, .05, .8), c(.01, .1, .05, .8), c(.4, .45, .05, .7))
s <- list(c(.05, .25, .05, .8), c(.1, .4, .05, .9), c(.3, .6, .05, .8), c(.5, .8, .05, .8), c(.2, .5, .1, .9), c(.6, .9, .05, .9), c(.7, .95, .05, .8), c(.1, .5, .01, .8))
# After a two-stage trial: every outcome in a table with its chance; the unbiased estimate as the mean of the first participant's response
# over all orders of responses that lead to the same outcome, that is E(x1 / n1 | outcome) with chances at p = .5; ends by uniroot on the sum of the table.
after <- function(v) {
  r1 <- v[1]; n1 <- v[2]; n <- v[3]; stage <- v[4]; seen <- v[5]; p0 <- v[6]
  grid <- rbind(data.frame(stage = 1, x1 = 0:r1, y = 0), expand.grid(stage = 2, x1 = (r1 + 1):n1, y = 0:(n - n1)))
  grid$total <- grid$x1 + grid$y
  chance <- function(p) dbinom(grid$x1, n1, p) * ifelse(grid$stage == 2, dbinom(grid$y, n - n1, p), 1)
  same <- grid$stage == stage & grid$total == seen
  good <- grid$stage > stage | (grid$stage == stage & grid$total >= seen); bad <- !good | same
  end <- function(which) uniroot(function(p) sum(chance(p)[which]) - .025, c(1e-9, 1 - 1e-9), tol = 1e-14)$root
  w <- chance(.5)[same]
  sprintf('    {"r1": %d, "n1": %d, "n": %d, "stage": %d, "responses": %d, "p0": %s, "unbiased": %s, "lower": %s, "upper": %s, "oneSided": %s}', r1, n1, n, stage, seen, num(p0),
    num(sum(w * grid$x1[same]) / sum(w) / n1), num(if (stage == 1 && seen == 0) 0 else end(good)), num(if (stage == 2 && seen == n) 1 else end(bad)), num(sum(chance(p0)[good])))
}
t <- list(c(3, 13, 43, 2, 13, .2), c(3, 13, 43, 1, 2, .2), c(3, 13, 43, 1, 0, .2), c(3, 13, 43, 2, 4, .2), c(3, 13, 43, 2, 43, .2), c(0, 9, 17, 2, 1, .05), c(0, 9, 17, 1, 0, .05), c(5, 15, 46, 2, 20, .3),
  c(1, 10, 29, 2, 8, .1), c(1, 10, 29, 1, 1, .1))
writeLines(c("{", '  "ahern": [', paste(sapply(a, ahern), collapse = ",\n"), "  ],", '  "simon": [', paste(sapply(s, simon, most = 34), collapse = ",\n"), "  ],", '  "twoStage": [', paste(sapply(t, after), collapse = ",\n"), "  ]", "}"), "expected.json")
writeLines(c(R.version.string, "stats only; two-stage designs looked through up to 34 participants"), "versions.txt")
