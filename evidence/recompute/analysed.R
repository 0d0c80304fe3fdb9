# Tables that analyse: comparisons with everything done beside them, changes, shares, times, the testing procedure, descriptions.
values <- data$values
plans <- data$analyses
asked_endpoints <- data$endpoints
imputed <- data$imputed

# What cannot be estimated has no numbers: a figure that asks for them stays without a rule.
attempt <- function(found) tryCatch(found, error = function(e) NULL)

plan_of <- function(id) {
  at <- which(plans$id == id)
  if (length(at) != 1) return(NULL)
  plan <- as.list(plans[at, ])
  plan$is_margin <- plan$hypothesis == "non-inferiority"
  plan$sides <- num(plan$sides)
  plan$one_sided <- identical(plan$sides, 1) || plan$is_margin
  plan$confidence <- if (plan$level != "") num(plan$level) else if (plan$alpha == "") 0.95
    else if (plan$sides == 1) 1 - 2 * num(plan$alpha) else 1 - num(plan$alpha)
  plan$alpha_one <- if (plan$alpha == "") NA else if (plan$sides == 1) num(plan$alpha) else num(plan$alpha) / 2
  plan
}
endpoint_of <- function(id) as.list(asked_endpoints[asked_endpoints$endpoint == id, ])
further_of <- function(endpoint) strsplit(endpoint_of(endpoint)$`further visits`, " | ", fixed = TRUE)[[1]]

# The values of an endpoint in a population, in the order of participants, each under the arm that the population takes.
members <- function(endpoint, population, visit = endpoint_of(endpoint)$visit) {
  own <- values[values$endpoint == endpoint & values$visit == visit, ]
  if (population == "treated") { own <- own[own$treated == "yes", ]; own$arm <- own$`arm received` }
  if (population == "per protocol") own <- own[own$`per protocol` == "yes", ]
  own[order(own$participant), ]
}
two_arms <- function(plan, own) own[own$arm %in% c(plan$experimental, plan$control), ]
known_number <- function(own) num(ifelse(own$entered != "", own$entered, own$value))
known_word <- function(own) {
  word <- ifelse(own$entered != "", own$entered, own$value)
  # Of a class " to " may be part of the name.
  open <- grepl(" | ", word, fixed = TRUE) | word %in% c("", "not known") | (own$kind == "level" & grepl(" to ", word, fixed = TRUE))
  ifelse(open, NA, word)
}
not_known <- function(own) own$reported == "" | own$policy %in% c("non-responder", "worst observed", "last observation")
counts <- function(own, arm) { own <- own[own$arm == arm, ]; c(sum(own$reported == "yes"), nrow(own)) }
said_counts <- function(one, other) c(events1 = one[1], of1 = one[2], events0 = other[1], of0 = other[2])
stratum_of <- function(participant) people$stratum[match(participant, people$participant)]
factors_of <- function(participant) {
  names <- unique(data$factors$factor)
  lapply(setNames(nm = names), function(name) {
    own <- data$factors[data$factors$factor == name, ]
    own$level[match(participant, own$participant)]
  })
}
strata_of <- function(plan, own) {
  stratum <- stratum_of(own$participant)
  usable(do.call(rbind, lapply(unique(stratum), function(name) {
    within <- own[stratum == name, ]; one <- counts(within, plan$experimental); other <- counts(within, plan$control)
    data.frame(x1 = one[1], n1 = one[2], x0 = other[1], n0 = other[2])
  })))
}

