people-role-staff = Staff
people-role-leader = Leader of the Board
people-role-administrator = Administrator
people-seat-secretary = head
people-seat-deputy = deputy
people-no-units = There are no units yet. The administrator imports the list with: npm run -s cli -- import-units FILE.xlsx
people-invite =
    Whom to invite? Units: { $units }; without anybody on the bot yet: { $without }.
    ● has somebody   ○ nobody yet
people-invite-board = Invite somebody of the Board
people-invite-post = Invite to { $unit }:
people-holder = Now: { $title }, { $name }
people-post-secretary = { $title }
people-post-deputy = Deputy { $title }
people-invite-role = Invite to the Board in which role?
people-invitation =
    Invitation code for { $role }, { $place }:

    { $code }

    Open the link { $link } or type the code in the chat with the bot.
    It can be used once, until { $until }. It is shown only now. After it is used, the Board still confirms the person.
people-qr = QR code of the invitation to { $place }: scan it with the phone’s camera.
people-invited-already = This invitation has already been made. If the code was not written down, make another with /invite.
people-enrolment = 👤 { $name } asks to use the bot
people-enrolment-seat = As: { $seat }, { $place }
people-enrolment-when = At { $when }
people-enrolment-present = { $name } holds this post now; if you confirm, { $name } leaves it and all open work passes to the new person.
people-enrolment-same = The same name as { $name }, who holds this post and uses the bot from another account: the same person?
people-enrolment-confirmed = ✅ Confirmed (by { $by }).
people-enrolment-refused = Not confirmed (by { $by }).
people-confirm = Right person, confirm
people-same = The same person, add the account
people-another = Another person, confirm
people-refuse = Not this person
people-told-refused = The Board could not confirm who you are. Please ask the Board for another code.
people-told-unit = ✅ Confirmed by the Board: { $title }, { $unit }. Tap /tasks to see what is to be done.
people-told-board = ✅ You are confirmed. Tap /help to see the commands.
people-list =
    Units: { $units }; not reached by any messenger: { $silent }.
    ● uses the bot   ◐ known by name   ○ nobody yet
people-show-silent = Only units that are not reached ({ $count })
people-show-all = Show all
people-unit = { $name } ({ $code }, { $kind })
people-unit-nobody = Nobody is entered for any post.
people-unit-owes = { $count ->
    [0] Owes no report.
    [one] Owes 1 report.
   *[other] Owes { $count } reports.
  }
people-line = { $title }: { $name }{ $phone ->
    [none] { "" }
   *[other] , tel. { $phone }
  } { $reach ->
    [yes] (uses the bot)
    [blocked] (has blocked the bot)
   *[none] (does not use the bot)
  }
people-name-head = Enter the { $title }
people-change-head = Change the { $title }
people-name-deputy = Add a deputy
people-invite-unit = Invite
people-unit-tasks = Open reports: links, printed sheets
people-holder-of = { $unit }
people-edit-name = Change the name
people-edit-phone = Change the telephone
people-promote = Make { $title }
people-end = End the post
people-end-ask = Does { $name } leave this post? Access ends at once; what is open goes to whoever is left in the unit.
people-end-sure = Yes, end { $title }
people-end-not = ‹ No
people-ended = The post has ended.
people-ask-secretary = Type the name of the head, and a telephone number if you like: Nguyễn Văn An, 0900 000 000. Whoever holds the post now leaves it.
people-ask-deputy = Type the name of the deputy, and a telephone number if you like.
people-ask-name = Type the right name of { $name }.
people-ask-phone = Type the telephone number of { $name }, or “no” to leave it out.
people-guesses = ⚠️ Since { $from }, { $count } wrong invitation codes have been typed, from many accounts. Somebody may be guessing. Until { $until } the bot takes no code; codes that were given out stay good. If you are not inviting many people today, tell whoever looks after the machine.
