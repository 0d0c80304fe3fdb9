# Tables that compare nothing: flow, conduct, deviations, baseline, exposure, adverse events, laboratory, bedside.
screening <- data$screening
people <- data$participants
visits <- data$visits
doses <- data$doses
events <- data$`adverse-events`
measured <- data$measurements
bedside <- data$bedside
deviations <- data$deviations

in_group <- function(arm, group) if (group == "all") rep(TRUE, length(arm)) else arm == group
hyphened <- function(text) gsub(",? ", "-", text)

# Participants -------------------------------------------------------------------------------------------------------------
rule("^flow/screened$", function() c(people = nrow(screening)))
rule("^flow/([^/]+)$", function(place) c(people = sum(hyphened(screening$place) == place)))
rule("^flow/([^/]+)/([^/]+)$", function(arm, stage) {
  own <- screening[screening$place %in% c("randomised", "assigned") & screening$arm == arm, ]
  c(people = switch(stage,
    randomised = , assigned = nrow(own),
    treated = sum(own$received == "yes"),
    `not-treated` = sum(own$received == "no"),
    discontinued = sum(own$discontinued == "yes"),
    completed = sum(own$ended == "completed"),
    withdrawn = sum(own$ended == "withdrawn"),
    lost = sum(own$ended == "lost to follow-up"),
    died = sum(own$ended == "died"),
    `on-study` = sum(own$ended == "")
  ))
})
rule("^excluded/(.+)$", function(criterion) {
  excluded <- screening[screening$place == "not eligible", ]
  c(people = sum(vapply(strsplit(excluded$failed, " "), function(failed) criterion %in% failed, TRUE)))
})
rule("^conduct/([^/]+)/([^/]+)$", function(arm, what) {
  held <- visits[visits$arm == arm, ]
  given <- doses[doses$arm == arm, ]
  own <- events[events$participant %in% people$participant[people$arm == arm] & events$`from allocation` == "yes", ]
  of <- function(word) given[given$what == word, ]
  with_doses <- function(rows) c(records = nrow(rows), doses = sum(num(rows$amount)))
  switch(what,
    held = c(records = sum(held$held == "yes")),
    outside = c(records = sum(held$outside == "yes")),
    missed = c(records = sum(held$held == "no")),
    given = c(records = nrow(of("given"))),
    `not-given` = c(records = nrow(of("missed"))),
    dispensed = with_doses(of("handed out")),
    returned = with_doses(of("brought back")),
    corrected = c(records = sum(people$arm == arm & people$corrected == "yes")),
    events = c(records = nrow(own)),
    serious = c(records = sum(own$`recorded serious` == "yes")),
    unsaid = c(records = sum(own$`recorded serious` == "")),
    `with-event` = c(records = length(unique(own$participant))),
    `with-serious` = c(records = length(unique(own$participant[own$`recorded serious` == "yes"])))
  )
})
rule("^deviations/([^/]+)/([^/]+)$", function(kind, arm) {
  own <- if (arm == "no-arm") deviations$arm == "" else gsub(" ", "-", deviations$arm) == arm
  c(deviations = sum(own & gsub(" ", "-", deviations$kind) == kind))
})

# At baseline --------------------------------------------------------------------------------------------------------------
two <- function(values) stats::quantile(values, c(0.25, 0.5, 0.75), type = 2, names = FALSE)
means <- function(values) c(mean = mean(values), sd = if (length(values) > 1) sd(values) else NA, n = length(values))
medians <- function(values) { q <- two(values); c(q1 = q[1], median = q[2], q3 = q[3]) }
counted <- function(those, of) c(people = those, of = of, share = if (of > 0) those / of else NA)