# Comparisons of proportions ----------------------------------------------------------------------------------------------
ends_of_two <- function(interval, one, other, confidence) {
  if (interval == "newcombe") newcombe(one, other, confidence) else miettinen_nurminen(one, other, confidence)
}
test_of_two <- function(test, one, other, sides) {
  switch(test, `fisher exact` = fisher(one, other, sides), `chi-squared` = chi_squared(one, other, sides),
    boschloo = boschloo(one, other, sides))
}
by_margin <- function(plan, one, other) {
  z <- unname(score_z(one[1], one[2], other[1], other[2], -num(plan$margin)))
  list(estimate = miettinen_nurminen(one, other, 1 - 2 * plan$alpha_one), p = c(p = pnorm(z, lower.tail = FALSE), statistic = z))
}
by_strata <- function(plan, own) {
  strata <- strata_of(plan, own)
  list(estimate = stratified_ends(strata, plan$confidence), p = mantel_haenszel(strata, plan$sides))
}
compared <- function(plan, own) {
  own <- two_arms(plan, own); one <- counts(own, plan$experimental); other <- counts(own, plan$control)
  found <- attempt(if (plan$is_margin) by_margin(plan, one, other)
    else if (plan$test == "cochran-mantel-haenszel") by_strata(plan, own)
    else list(estimate = ends_of_two(plan$interval, one, other, plan$confidence), p = test_of_two(plan$test, one, other, plan$sides)))
  c(list(counts = said_counts(one, other)), found)
}
# Those not known taken otherwise.
in_view <- function(plan, own, view) {
  missing <- not_known(own)
  if (view == "complete cases") return(own[!missing, ])
  own$reported[missing] <- switch(view,
    `worst case` = ifelse(own$arm[missing] == plan$experimental, "no", "yes"),
    `best case` = ifelse(own$arm[missing] == plan$experimental, "yes", "no"),
    `missing as non-response` = "no")
  own
}
# What was seen of an endpoint at its visits up to that of the analysis: the last of it, or the worst.
under_policy <- function(plan, own, policy) {
  endpoint <- endpoint_of(plan$endpoint)
  order <- data$schedule$visit
  at <- order[order %in% c(endpoint$visit, further_of(plan$endpoint)) & match(order, order) <= match(endpoint$visit, order)]
  all <- values[values$endpoint == plan$endpoint, ]
  level <- unique(all[all$kind == "level" & all$policy == "observed" & all$value != "" & all$reported != "", c("value", "reported")])
  levels <- unique(c("CR", "PR", level$value[level$value != "none"], "none"))
  held <- paste(visits$participant, visits$visit)[visits$held == "yes"]
  truth <- function(row) {
    if (row$kind == "claim") return(row$value)
    known <- unique(level$reported[level$value %in% c(row$value, row$low, row$high)[c(row$value, row$low, row$high) != ""]])
    if (length(known) == 1) known else ""
  }
  open <- which(own$policy == "non-responder" | own$reported == "")
  for (i in open) {
    seen <- do.call(rbind, lapply(at, function(visit) all[all$participant == own$participant[i] & all$visit == visit, ]))
    seen <- seen[paste(seen$participant, seen$visit) %in% held, ]
    known <- if (nrow(seen) == 0) character() else vapply(seq_len(nrow(seen)), function(j) truth(seen[j, ]), "")
    seen <- seen[known != "", ]; known <- known[known != ""]
    own$reported[i] <- if (nrow(seen) == 0) ""
      else if (policy == "last observation") known[length(known)]
      else known[order(-match(ifelse(seen$value != "", seen$value, seen$low), levels))][1]
  }
  own
}
null_imputed <- function(plan, own) {
  one <- counts(own, plan$experimental); other <- counts(own, plan$control)
  sure <- own[!not_known(own), ]; known1 <- counts(sure, plan$experimental)[1]; known0 <- counts(sure, plan$control)[1]
  drawn <- imputed[imputed$analysis == plan$id & imputed$method == "null imputation", ]
  arm <- own$arm[match(drawn$participant, own$participant)]; set <- factor(drawn$imputation, unique(drawn$imputation))
  responses <- function(name) tapply(drawn$value == "yes" & arm == name, set, sum)
  p1 <- (known1 + responses(plan$experimental)) / one[2]; p0 <- (known0 + responses(plan$control)) / other[2]
  found <- pooled(p1 - p0, p1 * (1 - p1) / one[2] + p0 * (1 - p0) / other[2], one[2] + other[2] - 2)
  t <- (found$estimate + num(plan$margin)) / found$se
  list(estimate = by_student(found$estimate, found$se, found$df, 1 - 2 * plan$alpha_one)$ends,
    p = c(p = pt(t, found$df, lower.tail = FALSE), statistic = t, df = found$df, standardError = found$se, missingShare = found$share))
}
adjusted_for_factors <- function(plan, own) {
  found <- standardised_difference(own$reported == "yes", as.numeric(own$arm == plan$experimental), factors_of(own$participant))
  estimate <- unname(found["estimate"]); se <- unname(found["standardError"]); reach <- qnorm(1 - (1 - plan$confidence) / 2) * se
  z <- (estimate + if (plan$is_margin) num(plan$margin) else 0) / se
  list(estimate = c(estimate = estimate, lower = estimate - reach, upper = estimate + reach),
    p = c(p = if (plan$one_sided) pnorm(z, lower.tail = FALSE) else 2 * pnorm(-abs(z)), statistic = z, standardError = se))
}
populations <- c(`randomised population` = "randomised", `treated population` = "treated", `per protocol population` = "per protocol")
proportion_row <- function(plan, kind) {
  own <- two_arms(plan, members(plan$endpoint, plan$population))
  if (kind == "main") return(compared(plan, own))
  if (kind %in% names(populations)) return(compared(plan, members(plan$endpoint, populations[[kind]])))
  if (kind %in% c("complete cases", "worst case", "best case", "missing as non-response"))
    return(compared(plan, in_view(plan, own, kind)))
  if (kind %in% c("last observation", "worst observation")) return(compared(plan, under_policy(plan, own, kind)))
  one <- counts(own, plan$experimental); other <- counts(own, plan$control)
  sure <- own[!not_known(own), ]; known1 <- counts(sure, plan$experimental); known0 <- counts(sure, plan$control)
  missing1 <- one[2] - known1[2]; missing0 <- other[2] - known0[2]
  found <- attempt(switch(kind,
    `fisher exact` = , boschloo = , `chi-squared` = list(p = test_of_two(kind, one, other, plan$sides)),
    `miettinen-nurminen` = , newcombe = list(estimate = ends_of_two(kind, one, other, plan$confidence)),
    `exact odds ratio` = list(estimate = conditional_odds_ratio(one, other, plan$confidence)),
    `null imputation` = null_imputed(plan, own),
    `exact size` = list(estimate = exact_size(known1, missing1, known0, missing0, num(plan$margin), plan$alpha_one)),
    stratified = by_strata(plan, own),
    `adjusted for the factors` = adjusted_for_factors(plan, own),
    `tipping point` = list(estimate = tipping(known1, missing1, known0, missing0,
      if (plan$is_margin) -num(plan$margin) else 0, plan$confidence))))
  # What rests on those known says how many of them responded.
  if (kind %in% c("null imputation", "exact size", "tipping point")) { one <- known1; other <- known0 }
  c(list(counts = said_counts(one, other)), found)
}

