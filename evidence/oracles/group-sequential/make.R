# Group-sequential bounds by nested integration with stats::integrate (no grid of our own) for up to three looks, uniroot to 1e-12.
# The score process s has independent normal increments; a trial goes on while s is below its bound.
num <- function(x) sprintf("%.17g", x)
vec <- function(x) paste0("[", paste(num(x), collapse = ", "), "]")
area <- function(f, low, high) { cuts <- seq(low, high, length.out = 5)
  sum(mapply(function(l, h) integrate(f, l, h, rel.tol = 1e-11, abs.tol = 1e-15, subdivisions = 2000)$value, head(cuts, -1), tail(cuts, -1))) }
exits <- function(bounds, t, drift) {
  b <- bounds * sqrt(t); step <- diff(c(0, t))
  first <- function(s) dnorm(s, drift * t[1], sqrt(t[1]))
  beyond <- function(s, k) pnorm(b[k], s + drift * step[k], sqrt(step[k]), lower.tail = FALSE)
  out <- pnorm(b[1], drift * t[1], sqrt(t[1]), lower.tail = FALSE)
  low1 <- drift * t[1] - 9 * sqrt(t[1])
  if (length(t) > 1) out[2] <- area(function(s) first(s) * beyond(s, 2), low1, b[1])
  if (length(t) > 2) {
    second <- function(u) sapply(u, function(x) area(function(s) first(s) * dnorm(x, s + drift * step[2], sqrt(step[2])), max(low1, min(b[1], x) - 12 * sqrt(step[2]) - 5), b[1]))
    out[3] <- area(function(u) second(u) * beyond(u, 3), drift * t[2] - 9 * sqrt(t[2]), b[2])
  }
  out
}
spending <- list(OF = function(a, t) 2 * pnorm(qnorm(a / 2, lower.tail = FALSE) / sqrt(t), lower.tail = FALSE), P = function(a, t) a * log(1 + (exp(1) - 1) * t),
  HSD = function(a, t) a * (1 - exp(4 * t)) / (1 - exp(4)), power = function(a, t) a * t^3)
by_spending <- function(kind, t, a) {
  spent <- spending[[kind]](a, t); bounds <- c()
  for (k in seq_along(t)) bounds[k] <- uniroot(function(c) exits(c(bounds, c), t[1:k], 0)[k] - diff(c(0, spent))[k], c(.5, 9), tol = 1e-11)$root
  bounds
}
by_shape <- function(delta, t, a) uniroot(function(c) sum(exits(c * t^(delta - .5), t, 0)) - a, c(1, 5), tol = 1e-11)$root * t^(delta - .5)
row <- function(kind, delta, t, a, power) {
  bounds <- if (kind == "WT") by_shape(delta, t, a) else by_spending(kind, t, a)
  drift <- uniroot(function(d) sum(exits(bounds, t, d)) - power, c(1, 6), tol = 1e-11)$root
  sprintf('    {"kind": "%s", "delta": %s, "information": %s, "alpha": %s, "power": %s, "criticalValues": %s, "drift": %s, "stops": %s}', kind, num(delta), vec(t), num(a),
    num(power), vec(bounds), num(drift), vec(exits(bounds, t, drift)))
}
rows <- c(row("WT", 0, c(.5, 1), .025, .8), row("WT", .5, c(.5, 1), .025, .9), row("WT", .25, c(1, 2, 3) / 3, .025, .8), row("WT", 0, c(1, 2, 3) / 3, .025, .9), row("OF", 0, c(.5, 1), .025, .8),
  row("OF", 0, c(.2, .9, 1), .025, .9), row("P", 0, c(1, 2, 3) / 3, .025, .8), row("HSD", 0, c(.4, 1), .05, .9), row("power", 0, c(.3, .6, 1), .025, .8), row("P", 0, 1, .025, .8))
