common-back = ‹ Back
common-done = Done
common-page = { $page }/{ $pages }
common-and-more = … and { $count } more

mishap-bug = The system met an error and this was not saved. Please try again; if it happens again, tell the Board this number: { $number }.
mishap-saved = This was saved, but the system met an error while answering. Please type /start to go on; if it happens again, tell the Board this number: { $number }.
mishap-unsure = The system met an error, and whether this was saved is not known. Please type /start and look before you send it again; if it happens again, tell the Board this number: { $number }.

fallback-unit = This message does not answer any question. Tap /tasks to see what is to be done, /report to report, /help for help.
fallback-board = This message does not belong to anything under way. Tap /broadcast to send a plan, /plans to see the plans sent, /help for help.
