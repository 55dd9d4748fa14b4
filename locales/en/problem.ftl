problem-file-kind-unknown = The file { $name } is not of a kind that can be read. A .docx, a .pdf, a .txt or a photo is needed.
problem-file-kind-refused = { $remedy ->
    [unzip] The archive { $name } cannot be read. Please unpack it and send the file inside.
    [save-xlsx] The file { $name } is in the old Excel format. Please open it, choose “Save as” .xlsx and send it again.
    [save-docx] The file { $name } cannot be read. Please open it, choose “Save as” .docx and send it again.
    [save-real-docx] The file { $name } is really a web page or RTF. Please open it in Word, choose “Save as” .docx and send it again.
    [save-real-xlsx] The file { $name } is really a web page, not an Excel file. Please open it in Excel, choose “Save as” .xlsx and send it again.
    [remove-password] The file { $name } has a password. Please remove the password and send it again.
   *[other] The file { $name } cannot be used here. A .docx, a .pdf, a .txt or a photo is needed.
  }
problem-file-too-large = The file { $name } is too large ({ $size }); at most { $limit }. Please send a smaller file or paste the text.
problem-file-empty = The file { $name } is empty. Please check it and send it again.
problem-file-broken = The file { $name } is damaged and cannot be opened. Please save it again and send it, or paste the text.
problem-file-no-text = The file { $name } is a scan or a picture without text to read. Please send a .docx, or paste the text.
problem-file-too-many-pages = The file { $name } has { $pages } pages, more than { $limit }. Please send only the plan itself.
problem-file-too-heavy = Reading { $name } took too much time or memory and was stopped. Please send a .docx, fewer pages, or paste the text.
problem-text-no-date = There is no date in the text.
problem-text-font-unreadable = The Vietnamese letters of this text were lost on the way (they became “?”). Please send the original .docx or .pdf, or paste the text again.
problem-table-no-rows = The table has no rows. A heading row is needed, then one row for each unit.
problem-table-column-missing = The column “{ $column }” is missing. Columns found: { $found }.
problem-table-cell-empty = Row { $row }: “{ $column }” is empty.
problem-table-cell-error = Row { $row }: the cell “{ $column }” holds a formula error ({ $text }). Please mend it, or type the value.
problem-table-cell-uncalculated = Row { $row }: the cell “{ $column }” holds a formula that has not been calculated. Please open the file in Excel, save it and send it again.
problem-table-hidden = { $what ->
    [sheet] The hidden sheet “{ $sheet }” was not read.
    [rows] The hidden rows { $where } (sheet “{ $sheet }”) were not read.
   *[columns] The hidden columns { $where } (sheet “{ $sheet }”) were not read.
  }