# Comparisons of changes --------------------------------------------------------------------------------------------------
records_of <- function(plan, population) {
  main <- endpoint_of(plan$endpoint)$visit
  own <- two_arms(plan, members(plan$endpoint, population, main))
  start <- data$baselines[data$baselines$endpoint == plan$endpoint, ]
  start <- start[match(own$participant, start$participant), ]
  visits <- intersect(data$schedule$visit, c(main, further_of(plan$endpoint)))
  at <- function(visit) {
    there <- members(plan$endpoint, population, visit)
    known_number(there)[match(own$participant, there$participant)] + ifelse(start$added == "yes", num(start$value), 0)
  }
  all <- vapply(visits, at, numeric(nrow(own))); arm <- as.numeric(own$arm == plan$experimental); has <- start$value != ""
  known <- function(arms, visit) any(arm == arms & has & !is.na(all[, visit]))
  kept <- visits[visits == main | vapply(visits, function(visit) known(1, visit) && known(0, visit), TRUE)]
  list(participant = own$participant, arm = arm, baseline = num(start$value), factors = factors_of(own$participant),
    values = all[, kept, drop = FALSE], main = main, change = known_number(own))
}
rows_at <- function(records, value) {
  used <- !is.na(records$baseline) & !is.na(value)
  list(arm = records$arm[used], value = value[used], baseline = records$baseline[used],
    factors = lapply(records$factors, function(level) level[used]))
}
known_in <- function(records, how) {
  seen <- switch(how, ancova = !is.na(records$values[, records$main]), mmrm = rowSums(!is.na(records$values)) > 0,
    all = rep(TRUE, length(records$arm))) & !is.na(records$baseline)
  c(n1 = sum(seen & records$arm == 1), n0 = sum(seen & records$arm == 0))
}
fit_of <- function(records, how, confidence) {
  if (how == "ancova") return(ancova(rows_at(records, records$values[, records$main]), confidence)$difference)
  found <- mmrm(records, confidence)
  if (is.null(found)) NULL else found[[match(records$main, colnames(records$values))]]$difference
}
assumptions <- c("imputed at random", "jump to reference", "copy reference", "copy increments in reference")
imputed_change <- function(plan, records, method) {
  drawn <- imputed[imputed$analysis == plan$id & imputed$method == method & imputed$visit == records$main, ]
  fits <- lapply(split(drawn, drawn$imputation), function(set) {
    value <- records$values[, records$main]
    value[match(set$participant, records$participant)] <- num(set$value)
    ancova(rows_at(records, value), plan$confidence)
  })
  found <- pooled(vapply(fits, function(fit) unname(fit$difference$ends["estimate"]), 0),
    vapply(fits, function(fit) unname(fit$difference$se["standardError"])^2, 0), fits[[1]]$df)
  answer <- by_student(found$estimate, found$se, found$df, plan$confidence)
  list(estimate = answer$ends, p = c(answer$test, missingShare = found$share))
}
change_row <- function(plan, kind) {
  records <- records_of(plan, if (kind %in% names(populations)) populations[[kind]] else plan$population)
  if (kind %in% assumptions) return(c(list(counts = known_in(records, "all")), attempt(imputed_change(plan, records, kind))))
  one <- records$change[records$arm == 1]; other <- records$change[records$arm == 0]
  one <- one[!is.na(one)]; other <- other[!is.na(other)]
  if (kind == "unadjusted means") {
    v1 <- var(one) / length(one); v0 <- var(other) / length(other)
    df <- (v1 + v0)^2 / (v1^2 / (length(one) - 1) + v0^2 / (length(other) - 1))
    found <- by_student(mean(one) - mean(other), sqrt(v1 + v0), df, plan$confidence)
    return(list(counts = c(n1 = length(one), n0 = length(other)), estimate = found$ends, p = found$test))
  }
  if (kind == "rank sum") {
    shift <- shift_of(one, other, plan$confidence)
    return(list(counts = c(n1 = length(one), n0 = length(other)), estimate = shift, p = c(p = rank_sum(one, other), shift["shift"])))
  }
  how <- if (kind %in% c("ancova", "mmrm")) kind else plan$comparison
  if (kind == "without factors") records$factors <- list()
  found <- attempt(fit_of(records, how, plan$confidence))
  list(counts = known_in(records, how), estimate = found$ends, p = found$test)
}

