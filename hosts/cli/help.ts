/** The help page: every command, option and exit code. A test holds it against what `main` accepts. */
export const help = `trialwright runs a clinical trial from its protocol, which is written once as data.

  trialwright check <trial>                     findings in a study file, what its sentences mean together, open questions
  trialwright show <trial>                      the study as a protocol synopsis
  trialwright explain <trial> "<sentence>"      how a sentence is read, or what is wrong with it
  trialwright translate <trial> --to <form>     its sentences as text, json, elm (HL7 CQL's tree) or cql
  trialwright diff <trial> <trial>              what changed from one study to another
  trialwright amendment <folder> <trial>        what another version would change in a trial that runs, and for whom
  trialwright forms <trial>                     what is asked at each visit, item by item
  trialwright allocation <trial>                how well the next arm can be guessed, and how uneven the arms may end
  trialwright power <trial>                     what so many participants can and cannot show, by exact sums
  trialwright stopping <trial>                  how often each stopping rule would stop the trial, and how soon
  trialwright reproduce <paper>                 published counts in; every test and interval out, and which prints the number
  trialwright measures                          every measure, by group
  trialwright measure <measure>                 what it computes and from what, its limits, options and worked examples
  trialwright score <measure> <people>          a measure for a table of people (.csv) or for persons (.yaml)
  trialwright screen <trial> <person.yaml>      is this person eligible, and why (not)
  trialwright population <trial>                what each criterion costs among virtual people who are screened
  trialwright rehearse <trial> …                the whole trial with virtual participants; several at once
  trialwright serve <trial> …                   rehearses them (all, unless named) and serves synopses and reports, read only
  trialwright analyse <folder>                  the report of a run: page, paper, tables, figures and data
  trialwright committee <folder>                an open and a closed report for the monitoring committee, cut off at a moment
  trialwright why <run>/<figure>                from a figure to the events behind it
  trialwright replay <folder>                   where a rehearsed trial stood at a moment, from its log alone
  trialwright verify <log or folder>            is every event as it was written, and every file what the log gives

A trial is one that comes with the program (nct03580291, nct04318600, nct05631717, nct03673748, nct01741857),
a folder with a study.yaml, or a study file.

Options
  --json             one JSON value instead of text (every command)
  --n <people>       population: how many are screened (10000)
  --seed <n>         rehearse, serve, population: which virtual people come (7)
  --start <date>     rehearse, serve: first day of recruitment (2026-01-05)
  --participants <n> rehearse: how many take part (the number of the design)
  --effect <shift>   rehearse: by how much the logarithm of the fall of protein differs, such as cells=-0.3 (none)
  --trials <n>       rehearse: what the design comes to over so many trials, instead of one with its log
  --response <share> rehearse, power: how often the arms respond, such as cells=0.6,placebo=0.3
  --first <n>        rehearse --trials: the number of the first trial, for a part of a run (0); with --json its counts
  --workers <n>      rehearse, serve: how many processes work at once (the cores of the machine); the outcome is the same
  --port <n>         serve: on which port of this machine (4731, or a free one)
  --scenario <file>  rehearse: a YAML file with other numbers than those that are assumed
  --out <place>      rehearse, analyse, committee, score: where to write (rehearsals/<trial>-seed-<n>, <trial>-report or
                     <trial>-committee beside the run; for score a .csv or .json file)
  --share            analyse: data for others as well, with new codes and without sites, dates and words
  --from <folder>    why: the folder of the run
  --at <moment>      replay, amendment, committee: after an event (its position) or at the end of a day (the end of the log)
  --participant <id> replay: all that stood of one participant, with the records that say it
  --seal <seal>      verify: a seal that was kept elsewhere, as text or as a file
  --visit <id>       forms: one visit only
  --to <form>        translate: text, json, elm or cql
  --version, --help

Exit codes
  0  yes: no errors, eligible, verified, identical, done
  1  no: errors, not eligible, people refused, a broken log, a file that differs from it, differences
  2  the command line or a file could not be used
  3  not known: information is missing

Research software. Virtual participants only; not validated for any use in care or regulation.
`;