of_people <- c(age = "age", sex = "sex", stratum = "stratum", site = "site")
characteristic <- function(id) {
  if (id %in% names(of_people)) {
    found <- data.frame(arm = people$arm, value = people[[of_people[[id]]]])
    return(found[found$value != "", ])
  }
  own <- measured[measured$measure == id & measured$baseline == "yes", ]
  known <- if (any(own$value != "")) own$value else own$words
  data.frame(arm = own$arm[known != ""], value = known[known != ""])
}
arm_ids <- data$arms$arm
rule("^baseline/(.+)/mean/([^/]+)$", function(id, group) {
  found <- characteristic(id)
  means(num(found$value[in_group(found$arm, group)]))
})
rule("^baseline/(.+)/median/([^/]+)$", function(id, group) {
  found <- characteristic(id)
  medians(num(found$value[in_group(found$arm, group)]))
})
rule("^baseline/([^/]+)/difference$", function(id) {
  found <- characteristic(id)
  one <- found$value[found$arm == arm_ids[1]]
  other <- found$value[found$arm == arm_ids[2]]
  if (!anyNA(num(found$value))) {
    one <- num(one); other <- num(other)
    spread <- sqrt((var(one) + var(other)) / 2)
    return(c(difference = if (spread == 0) 0 else (mean(one) - mean(other)) / spread))
  }
  levels <- unique(found$value)
  shares <- function(values) vapply(levels, function(level) mean(values == level), 0)
  p <- shares(one); q <- shares(other)
  covariance <- function(p) diag(p, length(p)) - outer(p, p)
  pooled <- ((covariance(p) + covariance(q)) / 2)[-1, -1, drop = FALSE]
  d <- (p - q)[-1]
  c(difference = sqrt(drop(t(d) %*% solve(pooled) %*% d)))
})
rule("^baseline/([^/]+)/(.+)/([^/]+)$", function(id, level, group) {
  found <- characteristic(id)
  own <- found$value[in_group(found$arm, group)]
  counted(sum(own == level), length(own))
})

# Treatment and follow-up ----------------------------------------------------------------------------------------------------
rule("^exposure/(.+)/([^/]+)$", function(what, group) {
  own <- people[in_group(people$arm, group), ]
  share <- function(holds) counted(sum(holds), nrow(own))
  parts <- regmatches(what, regexec("^(stopped|ended)/(.+)$", what))[[1]]
  if (length(parts) == 3) return(share(own[[if (parts[2] == "stopped") "why discontinued" else "how ended"]] == parts[3]))
  switch(what,
    treated = share(own$`first dose` != ""),
    all = share(num(own$`doses planned`) > 0 & num(own$`doses received`) >= num(own$`doses planned`)),
    doses = means(num(own$`doses received`)),
    `treatment-days` = medians((num(own$`last dose`) - num(own$`first dose`) + 1)[own$`first dose` != ""]),
    followed = medians(num(own$`last seen`)),
    stopped = share(own$discontinued != "")
  )
})

# Safety: the treated, by the arm received --------------------------------------------------------------------------------
treated <- people[people$treated != "no", ]
own_events <- events[events$participant %in% treated$participant, ]
emergent <- own_events[own_events$emergent != "false", ]
safety_count <- function(rows, group) {
  own <- rows[in_group(rows$`arm received`, group), ]
  of <- sum(in_group(treated$`arm received`, group))
  c(counted(length(unique(own$participant)), of), events = nrow(own))
}
rule("^events/rate/([^/]+)$", function(group) {
  own <- treated[in_group(treated$`arm received`, group), ]
  first <- ifelse(own$`first dose` == "", 0, num(own$`first dose`))
  years <- sum(pmax(0, num(own$`last seen`) - first + 1)) / 365.25
  count <- sum(in_group(emergent$`arm received`, group))
  bounds <- stats::poisson.test(count, years / 100)$conf.int
  c(rate = count / (years / 100), lower = bounds[1], upper = bounds[2], years = years, events = count)
})
rule("^events/worst/([1-5])/([^/]+)$", function(grade, group) {
  graded <- emergent[emergent$grade != "", ]
  worst <- tapply(num(graded$grade), graded$participant, max)
  own <- treated$participant[in_group(treated$`arm received`, group)]
  counted(sum(worst[names(worst) %in% own] == as.numeric(grade)), length(own))
})
rule("^events/class/(.+)/([^/]+)$", function(class, group) safety_count(emergent[emergent$class == class, ], group))
rule("^events/term/(.+)/([^/]+)$", function(names, group) {
  safety_count(emergent[paste0(emergent$class, "/", emergent$term) == names, ], group)
})
rule("^events/interest/(.+)/([^/]+)$", function(id, group) {
  safety_count(emergent[vapply(strsplit(emergent$`of interest`, " "), function(ids) id %in% ids, TRUE), ], group)
})
rule("^events/([a-z]+)/([^/]+)$", function(what, group) {
  safety_count(switch(what,
    any = emergent,
    serious = emergent[emergent$serious == "yes", ],
    related = emergent[emergent$related == "yes", ],
    unrelated = emergent[emergent$related == "no", ],
    unsaid = emergent[emergent$related == "", ],
    severe = emergent[emergent$grade %in% c("3", "4", "5"), ],
    stopped = emergent[emergent$action == "stopped", ],
    fatal = emergent[emergent$fatal == "yes", ],
    before = own_events[own_events$emergent == "false", ]
  ), group)
})

