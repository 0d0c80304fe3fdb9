# Stopping when k of at most n participants have an event, looked at after each: base R's pbinom.
# stops: at least k of n have it. treated: the sum over m from 0 to n - 1 of the chance that m are not enough to stop.
rules <- list(c(1, 16), c(1, 40), c(2, 6), c(2, 10), c(2, 20), c(3, 12), c(10, 60), c(5, 5), c(20, 250))
rates <- c(.01, seq(.05, .5, by = .05), .9)
row <- function(v, p) {
  k <- v[1]; n <- v[2]
  stops <- pbinom(k - 1, n, p, lower.tail = FALSE)
  treated <- sum(pbinom(k - 1, 0:(n - 1), p))
  sprintf('  {"participants": %d, "of": %d, "rate": %.17g, "stops": %.17g, "treated": %.17g}', k, n, p, stops, treated)
}
writeLines(c("[", paste(unlist(lapply(rules, function(v) sapply(rates, function(p) row(v, p)))), collapse = ",\n"), "]"), "expected.json")
