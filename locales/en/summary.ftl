summary-sheet-overview = Summary
summary-sheet-standing = Units × deadlines
summary-sheet-answers = Answers
summary-sheet-opinions = Opinions
summary-sheet-urging = Sent and urged
summary-sheet-meaning = Explanation
summary-page = Page { $page }/{ $pages }
summary-title-frozen = { $title } – figures frozen { $moment } by { $by }
summary-section-progress = I. REPORTS
summary-section-figures = II. FIGURES
summary-section-choices = III. CHOICES, DAYS, LISTS
summary-section-late = IV. CAME AFTER THE FREEZING
summary-late-new = { $unit }: reported after the freezing ({ $code })
summary-late-again = { $unit }: sent again after the freezing ({ $code })
summary-column-what = What
summary-column-unit = Measured in
summary-column-value = Figure
summary-column-share = Share
summary-column-answered = From (units)
summary-column-asked = Of (units)
summary-column-least = Least
summary-column-least-unit = Unit with the least
summary-column-most = Most
summary-column-most-unit = Unit with the most
summary-column-accepted = Accepted
summary-column-awaiting = Awaiting review
summary-column-since-year = Since the year began
summary-column-last-year = Same period last year
summary-column-previous = Last period
summary-column-change = Change
summary-column-change-share = Change (%)
summary-column-check = To be looked at
summary-column-place = No.
summary-column-code = Code
summary-column-name = Unit
summary-column-kind = Kind
summary-column-occasion = What is owed
summary-column-due = Deadline
summary-column-effective = Extended to
summary-column-standing = State
summary-column-sent = Sent
summary-column-version = Version
summary-column-returned = Times returned
summary-column-extended = Extended
summary-column-report = Look-up code
summary-column-use = Figures
summary-column-in-total = Added
summary-column-heading = Question
summary-column-alike = Group
summary-column-opinion = Opinion
summary-column-count = Units
summary-column-units = Which units
summary-column-chosen = Chosen as
summary-column-edited = Reworded by the board
summary-column-when = When
summary-column-deed = What was done
summary-column-figure = Figure
summary-column-means = What it means
summary-unit-report = reports
summary-group = Reported: { $kind }
summary-declared = { $label }, of which { $parts }
summary-days = { $label }: from { $first } to { $last }
summary-twice = { $count } stand in several rows
summary-same-row = stands in another row too
summary-more-units = { $names } and { $count } other units
summary-mean = { $label } (mean)
summary-gone = { $label } (version { $versions }, no longer asked)
summary-outlier-last = { $unit }: { $value }, last period { $against }
summary-outlier-median = { $unit }: { $value }, far from the usual ({ $against })
summary-outlier-above = { $unit }: { $value }, more than it may be ({ $against })
summary-total = Total
summary-yes = yes
summary-files = { $count } files
summary-occasion = { $plan ->
    [none] { "" }
   *[other] { $plan }:{ " " }
  }{ $action }{ $period ->
    [none] { "" }
   *[other] , { $period }
  }
summary-period-year = { $year }
summary-period-quarter = quarter { $quarter }/{ $year }
summary-period-month = month { $month }/{ $year }
summary-period-week = week { $week }/{ $year }
summary-nothing-said = Says that there is nothing
summary-standing-done-in-time = done in time
summary-standing-done-late = done late
summary-standing-mending = to be mended
summary-standing-mending-late = not mended, overdue
summary-standing-open-in-time = not reported, in time
summary-standing-open-late = not reported, overdue
summary-standing-no-deadline = not reported, no deadline
summary-standing-waived = waived
summary-use-counted = in the totals
summary-use-nil = nothing to report
summary-use-returned = being mended, not added
summary-use-unreviewed = awaits review, not added
summary-use-covered = in the figures of the unit above
summary-use-waived = waived
summary-use-missing = no report
summary-progress-expected = Expected
summary-progress-sent = Reported
summary-progress-sent-in-time = Reported in time
summary-progress-accepted = Reported, accepted
summary-progress-awaiting = Reported, awaiting review
summary-progress-returned = Reported, to be mended
summary-progress-mending-behind = Not mended, overdue
summary-progress-done = Done
summary-progress-done-in-time = Done in time
summary-progress-done-late = Done late
summary-progress-missing = Not reported
summary-progress-missing-behind = Not reported, overdue
summary-progress-nil = Nothing to report
summary-progress-extended = Extended
summary-progress-waived = Waived
summary-progress-covered = In the figures of the unit above
summary-means-section-scope = SCOPE
summary-means-section-progress = REPORTS
summary-means-section-figures = FIGURES
summary-means-section-private = LEFT OUT
summary-means-title = What
summary-means-board = Board
summary-means-moment = As of
summary-means-frozen = Frozen
summary-means-frozen-by = { $moment }, by { $by }; what came later stands apart.
summary-means-occasion = What is owed
summary-means-counts = Reports that are added
summary-means-counts-sent = Those sent: accepted and awaiting review. Those being mended are not added.
summary-means-counts-accepted = Accepted ones alone. Those that await review or are being mended are not added.
summary-means-decimals = Places of shares
summary-means-progress-expected = All reports that units have to send, without waived ones. Shares are of these.
summary-means-progress-sent = Sent, also those that await review or are being mended.
summary-means-progress-sent-in-time = First sent before the deadline (extended ones too), and mended by each day set.
summary-means-progress-accepted = Accepted by the board.
summary-means-progress-awaiting = Not yet looked at by the board.
summary-means-progress-returned = Returned by the board, not sent again yet.
summary-means-progress-mending-behind = The day for mending has passed.
summary-means-progress-done = Accepted or awaiting review.
summary-means-progress-done-in-time = Done, and in time.
summary-means-progress-done-late = Done, but late.
summary-means-progress-missing = Nothing was sent.
summary-means-progress-missing-behind = Nothing was sent, and the deadline has passed.
summary-means-progress-nil = “Nothing to report”: a report, counted apart, without figures.
summary-means-progress-extended = The deadline was moved.
summary-means-progress-waived = Owes nothing this time; not expected.
summary-means-progress-covered = A branch whose unit above has reported: its figures are not added twice.
summary-means-way-sum = Units and periods are added.{ $share ->
    [none] { "" }
   *[other] { " " }The share is worked out from totals, of “{ $share }”.
  }