# A change within one arm ---------------------------------------------------------------------------------------------------
within_row <- function(plan, kind) {
  own <- members(plan$endpoint, if (kind %in% names(populations)) populations[[kind]] else plan$population)
  changes <- known_number(own); changes <- changes[!is.na(changes)]
  test <- switch(kind, `t test` = "paired t", `signed rank` = "wilcoxon signed rank", plan$test)
  found <- if (test == "paired t") {
    t <- by_student(mean(changes), sd(changes) / sqrt(length(changes)), length(changes) - 1, plan$confidence)
    list(estimate = t$ends, p = t$test)
  } else list(estimate = centre(changes, plan$confidence), p = signed_rank(changes)["p"])
  c(list(counts = c(n = length(changes), of = nrow(own))), found)
}

# Times -----------------------------------------------------------------------------------------------------------------------
# The day of allocation is day 1 for methods. Seen at a visit counts as having happened there.
times_of <- function(own) {
  if (any(own$entered != "")) stop("a time that enters analyses otherwise than observed has no columns of its own")
  day <- ifelse(own$value != "", num(own$value), ifelse(own$reported == "yes", num(own$`by day`), NA))
  censored <- num(sub("^day (-?[0-9]+):.*$", "\\1", own$censored))
  event <- !is.na(day); time <- ifelse(event, day, pmax(0, censored)) + 1
  between <- own$reported == "yes" & own$`by day` != ""
  data.frame(participant = own$participant, arm = own$arm, time = time, event = event, stratum = stratum_of(own$participant),
    after = ifelse(between, num(own$`after day`) + 1, time), until = ifelse(between, num(own$`by day`) + 1, ifelse(event, time, Inf)))
}
time_row <- function(plan, kind) {
  own <- times_of(two_arms(plan, members(plan$endpoint, if (kind %in% names(populations)) populations[[kind]] else plan$population)))
  own <- own[!is.na(own$time), ]; arm <- as.numeric(own$arm == plan$experimental)
  of <- function(which) c(sum(own$event[arm == which]), sum(arm == which))
  hazard <- function(rows, parted = TRUE) {
    found <- cox(rows$time, rows$event, as.numeric(rows$arm == plan$experimental), if (parted) rows$stratum else "", plan$confidence)
    list(estimate = found$ends, p = found$test)
  }
  middle <- transform(own, event = is.finite(until), time = ifelse(is.finite(until), (after + until) / 2, after))
  share <- function(which) turnbull_share(own$after[arm == which], own$until[arm == which])
  found <- attempt(switch(kind,
    main = list(p = log_rank(own$time, own$event, arm, own$stratum)),
    `cox without strata` = hazard(own, FALSE),
    `cox at midpoints` = hazard(middle),
    `peto-peto` = list(p = log_rank(own$time, own$event, arm, own$stratum, 1)),
    `restricted mean` = { area <- restricted_mean(own$time, own$event, arm, plan$confidence); list(estimate = area$ends, p = area$test) },
    turnbull = list(estimate = c(share1 = share(1), share0 = share(0))),
    hazard(own)))
  c(list(counts = said_counts(of(1), of(0))), found)
}

