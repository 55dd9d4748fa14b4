start-stranger =
    Here Party organisations receive plans and send their reports.
    Please type the invitation code (8 characters) given by the Board. If you have none, please contact the Board.
start-known = Welcome, { $name }.
start-seat-unit = { $title }, { $unit }
start-seat-board = { $role }, { $board }
start-help = You can use these commands:
start-help-unit =
    When the Board sends a plan, tap “Received”, then “Report” when there are results. One question is asked at a time; each answer is saved at once, so you can stop any time and go on another day.
    Answered wrongly: tap “Back”, or edit the message you sent.
start-help-board =
    /broadcast: send the plan’s file (.docx, .pdf, .txt), photos of its pages, or paste its text; check the milestones, choose the units, preview and send.
    /status 100: how the reports on plan number 100 stand.
start-cancelled = Stopped. What was saved is still there; you can go on at any time.
start-nothing-to-cancel = Nothing is under way.
start-language = Chọn ngôn ngữ / Choose a language
start-language-vi = Tiếng Việt
start-language-en = English
start-language-set = From now on in English.
start-administrator = You are the first administrator. To begin: /settings for the Board’s name and contact telephone, then /invite for the others.
start-pending = The code for { $place } has been received. The Board will confirm it in working hours; you will be told here.
