# 2x2xK tables, rows x1, n1, x0, n0: stats::mantelhaen.test for chi-square (without and with correction), common odds ratio and its interval;
# ratio and difference of risks (Greenland-Robins; Sato) and Breslow-Day with Tarone's correction from the papers' formulas, the fitted cell by
# uniroot to 1e-15 rather than by the quadratic. Strata with an empty arm are left out.
tables <- list(
  list(c(8, 10, 4, 10), c(7, 9, 5, 11), c(3, 6, 1, 5)), list(c(10, 20, 6, 20), c(12, 20, 9, 20)), list(c(1, 2, 0, 1), c(1, 1, 0, 2), c(0, 2, 1, 2), c(2, 2, 1, 3)),
  list(c(3, 8, 2, 7), c(4, 9, 5, 10)), list(c(0, 5, 2, 6), c(3, 7, 1, 8)), list(c(30, 60, 20, 55), c(10, 40, 12, 44), c(25, 30, 22, 31), c(4, 15, 1, 16)),
  list(c(5, 5, 1, 5), c(4, 6, 2, 6)), list(c(2, 50, 9, 60), c(1, 40, 6, 45)), list(c(5, 10, 5, 10), c(4, 8, 5, 8)))
cube <- function(s) array(sapply(s, function(v) c(v[1], v[3], v[2] - v[1], v[4] - v[3])), c(2, 2, length(s)))
closed <- function(s, conf) {
  x <- sapply(s, `[`, 1); n <- sapply(s, `[`, 2); y <- sapply(s, `[`, 3); m <- sapply(s, `[`, 4); N <- n + m; q <- qnorm(1 - (1 - conf) / 2)
  rr <- sum(x * m / N) / sum(y * n / N)
  rr_se <- sqrt(sum(((x + y) * n * m - x * y * N) / N^2) / (sum(x * m / N) * sum(y * n / N)))
  w <- n * m / N; rd <- sum(w * (x / n - y / m)) / sum(w)
  P <- sum((n^2 * y - m^2 * x + n * m * (m - n) / 2) / N^2); Q <- sum((x * (m - y) + y * (n - x)) / (2 * N))
  sato <- sqrt(rd * P + Q) / sum(w); gr <- sqrt(sum((x * (n - x) * m^3 + y * (m - y) * n^3) / (n * m * N^2))) / sum(w)
  c(rr = rr, rrLower = rr * exp(-q * rr_se), rrUpper = rr * exp(q * rr_se), rd = rd, satoLower = rd - q * sato, satoUpper = rd + q * sato,
    grLower = rd - q * gr, grUpper = rd + q * gr)
}
breslow <- function(s, or) {
  parts <- sapply(s, function(v) {
    t <- v[1] + v[3]; low <- max(0, t - v[4]); high <- min(v[2], t)
    a <- uniroot(function(a) a * (v[4] - t + a) - or * (v[2] - a) * (t - a), c(low, high), tol = 1e-15, maxiter = 10000)$root
    c(v[1] - a, 1 / (1 / a + 1 / (t - a) + 1 / (v[2] - a) + 1 / (v[4] - t + a)))
  })
  bd <- sum(parts[1, ]^2 / parts[2, ]); c(bd, bd - sum(parts[1, ])^2 / sum(parts[2, ]))
}
row <- function(s, conf = .95) {
  a <- mantelhaen.test(cube(s), correct = FALSE, conf.level = conf); b <- mantelhaen.test(cube(s), correct = TRUE)
  bd <- breslow(s, a$estimate); df <- length(s) - 1; r <- closed(s, conf)
  values <- c(chisq = unname(a$statistic), p = a$p.value, chisqCC = unname(b$statistic), pCC = b$p.value, or = unname(a$estimate), orLower = a$conf.int[1],
    orUpper = a$conf.int[2], r, breslowDay = bd[1], breslowDayP = pchisq(bd[1], df, lower.tail = FALSE), tarone = bd[2], taroneP = pchisq(bd[2], df, lower.tail = FALSE))
  sprintf('  {"strata": [%s], "confidence": %.17g, %s}', paste(sapply(s, function(v) sprintf("[%s]", paste(v, collapse = ", "))), collapse = ", "), conf,
    paste(sprintf('"%s": %.17g', names(values), values), collapse = ", "))
}
writeLines(c("[", paste(c(sapply(tables, row), row(tables[[1]], .9)), collapse = ",\n"), "]"), "expected.json")