# Sensitivity: an analysis as planned and done otherwise --------------------------------------------------------------------------
row_of <- function(id, kind) once(c("row", id, kind), function() {
  plan <- plan_of(id)
  if (plan$kind == "compare proportions") proportion_row(plan, kind)
  else if (plan$kind == "time to event") time_row(plan, kind)
  else if (plan$comparison %in% c("", "none")) within_row(plan, kind)
  else change_row(plan, kind)
})
sensitivity <- function(id, kind, cell) if (!is.null(plan_of(id))) row_of(id, kind)[[cell]]
# Found by iteration on both sides: models of all visits and of hazards, masses of intervals, the top of a chance.
is_iterative <- function(id, kind = "main") {
  plan <- plan_of(id)
  !is.null(plan) && (kind %in% c("cox", "cox at midpoints", "cox without strata", "mmrm", "turnbull", "boschloo") ||
    plan$comparison == "mmrm" || plan$test == "boschloo")
}
rule("^(.+)-sensitivity/(.+)/(counts|estimate|p)$", function(id, kind, cell) if (is_iterative(id, kind)) sensitivity(id, kind, cell), fitted)
rule("^(.+)-sensitivity/(.+)/(counts|estimate|p)$", sensitivity)

# In short: each analysis as planned.
rule("^in-short/(.+)/(counts|estimate|p)$", function(id, cell) if (is_iterative(id)) sensitivity(id, "main", cell), fitted)
rule("^in-short/(.+)/(counts|estimate|p)$", function(id, cell) sensitivity(id, "main", cell))

