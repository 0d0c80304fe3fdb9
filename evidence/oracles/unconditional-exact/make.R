# Boschloo's test (tables ordered by the p of fisher.test of the same side) and Barnard's in the form of Suissa and Shuster (ordered by
# the pooled z): supremum over 20,001 common proportions, then optimize to 1e-12 in the neighbourhood of the five best. Ties 1e-7 relative.
sides <- c("two.sided", "greater", "less")
orders <- function(n1, n2, side) {
  fisher <- z <- matrix(0, n1 + 1, n2 + 1)
  for (a in 0:n1) for (b in 0:n2) {
    fisher[a + 1, b + 1] <- fisher.test(matrix(c(a, n1 - a, b, n2 - b), 2, byrow = TRUE), alternative = side)$p.value
    m <- a + b; N <- n1 + n2
    score <- if (m == 0 || m == N) 0 else (a / n1 - b / n2) / sqrt(m / N * (1 - m / N) * (1 / n1 + 1 / n2))
    z[a + 1, b + 1] <- -switch(side, two.sided = abs(score), greater = score, less = -score)
  }
  list(fisher = fisher, z = z)
}
supremum <- function(order, x1, x2, n1, n2) {
  limit <- order[x1 + 1, x2 + 1]; inside <- order <= limit + 1e-7 * abs(limit)
  chance <- function(p) sum(outer(dbinom(0:n1, n1, p), dbinom(0:n2, n2, p))[inside])
  grid <- seq(0, 1, length.out = 20001); values <- sapply(grid, chance); best <- order(values, decreasing = TRUE)[1:5]
  max(values, sapply(best, function(i) optimize(chance, c(max(0, grid[i] - 5e-5), min(1, grid[i] + 5e-5)), maximum = TRUE, tol = 1e-12)$objective))
}
cases <- list(c(9, 10, 3, 10), c(5, 11, 1, 5), c(0, 6, 4, 7), c(0, 5, 0, 8), c(4, 4, 0, 5), c(3, 8, 3, 8), c(7, 13, 2, 12), c(1, 1, 0, 1), c(12, 16, 6, 15))
row <- function(v) {
  parts <- sapply(sides, function(side) { o <- orders(v[2], v[4], side)
    sprintf('"%s": {"boschloo": %.15g, "barnard": %.15g}', c(two.sided = "two-sided", greater = "greater", less = "less")[side],
      supremum(o$fisher, v[1], v[3], v[2], v[4]), supremum(o$z, v[1], v[3], v[2], v[4])) })
  sprintf('    {"x1": %d, "n1": %d, "x2": %d, "n2": %d, %s}', v[1], v[2], v[3], v[4], paste(parts, collapse = ", "))
}
# Exact power of Boschloo's two-sided test at 5 %: every table tested by itself.
powers <- list(c(4, .9, 4, .1), c(6, .8, 5, .2), c(7, .5, 7, .5), c(8, .9, 6, .3), c(5, .3, 9, .7), c(3, .5, 3, .5), c(9, .75, 9, .25), c(10, .7, 10, .2))
power_row <- function(v) {
  n1 <- v[1]; n2 <- v[3]; o <- orders(n1, n2, "two.sided")$fisher; levels <- sort(unique(signif(as.vector(o), 10)))
  kept <- sapply(levels, function(l) { at <- which(abs(o / l - 1) < 1e-6, arr.ind = TRUE)[1, ]; supremum(o, at[1] - 1, at[2] - 1, n1, n2) <= .05 })
  top <- if (any(kept)) max(levels[kept]) else -1
  sprintf('    {"n1": %d, "p1": %.17g, "n2": %d, "p2": %.17g, "power": %.15g}', n1, v[2], n2, v[4],
    sum(outer(dbinom(0:n1, n1, v[2]), dbinom(0:n2, n2, v[4]))[o <= top * (1 + 1e-6)]))
}
writeLines(c('{', '  "tests": [', paste(sapply(cases, row), collapse = ",\n"), '  ],', '  "powers": [', paste(sapply(powers, power_row), collapse = ",\n"), '  ]', '}'), "expected.json")
