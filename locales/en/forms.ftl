forms-head = 📋 Report forms. Choose one to look at, try or change; or bring in a new one from an Excel file.
forms-line = { $title } · version { $version }{ $plans ->
    [0] {""}
    [one] {" "}· one plan
   *[other] {" "}· { $plans } plans
  }
forms-line-retired = ⏸ { $title } · version { $version }
forms-bring = + Bring in a form from Excel
forms-card = 📋 { $title }
forms-shared = Shared form, key: { $key }
forms-own = Form of the board, key: { $key }
forms-retired-since = ⏸ Retired since { $moment }; /broadcast does not offer it any more.
forms-version-now = Version { $version } (present), since { $moment }: questions { $questions }{ $plans ->
    [0] .
   *[other] , plans { $plans }, reports { $reports }.
  }
forms-version = Version { $version }, since { $moment }: questions { $questions }{ $plans ->
    [0] .
   *[other] , plans { $plans }, reports { $reports }.
  }
forms-required = Questions marked * must be answered.
forms-used = Used by: { $plans }{ $more ->
    [0] .
   *[other] ; and { $more } more.
  }
forms-unused = No plan uses it yet.
forms-question = { $number }. { $label }{ $required ->
    [yes] {" "}*
   *[no] {""}
  } – { $kind }{ $relevant ->
    [yes] , asked where it applies
   *[no] {""}
  }{ $private ->
    [yes] , private
   *[no] {""}
  }
forms-more-questions = { $count ->
    [one] … and one more question
   *[other] … and { $count } more questions
  }
forms-kind-text = text
forms-kind-integer = whole number
forms-kind-decimal = number
forms-kind-percent = share in %
forms-kind-date = a day
forms-kind-days = one or several days
forms-kind-yesno = yes/no
forms-kind-choice = one choice
forms-kind-choices = several choices
forms-kind-register = from the register
forms-kind-files = files, photographs
forms-kind-group = list
forms-kind-computed = worked out
forms-try = Try as a unit
forms-save = Export .xlsx
forms-saved = The form “{ $title }”, version { $version }. Change it in Excel and send it back with “Bring in a version”; where the column name stays as it is, old answers stay good.
forms-bring-version = Bring in a version from Excel
forms-retire = Retire
forms-revive = Bring back
forms-retire-ask = Retire “{ $title }”? New plans can't choose it any more.{ $running ->
    [0] {""}
    [one] {" "}One plan that is collecting reports goes on with it.
   *[other] {" "}{ $running } plans that are collecting reports go on with it.
  } It can be brought back at any time.
forms-retire-yes = Retire
forms-ask-file = { $title ->
    [none] Please send the Excel file (.xlsx) of the form, as an XLSForm: sheets survey, choices, settings. For a sample, export one of the forms that are here.
   *[other] Please send the Excel file (.xlsx) with the new version of “{ $title }”. You see what changes before you take it.
  }
forms-faults = { $count ->
    [one] 📄 { $name } can't be taken: one mistake
   *[other] 📄 { $name } can't be taken: { $count } mistakes
  }
forms-faults-more = … and { $count } more: all of them stand in the file below.
forms-faults-again = Please correct it in Excel and send the file again.
forms-fault-cell = { $sheet }, cell { $cell } ({ $heading })
forms-fault-row = { $sheet }, row { $row }
forms-read = { $count ->
    [one] 📄 Read the form “{ $title }”: one question
   *[other] 📄 Read the form “{ $title }”: { $count } questions
  }
forms-is-new = A new form, key: { $key }. Its questions:
forms-compared = Compared with version { $version } of “{ $title }”:
forms-same = Just like version { $version } of “{ $title }”: nothing changes.
forms-ignored = Not used: { $names }.
forms-running = { $count ->
    [one] One plan is collecting reports with the present version.
   *[other] { $count } plans are collecting reports with the present version.
  } What was sent stays; reports being written keep the answers that still fit and are asked the rest.
forms-needs-page = ⚠️ “{ $label }” is private and required, and there is no address for pages (WEB_URL): units can't fill it in, nor send their reports.
forms-take = Take this form
forms-take-version = Take this version
forms-take-all = { $count ->
    [one] Take it, for the running plan too
   *[other] Take it, for { $count } running plans too
  }
forms-take-later = Take it, for later plans only
forms-try-first = Try it first
forms-drop = Don't take it
forms-dropped = The file was not taken. The form stays as it is.
forms-taken = ✅ Taken: “{ $title }”, version { $version }.{ $plans ->
    [0] {""}
    [one] {" "}One running plan asks by it from now on.
   *[other] {" "}{ $plans } running plans ask by it from now on.
  }
forms-taken-already = This form has been taken.
forms-open = Look at the form
forms-offer = ‹ The form that waits to be taken
forms-all = All forms
forms-change-title = ~ Title: { $after }
forms-change-nil = { $allowed ->
    [yes] ~ “Nothing to report” may be answered
   *[no] ~ “Nothing to report” is gone
  }
forms-change-added = + New question: { $label }
forms-change-removed = − Gone: { $label }
forms-change-changed = ~ { $label }: { $parts }
forms-change-order = ~ The order of the questions
forms-part-kind = kind of question (asked again)
forms-part-words = wording
forms-part-required = required or not
forms-part-rules = rules
forms-part-options = choices
forms-part-limits = limits
forms-part-default = default
forms-part-private = private
forms-part-wording = wording by kind of unit
forms-part-columns = columns of the list
forms-part-total = how it is summed up
forms-try-as = This form has words of its own for some kinds of units. As which one do you want to try it?
forms-try-as-other = Another unit
forms-trial = 🧪 TRIAL, nothing is sent
forms-trial-last = The trial has invented answers of the last period, so that you see the button “Last time” and the question about a number far from it.
forms-trial-ask = Here a unit taps “Send the report”. Tap the number of an item to try changing it.
forms-trial-send = Done (a trial, nothing is sent)
forms-trial-end = ✕ End the trial
forms-trial-over = The trial is over. Nothing was sent or kept.
problem-form-not-found = There is no such form. See /forms for the list.
problem-form-not-xlsx = { $name ->
    [none] Please send the Excel file (.xlsx) of the form.
   *[other] { $name } is no Excel file (.xlsx). Please save it as .xlsx and send it again.
  }
problem-form-not-waiting = This form has been taken, or there is a newer file. See /forms.
problem-form-moved-on = The form has another new version by now. Please send the file again to compare it.
problem-form-retired = This form is retired. Please choose another, or bring it back under /forms.
problem-form-is-default = This is the form that plans have by default; it can't be retired. You may change it.
problem-form-is-shared = Several boards share this form; only an administrator changes it. Change form_id on the sheet settings to have a form of your board's own.
problem-form-trial-none = No trial is going on. See /forms to begin one.