problem-table-code-twice = Row { $row }: the code { $code } stands already in row { $first }.
problem-table-parent-unknown = Row { $row }: there is no parent unit with the code { $code }.
problem-table-parent-loop = These units are parents of each other in a circle ({ $codes }).
problem-table-too-large = The table is too large; at most { $rows } rows and { $columns } columns.
problem-date-unreadable = { $label }: the date “{ $text }” is not clear. Please type it like 22/4 or 22/4/2024.
problem-date-impossible = There is no date { $text }. Please check it and type it again, for example 22/4.
problem-date-in-future = The date { $date } has not come yet. Please type the day on which it took place.
problem-dates-too-many = At most { $max } dates. Please type fewer.
problem-number-expected = { $label }: a number is needed, for example 45.
problem-year-expected = { $label }: a year in four digits is needed, for example 1985.
problem-number-negative = { $label }: the number cannot be negative.
problem-number-too-small = { $label }: at least { $min }.
problem-number-too-large = { $label }: at most { $max }. Please check the number.
problem-number-more-than = { $label } cannot be more than { $other } ({ $limit }). Please check it.
problem-text-expected = This item needs an answer in words.
problem-text-too-long = Longer than { $max } characters. Please shorten it; the rest can be sent as a file.
problem-choice-expected = { $label }: please tap one of the buttons, or type its number.
problem-file-expected = { $label }: a file or a photo is needed. If there is none yet, tap “Skip”.
problem-files-too-many = { $label }: at most { $max } files.
problem-answer-required = “{ $label }” needs an answer and cannot be skipped.
problem-question-none = No question is waiting for an answer. Please tap a button above, or /tasks.
problem-form-incomplete = Items not answered or not matching: { $count }. They are: { $fields }.
problem-not-allowed = This is not within your rights. Tap /help to see the commands you can use.
problem-stranger = You are not registered yet. Please type the invitation code given by the Board; if you have none, please contact the Board.
problem-code-unknown = This code is not right. Please check each character, or ask the Board for another.
problem-code-expired = This code has expired. Please ask the Board for a new one.
problem-code-used = This code has already been used. Please ask the Board for a new one.
problem-code-guesses = The code was wrong several times. Please try again in { $minutes } min, or contact the Board.
problem-code-paused = No codes are being taken for now, because too many wrong ones came in. Yours is still good: please try again in { $minutes } min, or contact the Board.
problem-account-known = This account is { $name }’s already and can’t be joined. If it is the right person, confirm; if not, tap “Not this person”.
problem-enrolment-decided = { $name } has already been dealt with.
problem-enrolment-pending = The code has been received and the Board is confirming it. Please wait for a message here.
problem-plan-not-found = This plan cannot be found. Tap /plans to see the list.
problem-plan-not-draft = This plan has been sent and can no longer be changed. Tap /plans to see it.
problem-plan-no-title = There is no title yet. Please tap “Change title” before sending.
problem-plan-no-audience = No unit is chosen yet. Please tap “Recipients” to choose.
problem-plan-classified = The document is marked as secret (MẬT): it must not be sent through here. The system’s copy is deleted. The file you sent still lies on the messenger’s servers: please delete that message and tell your security office.
problem-plan-still-reading = The document is being read; please wait a few seconds.
problem-obligation-not-found = This cannot be found. Tap /tasks to see what is to be done.
problem-obligation-closed = This is closed and takes no more reports. Tap /tasks to see what else is to be done.
problem-draft-moved = This question has already been answered.
problem-draft-gone = This report has already been sent.
problem-unit-not-found = There is no unit with the code { $code }.
problem-button-old = This button is out of date. Tap /tasks or /plans to see how things stand now.
problem-plan-unchecked = Some pages could not be read. Look at them, then press “Checked, no mark of secrecy” before sending.
problem-answer-classified = This carries a mark of secrecy: it must not be sent here and was not kept. Your message is still on the messenger's servers: delete it.
problem-post-gone = That post has ended already. See /people for how things stand.
problem-holder-none = Nobody holds a post of { $unit }. Enter its secretary in /people first.
problem-person-name = A name has 2 to { $max } letters. Type it again.
problem-person-phone = A telephone number has 6 to 20 digits. Type it again, or “no” to leave it out.
problem-deputy-none = { $unit } has no registered deputy. Ask the board to invite one.
problem-task-given = This is with { $name }. Take it back before handing it to somebody else.
problem-task-not-given = This task of { $unit } is with nobody else.
problem-report-with-secretary = The secretary sends the reports of your unit. Tap “Submit to the secretary”.
problem-proposal-gone = This report has been sent or given back already.
problem-draft-held = { $name } is writing this report.
problem-paper-sent = The unit has a report already (code { $code }). Look at it before entering more.
problem-link-limit = This page has taken as many files as it may. Please tell the board.
problem-web-absent = There are no personal pages here yet. Please ask the board for another way.
problem-private-web-absent = There is no address for pages, so what is private can't be opened. Ask the administrator to set WEB_URL.
problem-file-gone = This file has not arrived, or is gone. Look again in a few minutes.
problem-form-private-web = The form “{ $title }” has a required private question (“{ $label }”), and there is no address for pages on which to answer it. Ask the administrator to set WEB_URL; or choose another form, or make the question optional.
problem-form-private-opened = “{ $label }” was private in an earlier version, and what was answered then can't be laid open. Keep dondoc_private, or ask anew under a name other than “{ $name }”.
problem-file-not-allowed = { $name } is no kind of file we take. Send .pdf, .docx, .xlsx or a picture (.jpg, .png, .heic).
problem-answer-constraint = { $message ->
    [none] { $label }: that does not fit. Please check it.
   *[other] { $label }: { $message }
  }