# The table of each analysis -----------------------------------------------------------------------------------------------------
of_kind <- function(id, ...) { plan <- plan_of(id); if (!is.null(plan) && plan$kind %in% c(...)) plan }
responders <- function(own) {
  c(events = sum(own$reported == "yes"), of = nrow(own), share = if (nrow(own) > 0) mean(own$reported == "yes"))
}
rule("^(.+)/view-([012])/(responders|difference|p)$", function(id, view, what) {
  plan <- of_kind(id, "compare proportions")
  if (is.null(plan)) return(NULL)
  own <- two_arms(plan, members(plan$endpoint, plan$population))
  # In this table those are not known whom nothing was observed of, whatever another visit showed.
  open <- own$reported == "" | own$policy == "non-responder"
  own <- switch(view, `0` = own, `1` = own[!open, ], `2` = in_view(plan, transform_policy(own, open), "worst case"))
  compared(plan, own)[[c(responders = "counts", difference = "estimate", p = "p")[[what]]]]
})
transform_policy <- function(own, open) { own$policy <- ifelse(open, "non-responder", "observed"); own$reported[open] <- "no"; own }
rule("^(.+)/strata/(responders|difference|p)$", function(id, what) {
  plan <- of_kind(id, "compare proportions")
  if (is.null(plan)) return(NULL)
  own <- two_arms(plan, members(plan$endpoint, plan$population))
  switch(what, responders = compared(plan, own)$counts, difference = stratified_ends(strata_of(plan, own), 1 - 2 * plan$alpha_one),
    p = c(p = pnorm(common_z(strata_of(plan, own), -num(plan$margin)), lower.tail = FALSE)))
})
planned <- function(id, what) {
  if (!is.null(of_kind(id, "compare proportions", "time to event"))) row_of(id, "main")[[if (what == "p") "p" else "estimate"]]
}
rule("^([^/]+)/(difference|p)$", function(id, what) if (is_iterative(id)) planned(id, what), fitted)
rule("^([^/]+)/(difference|p)$", planned)
rule("^([^/]+)/([^/]+)/(reached|median)$", function(id, arm, what) {
  plan <- of_kind(id, "time to event")
  if (is.null(plan)) return(NULL)
  own <- members(plan$endpoint, plan$population); own <- times_of(own[own$arm == arm, ]); known <- own[!is.na(own$time), ]
  if (what == "reached") return(c(events = sum(known$event), of = nrow(own), unknown = nrow(own) - nrow(known)))
  median_day(known$time, known$event, plan$confidence) - 1
})
rule("^([^/]+)/([^/]+)/([^/]+)$", function(id, arm, what) {
  plan <- of_kind(id, "compare proportions")
  if (is.null(plan)) return(NULL)
  own <- members(plan$endpoint, plan$population); own <- own[own$arm == arm, ]
  seen <- own$policy == "observed" & own$kind == "level"
  if (what == "responders") return(responders(own))
  c(n = switch(what,
    analysed = nrow(own),
    between = sum(seen & own$value == "" & own$reported == "yes"),
    below = sum(seen & own$value == "" & own$reported == "no"),
    open = sum(seen & own$value == "" & own$reported == ""),
    `by-event` = sum(!own$policy %in% c("observed", "non-responder")),
    `by-policy` = sum(own$policy == "non-responder"),
    sum(seen & own$value == what)))
})

# Changes: within each arm, and compared.
summary_of <- function(x, confidence) {
  spread <- if (length(x) > 1) by_student(mean(x), sd(x) / sqrt(length(x)), length(x) - 1, confidence)$ends
  q <- if (length(x) > 0) two(x) else rep(NA, 3)
  list(mean = c(mean = mean(x), spread[c("lower", "upper")], sd = if (length(x) > 1) sd(x)),
    median = c(median = q[2], q1 = q[1], q3 = q[3]), range = if (length(x) > 0) c(minimum = min(x), maximum = max(x)))
}
rule("^([^/]+)/([^/]+)/(known|mean|median|p)$", function(id, arm, what) {
  plan <- of_kind(id, "change")
  if (is.null(plan)) return(NULL)
  own <- members(plan$endpoint, plan$population); own <- own[own$arm == arm, ]
  x <- known_number(own); x <- x[!is.na(x)]
  if (what == "known") return(c(n = length(x), of = nrow(own)))
  if (what != "p") return(summary_of(x, plan$confidence)[[what]])
  if (plan$test == "paired t") by_student(mean(x), sd(x) / sqrt(length(x)), length(x) - 1, plan$confidence)$test else signed_rank(x)
})
fits <- function(plan) once(c("fit", plan$id), function() {
  records <- records_of(plan, plan$population)
  if (plan$comparison == "mmrm") return(mmrm(records, plan$confidence))
  ancova(rows_at(records, records$values[, records$main]), plan$confidence)
})
compared_change <- function(id, arm, visit, what) {
  plan <- of_kind(id, "change")
  if (is.null(plan) || plan$comparison %in% c("", "none")) return(NULL)
  records <- records_of(plan, plan$population); is_one <- arm == plan$experimental
  if (what %in% c("compared", "baseline")) {
    own <- records$arm == as.numeric(is_one)
    seen <- if (plan$comparison == "mmrm") rowSums(!is.na(records$values)) > 0 else !is.na(records$values[, records$main])
    x <- records$baseline[own & seen & !is.na(records$baseline)]
    return(if (what == "compared") c(known = length(x), of = sum(own)) else means(x))
  }
  fit <- fits(plan)
  if (plan$comparison == "mmrm") {
    at <- fit[[match(if (visit == "") records$main else visit, colnames(records$values))]]
    fit <- list(difference = at$difference, equal = list(at$arm1, at$arm0))
  }
  of <- function(found) c(found$ends, found$se)
  switch(what, difference = of(fit$difference), p = fit$difference$test,
    adjusted = of(fit$equal[[if (is_one) 1 else 2]]), `adjusted-observed` = of(fit$observed[[if (is_one) 1 else 2]]))
}
is_repeated <- function(id) { plan <- plan_of(id); !is.null(plan) && plan$comparison == "mmrm" }
rule("^([^/]+)/(difference|p)$", function(id, what) if (!is_repeated(id)) compared_change(id, "", "", what))
rule("^([^/]+)/([^/]+)/(compared|baseline|adjusted|adjusted-observed)$", function(id, arm, what) {
  if (!is_repeated(id) || what %in% c("compared", "baseline")) compared_change(id, arm, "", what)
})
rule("^([^/]+)/(difference|p)$", function(id, what) if (is_repeated(id)) compared_change(id, "", "", what), fitted)
rule("^([^/]+)/([^/]+)/(difference|p)$", function(id, visit, what) compared_change(id, "", visit, what), fitted)
rule("^([^/]+)/([^/]+)/adjusted$", function(id, arm) compared_change(id, arm, "", "adjusted"), fitted)
rule("^([^/]+)/([^/]+)/([^/]+)/adjusted$", function(id, arm, visit) compared_change(id, arm, visit, "adjusted"), fitted)
rule("^([^/]+)/([^/]+)/([^/]+)/adjusted$", function(id, visit, arm) compared_change(id, arm, visit, "adjusted"), fitted)

