# Recomputes every number of every table of a report from its exported data, with base R and the packages that come with it.
#
#   Rscript evidence/recompute/recompute.R <report folder>
#
# Reads <folder>/data/*.csv and, to compare, <folder>/results.csv. It shares no code with Trialwright. Closed forms have to
# agree to 1e-10 of themselves, iterative fits to 1e-6; besides, 1e-12 are left for values that are exported to 12 decimals.
# Ends with status 1 where a number differs, or where there is none to compare with.
args <- commandArgs(trailingOnly = TRUE)
if (length(args) != 1) stop("usage: Rscript recompute.R <report folder>")
folder <- args[[1]]
here <- dirname(sub("--file=", "", grep("--file=", commandArgs(), value = TRUE)[1]))

read <- function(path) {
  read.csv(path, colClasses = "character", check.names = FALSE, na.strings = character(), encoding = "UTF-8")
}
data <- lapply(
  setNames(nm = sub("\\.csv$", "", list.files(file.path(folder, "data")))),
  function(name) read(file.path(folder, "data", paste0(name, ".csv")))
)
results <- read(file.path(folder, "results.csv"))
results$number <- as.numeric(results$number)

num <- function(text) suppressWarnings(as.numeric(ifelse(text == "", NA, text)))

# Each rule answers a figure: a named vector of quantities, or NULL where the figure is none of its own.
rules <- list()
closed <- 1e-10
fitted <- 1e-6
rounding <- 1e-12
rule <- function(pattern, answer, tolerance = closed) {
  rules[[length(rules) + 1]] <<- list(pattern = pattern, answer = answer, tolerance = tolerance)
}

for (file in c("described.R", "methods-proportions.R", "methods-values.R", "methods-times.R", "analysed.R")) {
  path <- file.path(here, file)
  if (file.exists(path)) source(path)
}

answered <- new.env()
answer_of <- function(figure) {
  if (!is.null(answered[[figure]])) return(answered[[figure]])
  found <- list(values = NULL, tolerance = closed)
  for (each in rules) {
    parts <- regmatches(figure, regexec(each$pattern, figure, perl = TRUE))[[1]]
    if (length(parts) == 0) next
    values <- tryCatch(do.call(each$answer, as.list(parts[-1])), error = function(e) {
      message(figure, ": ", conditionMessage(e))
      NULL
    })
    if (is.null(values)) next
    found <- list(values = values, tolerance = each$tolerance)
    break
  }
  assign(figure, found, envir = answered)
  found
}

n <- nrow(results)
recomputed <- rep(NA_real_, n)
tolerance <- rep(closed, n)
for (i in seq_len(n)) {
  found <- answer_of(results$figure[i])
  tolerance[i] <- found$tolerance
  value <- found$values[results$quantity[i]]
  if (length(value) == 1 && !is.na(value)) recomputed[i] <- as.numeric(value)
}
differs <- !is.na(recomputed) & abs(recomputed - results$number) > rounding + tolerance * abs(results$number)
missing <- is.na(recomputed)
cat(sprintf("%d numbers, %d recomputed, %d differ, %d without a rule\n", n, sum(!missing), sum(differs), sum(missing)))
show <- function(rows, title) {
  if (!any(rows)) return(invisible())
  cat(title, "\n")
  lines <- cbind(results[rows, c("table", "figure", "quantity")], reported = results$number[rows], recomputed = recomputed[rows])
  print(utils::head(lines, 40), row.names = FALSE, right = FALSE)
}
show(differs, "These differ:")
show(missing, "For these there is no rule:")
quit(status = if (any(differs) || any(missing)) 1 else 0)
