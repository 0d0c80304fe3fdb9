# Student's t: two-sided tails 2 * pt(-t, df) and the t with a two-sided tail of alpha, -qt(alpha / 2, df).
tails <- expand.grid(t = c(1e-6, 0.1, 0.7, 1, 2.086, 5, 12, 40, 300), df = c(1, 1.5, 2, 4.37, 19, 37.3, 200, 1e4))
quantiles <- expand.grid(alpha = c(0.999, 0.9, 0.5, 0.2, 0.1, 0.05, 0.01, 1e-4, 1e-9), df = c(1, 1.5, 2, 4.37, 19, 37.3, 200, 1e4))
row <- function(a, b, c, names) sprintf('    {"%s": %.17g, "df": %.17g, "%s": %.17g}', names[1], a, b, names[2], c)
writeLines(c(
  '{', '  "tails": [',
  paste(row(tails$t, tails$df, 2 * pt(-tails$t, tails$df), c("t", "tail")), collapse = ",\n"),
  '  ],', '  "quantiles": [',
  paste(row(quantiles$alpha, quantiles$df, -qt(quantiles$alpha / 2, quantiles$df), c("alpha", "t")), collapse = ",\n"),
  '  ]', '}'
), "expected.json")
