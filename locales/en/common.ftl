common-back = ‹ Back
common-done = Done
common-page = { $page }/{ $pages }
common-and-more = … and { $count } more

mishap-bug = The system met an error and this was not saved. Please try again; if it happens again, tell the Board this number: { $number }.

fallback-unit = This message does not answer any question. Tap /tasks to see what is to be done, /report to report, /help for help.
fallback-board = This message does not belong to anything under way. Tap /broadcast to send a plan, /plans to see the plans sent, /help for help.