problem-number-which = { $label }: “{ $text }” can be read in several ways. Choose one, or type it again.
problem-number-places = { $label }: at most { $places } digits after the decimal mark.
problem-number-again = Please type the right number.
problem-date-one = { $label }: one day only, please.
problem-yesno-expected = { $label }: tap “Yes” or “No”.
problem-choices-expected = { $label }: “{ $text }” is not clear. Tap the buttons, or type numbers such as 1, 3.
problem-choices-too-many = { $label }: choose at most { $max }.
problem-register-unknown = { $label }: “{ $text }” is not in the register. Type a few letters of the name.
problem-register-which = { $label }: which of these is “{ $text }”?
problem-register-many = { $label }: { $count } names are like that. Type a few more letters.
problem-list-not-table = { $name } is no Excel sheet. Please send an .xlsx like the template.
problem-rows-wrong = { $label }: { $count } rows were not taken.
problem-rows-unchanged = { $label }: the list stays as it was, because { $count } of its lines cannot be read. Please edit the message again.
problem-rows-too-many = { $label }: at most { $max } rows.
problem-row-too-wide = { $count } columns, the list has only { $max }.
problem-group-edited = { $label }: editing a message does not change the list. Take out the wrong row and type it again.
problem-group-over-quota = { $label }: { $count }, more than the quota ({ $max }). Please take some out.
problem-group-too-few = { $label }: only { $count }, at least { $min } are needed.
problem-group-twice = { $label }: row { $row } is the same as row { $first }. Please take one out.
problem-group-empty = { $label }: nobody yet. Type them one by one, or paste the whole list.
problem-field-private = “{ $label }” is private: it is filled in on a page of its own, never in a message.
problem-form-changed = The form has just been changed.
problem-form-no-files = The form of this plan takes no files. Please answer its questions with /report.
problem-campaign-changed = The sending has moved on. Please look at the progress message.
problem-campaign-nothing-left = There is nothing left to send again.
problem-nothing-owed = There is nothing left to report here.
problem-pages-ended = These pages are complete already. Tap /broadcast to send another document.
problem-pages-too-many = At most { $most } pages and { $megabytes } MB in one document. Tap “Done” to read those received.
problem-pages-last = Only one page is left. To give up, tap “Discard”.
problem-picture-kind = { $name } is a kind of picture that cannot be read. Send it again as a photo (not as a file), or as .jpg or .png.
problem-report-accepted = The board has accepted this report, so it can't be changed any more. If it must be, please ask the board to reopen it.
problem-report-decided = { $state ->
    [accepted] { $unit }: { $name } has accepted this report.
   *[returned] { $unit }: { $name } has asked for additions to this report.
  }
problem-report-newer = The unit has just sent version { $version }. See the new one in /review.
problem-report-unknown = No receipt with the code { $code } in your field of work. Please check the code.
problem-review-own = The report of { $unit } was sent by you or your own unit: somebody else of the board has to review it.
problem-reason-expected = A reason in words is needed.
problem-undo-late = More than { $minutes } minutes ago, or accepted by somebody else: open each report, tap “Reopen” and give a reason.
problem-return-date = The day must be from today to { $max } days ahead. Please type it again, for example 26/4.
problem-extension-open = An earlier request is waiting for an answer. Tap /extend to see it.
problem-extension-decided = This request has been settled.
problem-extension-own = A request of your own unit is decided by somebody else of the board.
problem-extension-not-needed = This report was sent or has no deadline; no extension is needed.
problem-extension-not-later = That day is no later than the present deadline. Choose another one.
problem-extension-past = That day is past. Choose another one.
problem-extension-too-far = That day is more than { $days } days away. Choose an earlier one.
problem-nothing-chosen = No unit is chosen. Tap units to choose them.
problem-nobody-to-nudge = Nobody can be reached: reported already, nudged just now, or not on the bot.
problem-waiver-own = Your own unit is decided by somebody else of the board.
problem-waiver-none = Nothing is left to take back here.
problem-hours-unreadable = Type hours such as 07:30 16:30 (up to four, from 07:00 to 19:00), or “off”.
problem-letter-unchecked = Some pages could not be read. Look at them, then tap “Checked: no mark of secrecy”.
problem-days-unreadable = A number of days from 1 to 30 is needed.
problem-answer-elsewhere = { $label }: was changed elsewhere meanwhile. What you typed stands below; save again to keep it.
problem-number-doubted = { $label }: far from the last one. If it is right, tick “… is right”.
problem-disk-low = The board's machine is running out of room and can't take files now. Reports in words go through as usual; please send the file later. The administrator has been told.
problem-summary-none = These frozen figures were not found. Open them again from the plan.
problem-summary-empty = No unit owes a report in what you have chosen. Choose another plan, period or group of units.
problem-summary-boards = A summary holds plans of one board only. Sum up each board's plans apart.
problem-summary-many = A summary holds at most { $max } plans. Choose a shorter span.
problem-summary-moved = Somebody else has just changed this. Look again, then go on.
problem-summary-too-heavy = The file could not be made: there are too many figures. Choose a shorter span, fewer plans or fewer units.
