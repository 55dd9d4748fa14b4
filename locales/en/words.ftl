words-which-acknowledge = { $count } plans wait for your word. Which one have you received?
words-which-nil = “Nothing to report” fits { $count } reports. Which one do you mean?
words-which-report = { $count } reports fit. Which one do you mean?
words-which-extend = { $count } reports fit. For which one do you ask for another date?
words-none-acknowledge = No plan waits for your word now. What is to be done: /tasks.
words-none-nil = There is no report now that can say “Nothing to report”. What is to be done: /tasks.
words-none-report = There is no such report to be sent now. What is to be done: /tasks.
words-none-extend = There is no such report for which another date could be asked now. What is to be done: /tasks.
