# Non-inferiority of x1/n1 to x2/n2 by a margin, responses wanted: z of Miettinen-Nurminen, Farrington-Manning and Wald and one-sided p.
# The constrained estimate is the root of the score by uniroot to 1e-15. Fewer wanted: the same with the failures counted.
tight <- function(f, low, high) uniroot(f, c(low, high), tol = 1e-16, maxiter = 10000)$root
constrained <- function(v, d) {
  term <- function(x, p, sign) if (x == 0) 0 else sign * x / p
  score <- function(p) term(v[1], p + d, 1) + term(v[2] - v[1], 1 - p - d, -1) + term(v[3], p, 1) + term(v[4] - v[3], 1 - p, -1)
  low <- max(0, -d); high <- min(1, 1 - d); inside <- (high - low) * 1e-15
  if (score(low + inside) <= 0) return(low)
  if (score(high - inside) >= 0) return(high)
  tight(score, low + inside, high - inside)
}
z <- function(v) {
  p2 <- constrained(v, -v[5]); p1 <- p2 - v[5]; n <- v[2] + v[4]; a <- v[1] / v[2]; b <- v[3] / v[4]; distance <- a - b + v[5]
  fm <- p1 * (1 - p1) / v[2] + p2 * (1 - p2) / v[4]
  distance / sqrt(c(fm * n / (n - 1), fm, a * (1 - a) / v[2] + b * (1 - b) / v[4]))
}
cases <- list(c(45, 69, 41, 71, .15), c(12, 20, 8, 20, .2), c(104, 185, 98, 185, .1), c(3, 10, 6, 9, .1), c(0, 10, 1, 12, .2), c(20, 20, 19, 20, .1),
  c(10, 10, 10, 10, .15), c(5, 11, 1, 5, .3), c(1, 30, 5, 30, .05), c(30, 60, 39, 60, .15))
number <- function(x) ifelse(is.infinite(x), ifelse(x > 0, '"Infinity"', '"-Infinity"'), sprintf("%.17g", x))
row <- function(v) { s <- z(v); sprintf(
  '  {"x1": %d, "n1": %d, "x2": %d, "n2": %d, "margin": %.17g, "z": [%s], "p": [%s]}', v[1], v[2], v[3], v[4], v[5],
  paste(number(s), collapse = ", "), paste(sprintf("%.17g", pnorm(s, lower.tail = FALSE)), collapse = ", ")) }
writeLines(c("[", paste(sapply(cases, row), collapse = ",\n"), "]"), "expected.json")