# Futility bounds a that spend beta at drift d beside efficacy bounds: chances of ending below, by the same nested integration.
below <- function(a, b, t, d) {
  a <- a * sqrt(t); b <- b * sqrt(t); step <- diff(c(0, t))
  first <- function(s) dnorm(s, d * t[1], sqrt(t[1]))
  under <- function(s, k) pnorm(a[k], s + d * step[k], sqrt(step[k]))
  out <- pnorm(a[1], d * t[1], sqrt(t[1]))
  if (length(t) > 1) out[2] <- area(function(s) first(s) * under(s, 2), a[1], b[1])
  if (length(t) > 2) {
    second <- function(u) sapply(u, function(x) area(function(s) first(s) * dnorm(x, s + d * step[2], sqrt(step[2])), a[1], b[1]))
    out[3] <- area(function(u) second(u) * under(u, 3), a[2], b[2])
  }
  out
}
futile <- function(kind, beta_kind, t, a, power) {
  b <- by_spending(kind, t, a); spend <- diff(c(0, spending[[beta_kind]](1 - power, t))); last <- length(t); single <- qnorm(1 - a) + qnorm(power)
  bounds <- function(d) {
    low <- c()
    for (k in seq_len(last - 1)) {
      excess <- function(x) below(c(low, x), b[1:k], t[1:k], d)[k] - spend[k]
      low[k] <- if (excess(b[k]) < 0) b[k] else uniroot(excess, c(-8, b[k]), tol = 1e-11)$root
    }
    c(low, b[last])
  }
  d <- uniroot(function(d) below(bounds(d), b, t, d)[last] - spend[last], single * c(.95, 1.3), tol = 1e-10)$root
  sprintf('    {"kind": "%s", "betaKind": "%s", "information": %s, "alpha": %s, "power": %s, "criticalValues": %s, "futility": %s, "drift": %s}', kind, beta_kind, vec(t), num(a), num(power),
    vec(b), vec(bounds(d)), num(d))
}
futility <- c(futile("OF", "OF", c(.5, 1), .025, .8), futile("OF", "P", c(.5, 1), .025, .9), futile("P", "OF", c(.4, 1), .025, .8), futile("OF", "HSD", c(.3, 1), .05, .9),
  futile("HSD", "HSD", c(.6, 1), .025, .8), futile("power", "power", c(.5, 1), .025, .85), futile("OF", "power", c(.75, 1), .025, .9), futile("OF", "OF", c(1, 2, 3) / 3, .025, .8))
# Conditional power by the normal distribution of the final z given the look, written as a conditional mean and variance; predictive by integrate.
conditional <- function(v) {
  z <- v[1]; t <- v[2]; c <- v[3]
  cp <- function(drift) pnorm(c, z * sqrt(t) + drift * (1 - t), sqrt(1 - t), lower.tail = FALSE)
  average <- integrate(function(d) cp(d) * dnorm(d, z / sqrt(t), 1 / sqrt(t)), z / sqrt(t) - 12 / sqrt(t), z / sqrt(t) + 12 / sqrt(t), rel.tol = 1e-12, subdivisions = 2000)$value
  sprintf('    {"z": %s, "information": %s, "critical": %s, "drift": %s, "design": %s, "trend": %s, "hypothesis": %s, "predictive": %s}', num(z), num(t), num(c), num(v[4]),
    num(cp(v[4])), num(cp(z / sqrt(t))), num(cp(0)), num(average))
}
looks <- list(c(1.2, .5, 1.96, 2.8), c(0, .5, 1.96, 2.8), c(-1, .3, 2, 3.24), c(2.5, .4, 2.01, 3.24), c(3, .9, 1.96, 2.8), c(1, .05, 1.96, 2.8), c(-2, .7, 1.98, 3), c(.5, .66, 2.004, 2.8))
writeLines(c("{", '  "designs": [', paste(rows, collapse = ",\n"), "  ],", '  "futility": [', paste(futility, collapse = ",\n"), "  ],", '  "conditional": [', paste(sapply(looks, conditional), collapse = ",\n"), "  ]", "}"), "expected.json")
writeLines(c(R.version.string, "stats only"), "versions.txt")
