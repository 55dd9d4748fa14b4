### The sandbox page. The server sends these to the page, which fills in the variables.

sandbox-title = Đôn đốc – sandbox
sandbox-brand = Đôn đốc
sandbox-brand-sub = Sandbox
sandbox-close = Close
sandbox-cancel = Cancel
sandbox-more = More

# The clock
sandbox-clock-pick = Choose the sandbox’s date and time
sandbox-clock-moved = clock moved
sandbox-clock-hour = +1 hour
sandbox-clock-morning = Tomorrow 07:30
sandbox-clock-real = Real time
sandbox-clock-to = Move to date and time
sandbox-clock-go = Move
sandbox-clock-hint = Jobs that fall due (reminders, summaries) run at once.
sandbox-clock-working = Running the jobs that fall due…
sandbox-clock-done = Moved to { $when }. No new messages.
sandbox-clock-done-messages = Moved to { $when }. New messages: { $count }.
sandbox-weekday-0 = Sunday
sandbox-weekday-1 = Monday
sandbox-weekday-2 = Tuesday
sandbox-weekday-3 = Wednesday
sandbox-weekday-4 = Thursday
sandbox-weekday-5 = Friday
sandbox-weekday-6 = Saturday

# People
sandbox-people = People
sandbox-hide-people = Hide the list of people
sandbox-search = Search name or unit
sandbox-nobody = Nobody found.
sandbox-group-board = The board and its leaders
sandbox-group-units = Units
sandbox-group-others = Not enrolled
sandbox-role-staff = Staff
sandbox-role-leader = Leader
sandbox-role-administrator = Administrator
sandbox-role-secretary = Secretary
sandbox-role-deputy = Deputy
sandbox-role-stranger = Not enrolled
sandbox-unread = Unread: { $count }
sandbox-nothing-yet = No messages yet
sandbox-you-wrote = Sent: { $text }

# A chat
sandbox-close-chat = Close this chat
sandbox-no-chat = No chat is open. Choose a person in the list to open one.
sandbox-log = Chat of { $name } with the bot
sandbox-empty = No messages yet. Type /start, or press “/” to see the commands.
sandbox-jump = New message
sandbox-edited = edited
sandbox-edit = Edit this message
sandbox-editing = Editing:
sandbox-download = Download
sandbox-download-name = Download: { $name }
sandbox-write = Message
sandbox-send = Send
sandbox-commands = Commands
sandbox-attach = Attach
sandbox-attach-file = Choose a file
sandbox-attach-sample = Sample plan
sandbox-remove-file = Remove this file
sandbox-drop = Drop the file here

# The guide
sandbox-guide = Guide
sandbox-guide-title = Three things to try
sandbox-guide-close = Close the guide
sandbox-guide-done = Start
sandbox-guide-1 = In the staff member’s chat: send /broadcast, then the sample plan, and follow the bot.
sandbox-guide-2 = In a secretary’s chat: tap “Đã nhận” (received), then “Báo cáo” (report), and answer.
sandbox-guide-3 = Move the clock above towards the deadline: see whom the bot reminds.
sandbox-sample-send = Send the sample plan
sandbox-sample-download = Download the sample plan

# Tools
sandbox-theme-dark = Dark
sandbox-theme-light = Light
sandbox-restart = Start over
sandbox-restart-question = Start over? All messages, plans and reports of the sandbox are deleted, and the clock returns to real time.
sandbox-restart-working = Starting over…
sandbox-restart-done = Started over.
sandbox-connection-lost = The connection to the server is lost; reconnecting…

# Errors
sandbox-error-offline = Not sent: the connection to the server is lost. Try again in a few seconds.
sandbox-error-server = The server met an error and this was not done. Try again in a few minutes.
sandbox-error-host = The sandbox cannot be opened under this address. Open http://127.0.0.1 or http://localhost with the bot’s port.
sandbox-error-origin = The request came from another page and was not accepted.
sandbox-error-request = The request is malformed and was not accepted.
sandbox-error-not-found = There is no such page.
sandbox-error-person = There is no such person in the sandbox. Reload the page to see the present list.
sandbox-error-message = This message no longer stands in the chat.
sandbox-error-text-empty = The message has no text.
sandbox-error-text-long = The message is longer than { $max } characters. Send it as a file, or in parts.
sandbox-error-caption-long = The text with the file is longer than { $max } characters. Send it as a message of its own.
sandbox-error-file-missing = There is no file in the request. Choose the file again.
sandbox-error-file-empty = This file is empty (0 B). Choose another.
sandbox-error-file-large = The file is larger than { $max } MB. Choose a smaller one.
sandbox-error-file-gone = This file is gone.
sandbox-error-files-many = At most { $max } files at a time.
sandbox-error-moment = The clock can be moved only within the years 2000 to 2100.
sandbox-error-busy = The server is busy with something else. Try again in a few seconds.
