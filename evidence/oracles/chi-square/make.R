# Tails and upper quantiles of the chi-square distribution: stats::pchisq, stats::qchisq.
x <- c(1e-6, 0.01, 0.5, 1, 3.841458820694124, 6.6, 10, 30, 100, 400)
df <- c(1, 2, 3, 5, 10, 40)
cases <- expand.grid(x = x, df = df)
row <- function(i) with(cases[i, ], sprintf('    {"x": %.17g, "df": %d, "upper": %.17g, "lower": %.17g}', x, df,
  pchisq(x, df, lower.tail = FALSE), pchisq(x, df)))
quantiles <- expand.grid(upper = c(1e-10, 1e-4, 0.01, 0.05, 0.1, 0.5, 0.9, 0.99), df = c(1, 2, 4, 30))
quantile_row <- function(i) with(quantiles[i, ], sprintf('    {"upper": %.17g, "df": %d, "x": %.17g}', upper, df,
  qchisq(upper, df, lower.tail = FALSE)))
writeLines(c('{', '  "tails": [', paste(sapply(seq_len(nrow(cases)), row), collapse = ",\n"), '  ],',
  '  "quantiles": [', paste(sapply(seq_len(nrow(quantiles)), quantile_row), collapse = ",\n"), '  ]', '}'), "expected.json")