changes_by_visit <- new.env()
changes_of <- function(measure) {
  own <- measured[measured$measure == measure & measured$value != "", ]
  before <- own[own$baseline == "yes", ]
  later <- own[own$baseline == "no" & num(own$day) > 0 & own$participant %in% before$participant, ]
  later$change <- num(later$value) - num(before$value[match(later$participant, before$participant)])
  later
}
rule("^visit-change/([^/]+)/(.+)/([^/]+)$", function(measure, visit, group) {
  if (is.null(changes_by_visit[[measure]])) assign(measure, changes_of(measure), envir = changes_by_visit)
  own <- changes_by_visit[[measure]]
  means(own$change[own$visit == visit & in_group(own$arm, group)])
})

place_of <- function(value, low, high) {
  value <- num(value); low <- num(low); high <- num(high)
  ifelse(is.na(value) | (is.na(low) & is.na(high)), NA,
    ifelse(!is.na(low) & value < low, "low", ifelse(!is.na(high) & value > high, "high", "normal")))
}
measured$where <- place_of(measured$value, measured$low, measured$high)
shifts_of <- function(measure) {
  own <- measured[measured$measure == measure, ]
  do.call(rbind, lapply(split(own, own$participant), function(one) {
    later <- one$where[one$baseline == "no" & num(one$day) > 0 & !is.na(one$where)]
    if (length(later) == 0) return(NULL)
    before <- one$where[one$baseline == "yes"]
    to <- if (all(c("low", "high") %in% later)) "low and high" else if ("low" %in% later) "low" else if ("high" %in% later) "high" else "normal"
    data.frame(arm = one$arm[1], from = if (length(before) == 0 || is.na(before[1])) "not known" else before[1], to = to)
  }))
}
shift_cache <- new.env()
rule("^shift/([^/]+)/([^/]+)/([^/]+)/([^/]+)$", function(measure, from, to, group) {
  if (is.null(shift_cache[[measure]])) assign(measure, shifts_of(measure), envir = shift_cache)
  own <- shift_cache[[measure]]
  own <- own[in_group(own$arm, group), ]
  counted(sum(own$from == from & own$to == to), nrow(own))
})

bedside_changes <- if (nrow(bedside) == 0) NULL else do.call(rbind, lapply(
  split(bedside, paste(bedside$participant, bedside$dose, bedside$number, bedside$item, sep = "|")),
  function(one) {
    one <- one[one$value != "", ]
    one <- one[order(num(one$day), one$time), ]
    if (nrow(one) < 2) return(NULL)
    later <- one[-1, ]
    data.frame(arm = later$arm, item = later$item, moment = later$moment, change = num(later$value) - num(one$value[1]))
  }
))
rule("^bedside/([^/]+)/(.+)/([^/]+)$", function(item, moment, group) {
  own <- bedside_changes[bedside_changes$item == item & bedside_changes$moment == moment, ]
  means(own$change[in_group(own$arm, group)])
})