summary-means-way-last = Units are added; of several periods the last of each unit counts.{ $share ->
    [none] { "" }
   *[other] { " " }The share is worked out from totals, of “{ $share }”.
  }
summary-means-way-mean = Mean of the answers.{ $share ->
   *[other] { "" }
  }
summary-means-way-none = Not added: only the least and the most are told.{ $share ->
   *[other] { "" }
  }
summary-means-way-ratio = Worked out from totals, not the mean of shares.{ $share ->
   *[other] { "" }
  }
summary-means-declared = A total that the form declares, over the unlike groups named in it.
summary-means-check = To be looked at
summary-means-check-how = Numbers far from the last period's, from other units', or above their limit. They are added all the same; look at them before you sign.
summary-means-private = A private question: what was answered is not in this file.{ $answered ->
    [none] { "" }
   *[other] { " " }Units that answered: { $answered }.
  }
summary-deed-none = nothing sent, nothing done
summary-report-title = Report { $subject }
summary-report-opening = In pursuance of { $what }, { $board } sums up and reports as follows:
summary-report-leading = I- LEADING, DIRECTING, CARRYING OUT
summary-report-issued = { $plans } was passed on to { $units } units.
summary-report-results = II- RESULTS
summary-report-judged = III- JUDGEMENT
summary-report-strengths = 1. Strengths
summary-report-difficulties = 2. Shortcomings, difficulties, causes
summary-report-tasks = IV- TASKS AND MEASURES AHEAD
summary-report-proposals = V- PROPOSALS
summary-report-closing = This is the report of { $board }.
summary-report-progress = By { $moment }, { $sent } of { $expected } reports had been sent ({ $share }), { $inTime } of them in time{ $nil ->
    [0] { "" }
   *[other] , { $nil } with nothing to report
  }. { $counts ->
    [accepted] The figures below are of the { $accepted } accepted reports alone.
   *[sent] The figures below are of { $accepted } accepted reports and { $awaiting } that await review{ $returned ->
        [0] { "" }
       *[other] , without { $returned } that are being mended
      }.
  }
summary-report-from = from { $answered } of { $asked } units
summary-report-share = { $share } of { $of }
summary-report-range = { $label }: from { $least } to { $most }
summary-report-since-year = since the year began { $value }
summary-report-last-year = same period last year { $value }, { $change ->
    [same] unchanged
    [more] { $by } more{ $percent ->
        [none] { "" }
       *[other] { " " }({ $percent })
      }
   *[less] { $by } fewer{ $percent ->
        [none] { "" }
       *[other] { " " }({ $percent })
      }
  }
summary-report-declared = { $label }: { $total }, of which { $parts }
summary-report-choice = { $label }: { $count } units{ $reports ->
    [none] { "" }
   *[other] { " " }({ $reports } reports)
  }
summary-report-none = { $count } of { $asked } units say that there is nothing: { $label }.
summary-report-examples = Units to be named as examples: { $units }.
summary-report-list = { $label }: { $count } { $item } (from { $answered } of { $asked } units).
summary-report-appendix = APPENDIX
summary-report-appendix-part = APPENDIX { $part }
summary-report-appendix-note = Figures by unit, as of { $moment }
summary-report-internal = INTERNAL PAGE
summary-report-internal-note = Not to be sent with the report. Units that have not finished, as of { $moment }
summary-report-internal-none = All units have finished.
summary-report-column-place = No.
summary-report-column-name = Unit
summary-report-column-occasion = What is owed
summary-report-column-standing = State
summary-report-column-due = Deadline
summary-report-column-urged = What was done
summary-letter-subject = Reports on { $cited }
summary-letter-to-many = the { $count } units named below
summary-letter-opening = In pursuance of { $cited },
summary-letter-one = { $board } has not received the report of { $unit }: { $action }, due { $until }.
summary-letter-many = { $board } has not received the reports of these { $count } units:
summary-letter-wanted = Please see to it that the report reaches { $board } by { $wanted }.{ $contact ->
    [none] { "" }
   *[other] { " " }Contact: { $contact }.
  }
summary-title = { $plan }{ $period ->
    [none] { "" }
   *[other] , { $period }
  }{ $group ->
    [none] { "" }
   *[other] { " " }({ $group })
  }
summary-plans = { $count } plans summed up
summary-some-units = some units
summary-report-subject = { $titles ->
    [several] results of the plans
   *[other] results of { $titles }
  }{ $period ->
    [none] { "" }
   *[other] , { $period }
  }
summary-urged = { $count ->
    [0] not urged yet
   *[other] urged or called { $count } times, last { $last }
  }
summary-file-book = Summary
summary-file-report = Report