# Shares with their intervals.
rule("^([^/]+)/([^/]+)/share$", function(id, arm) {
  plan <- of_kind(id, "proportion")
  if (is.null(plan)) return(NULL)
  own <- members(plan$endpoint, plan$population); own <- own[own$arm == arm, ]; met <- sum(own$reported == "yes")
  c(responders(own), unknown = sum(own$reported == ""), share_ends(met, nrow(own), plan$confidence, plan$interval))
})

# Descriptions: of an analysis, and of every other endpoint and visit.
counted_in <- function(own, level) {
  if (is.null(level)) return(c(responders(own), unknown = sum(own$reported == "")))
  word <- known_word(own)
  c(events = sum(word == level, na.rm = TRUE), of = nrow(own), share = sum(word == level, na.rm = TRUE) / nrow(own),
    unknown = sum(is.na(word)))
}
described_in <- function(id, visit, arm, what, level = NULL) {
  plan <- of_kind(id, "description")
  if (is.null(plan)) return(NULL)
  if (is.null(visit)) visit <- endpoint_of(plan$endpoint)$visit
  if (!visit %in% values$visit[values$endpoint == plan$endpoint] || !arm %in% arm_ids) return(NULL)
  own <- members(plan$endpoint, plan$population, visit); own <- own[own$arm == arm, ]
  if (what == "share") return(counted_in(own, level))
  x <- known_number(own); x <- x[!is.na(x)]
  if (what == "known") c(n = length(x), of = nrow(own)) else summary_of(x, 0.95)[[what]]
}
cells <- "(known|mean|median|range|share)"
rule(paste0("^([^/]+)/([^/]+)/", cells, "$"), function(id, arm, what) described_in(id, NULL, arm, what))
rule(paste0("^([^/]+)/([^/]+)/([^/]+)/", cells, "$"), function(id, visit, arm, what) described_in(id, visit, arm, what))
rule("^([^/]+)/([^/]+)/share/([^/]+)$", function(id, arm, level) described_in(id, NULL, arm, "share", level))
rule("^([^/]+)/([^/]+)/([^/]+)/share/([^/]+)$", function(id, visit, arm, level) described_in(id, visit, arm, "share", level))
rule("^secondary/([^/]+)/(.+)$", function(endpoint, rest) {
  parts <- strsplit(rest, "/", fixed = TRUE)[[1]]; groups <- c(arm_ids, "all participants")
  visit <- if (parts[1] %in% groups) endpoint_of(endpoint)$visit else parts[1]
  if (!parts[1] %in% groups) parts <- parts[-1]
  own <- members(endpoint, "randomised", visit)
  if (parts[1] != "all participants") own <- own[own$arm == parts[1], ]
  if (length(parts) > 1) return(counted_in(own, parts[2]))
  if (endpoint_of(endpoint)$kind != "value") return(counted_in(own, NULL))
  x <- known_number(own)
  c(mean = mean(x, na.rm = TRUE), n = sum(!is.na(x)), of = nrow(own))
})

