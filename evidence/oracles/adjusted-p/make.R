# stats::p.adjust; and graphs by the closed test: every intersection by weighted Bonferroni, its weights from the graph with the
# others taken out one by one. The adjusted p of a hypothesis is the largest p of the intersections that hold it.
set.seed(2009)
num <- function(x) sprintf("%.17g", x)
vec <- function(x) paste0("[", paste(num(x), collapse = ", "), "]")
ps <- list(.03, c(.01, .04), c(.01, .04, .03), c(.05, .05, .05, .05), c(1, 0, .5), round(runif(6), 3), round(runif(10)^3, 4), c(.012, .011, .026, .049, .6),
  round(runif(15)^4, 5))
methods <- c(Bonferroni = "bonferroni", Holm = "holm", Hochberg = "hochberg", Hommel = "hommel", "Benjamini-Hochberg" = "BH")
family <- function(p) sprintf('    {"p": %s, %s, "fixed sequence": %s}', vec(p),
  paste(sprintf('"%s": %s', names(methods), sapply(methods, function(m) vec(p.adjust(p, m)))), collapse = ", "), vec(cummax(p)))
weights_within <- function(w, g, keep) {
  for (j in setdiff(seq_along(w), keep)) {
    new <- g; rest <- setdiff(seq_along(w), j)
    for (l in rest) { w[l] <- w[l] + w[j] * g[j, l]
      for (k in rest) new[l, k] <- if (l == k || g[l, j] * g[j, l] >= 1) 0 else (g[l, k] + g[l, j] * g[j, k]) / (1 - g[l, j] * g[j, l]) }
    w[j] <- 0; g <- new; g[j, ] <- 0; g[, j] <- 0
  }
  w[keep]
}
closed <- function(w, g, p) {
  m <- length(p); adjusted <- rep(0, m)
  for (code in seq_len(2^m - 1)) {
    keep <- which(bitwAnd(code, 2^(seq_len(m) - 1)) > 0); weight <- weights_within(w, g, keep)
    here <- min(1, ifelse(weight > 0, p[keep] / weight, Inf)); adjusted[keep] <- pmax(adjusted[keep], here)
  }
  adjusted
}
random_graph <- function(m, dense) {
  g <- matrix(rexp(m * m) * (runif(m * m) < dense), m); diag(g) <- 0; s <- rowSums(g); g <- g / ifelse(s > 0, s, 1)
  w <- rexp(m); list(w / sum(w), g, round(runif(m)^2 / 8, 4))
}
graphs <- c(list(
  list(c(1, 0, 0), rbind(c(0, 1, 0), c(0, 0, 1), c(0, 0, 0)), c(.02, .01, .04)), list(c(.5, .5), rbind(c(0, 1), c(1, 0)), c(.04, .01)),
  list(c(.5, .5, 0, 0), rbind(c(0, 0, 1, 0), c(0, 0, 0, 1), c(0, 1, 0, 0), c(1, 0, 0, 0)), c(.02, .04, .01, .03)),
  list(c(.8, .2, 0), rbind(c(0, .5, .5), c(1, 0, 0), c(.3, .7, 0)), c(.041, .3, .001)), list(c(.5, 0, .3), matrix(0, 3, 3), c(.01, .01, .01))
), lapply(c(3, 4, 4, 5, 5, 6), random_graph, dense = .7))
graph <- function(v) sprintf('    {"weights": %s, "transitions": [%s], "p": %s, "adjusted": %s}', vec(v[[1]]),
  paste(apply(v[[2]], 1, vec), collapse = ", "), vec(v[[3]]), vec(closed(v[[1]], v[[2]], v[[3]])))
writeLines(c("{", '  "families": [', paste(sapply(ps, family), collapse = ",\n"), "  ],", '  "graphs": [', paste(sapply(graphs, graph), collapse = ",\n"),
  "  ]", "}"), "expected.json")
writeLines(c(R.version.string, "stats only; graphs by closed testing of all intersections"), "versions.txt")