# While arms are masked: all together.
rule("^([^/]+)/pooled(?:/(.+))?$", function(id, level) {
  plan <- plan_of(id)
  if (is.null(plan)) return(NULL)
  own <- members(plan$endpoint, plan$population); kind <- endpoint_of(plan$endpoint)$kind
  if (kind == "class") return(counted_in(own, level))
  share <- counted_in(own, NULL)
  if (kind == "time") { known <- times_of(own); known <- known[!is.na(known$time), ]
    return(c(share, median_day(known$time, known$event, 0.95)["median"] - 1)) }
  if (kind != "value") return(c(share, share_ends(share[["events"]], nrow(own), 0.95, "clopper-pearson")))
  x <- known_number(own); x <- x[!is.na(x)]
  c(summary_of(x, 0.95)$mean, n = length(x), of = nrow(own))
})

# The testing procedure -------------------------------------------------------------------------------------------------------
planned_p <- function(id) {
  plan <- plan_of(id); p <- unname(row_of(id, "main")$p["p"])
  if (plan$one_sided && plan$kind == "compare proportions") min(1, 2 * p) else p
}
procedure <- function() {
  if (nrow(data$testing) > 0) return(data$testing)
  role <- asked_endpoints$role[match(plans$endpoint, asked_endpoints$endpoint)]
  tested <- plans$kind == "compare proportions" | (plans$kind == "time to event" & plans$test != "none") |
    (plans$kind == "change" & (!plans$comparison %in% c("", "none") | !plans$test %in% c("", "none")))
  first <- plans[tested & role == "primary", ]
  if (nrow(first) == 0 || length(unique(first$endpoint)) > 1) return(data$testing)
  alpha <- if (first$alpha[1] == "") 0.05 else if (first$sides[1] == "1") 2 * num(first$alpha[1]) else num(first$alpha[1])
  data.frame(procedure = "one primary", alpha = as.character(alpha), analysis = first$id[1], weight = "")
}
# Bretz, Maurer, Brannath and Posch 2009: the hypothesis with the least p over weight goes, and passes its weight on.
by_graph <- function(p, weight, G) {
  adjusted <- rep(NA, length(p)); left <- seq_along(p); reached <- 0
  while (length(left) > 0) {
    ratio <- ifelse(weight[left] > 0, p[left] / weight[left], Inf); j <- left[which.min(ratio)]
    reached <- max(reached, min(1, min(ratio))); adjusted[j] <- reached; left <- setdiff(left, j)
    H <- G
    for (l in left) {
      weight[l] <- weight[l] + weight[j] * G[j, l]
      for (k in left) if (k != l) {
        through <- 1 - G[l, j] * G[j, l]
        H[l, k] <- if (through > 0) (G[l, k] + G[l, j] * G[j, k]) / through else 0
      }
    }
    G <- H
  }
  adjusted
}
rule("^testing/(.+)/p$", function(id) if (is_iterative(id)) c(p = planned_p(id)), fitted)
rule("^testing/(.+)/p$", function(id) c(p = planned_p(id)))
rule("^testing/(.+)/adjusted$", function(id) {
  testing <- procedure(); named <- testing$analysis
  p <- vapply(named, function(each) { p <- planned_p(each); if (length(p) == 0 || is.na(p)) 1 else p }, 0)
  adjusted <- switch(testing$procedure[1], `one primary` = p, `fixed sequence` = cummax(p), holm = p.adjust(p, "holm"),
    hochberg = p.adjust(p, "hochberg"), graphical = {
      graph <- data$`testing-graph`
      by_graph(p, num(testing$weight), outer(named, named, Vectorize(function(a, b) sum(num(graph$share[graph$before == a & graph$after == b])))))
    })
  c(adjusted = unname(adjusted[match(id, named)]), alpha = num(testing$alpha[1]))
})
