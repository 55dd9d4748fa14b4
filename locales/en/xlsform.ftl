problem-xls-no-survey = There is no sheet “survey” (found: { $sheets }). Name the sheet with the questions survey.
problem-xls-sheet-refused = The sheet “{ $sheet }” can't be used here. Delete it, and put its choices on the sheet choices.
problem-xls-column-missing = The column “{ $column }” is missing. Add it to the headings.
problem-xls-column-twice = The column “{ $column }” stands there twice. Delete one of them.
problem-xls-column-unknown = There is no column of ours called “{ $column }”. Correct its name, or delete it.
problem-xls-column-refused = The column “{ $column }” can't be used here. Leave this cell empty.
problem-xls-column-kind = The column “{ $column }” means nothing for the type “{ $type }”. Leave this cell empty.
problem-xls-cell-empty = Nothing stands in the column “{ $column }”.
problem-xls-cell-long = Longer than { $max } characters. Make it shorter.
problem-xls-no-title = The form has no title. Write it in the column form_title of the sheet settings.
problem-xls-form-id = form_id “{ $text }”: only letters without accents, digits, dots and dashes; at most 40 characters.
problem-xls-no-questions = The form has no questions yet.
problem-xls-too-many = More than { $max } questions. Make several forms of it.
problem-xls-type = Unknown type “{ $type }”. Use: text, integer, decimal, range, date, select_one, select_multiple, image, file, note, calculate, acknowledge, begin_repeat, begin_group.
problem-xls-type-refused = { $remedy ->
    [media] The type “{ $type }” can't be taken here. Use file or image.
    [place] The type “{ $type }” (a place) can't be taken here. Use text and ask for the address.
    [time] There is no type “{ $type }” here. Use date, or text where the hour matters.
    [meta] The row “{ $type }” is not needed: who reports and when is recorded anyway. Delete the row.
   *[file] There is no type “{ $type }” here. Put the choices on the sheet choices and use select_one.
  }
problem-xls-kind = dondoc_kind “{ $kind }” doesn't go with the type “{ $type }”. Use: percent with decimal; year with integer; days, unit, person with text; choice with select_one.
problem-xls-name = The name “{ $name }” can't be used: small letters without accents, digits and _, a letter first, at most 32 characters. For example: { $near }
problem-xls-name-unknown = There is no question called “{ $name }” on this level. See the column name (columns of a repeat can't be named from outside).
problem-xls-name-number = “{ $name }” is no number that fits here.
problem-xls-name-private = “{ $name }” is private: a question that is not can't look at it. Make this question private too, or take “{ $name }” out here.
problem-xls-twice = “{ $text }” stands in row { $row } already. Choose another name.
problem-xls-list-missing = “{ $type }” names no list. Write the name of a list of the sheet choices after the type, as in: select_one way
problem-xls-list-unknown = The sheet choices has no list “{ $list }”. Add its choices, or correct the name of the list.
problem-xls-list-long = The list “{ $list }” has more than { $max } choices. Take some out, or ask with text.
problem-xls-other-several = Several choices don't go together with “or_other”. Add a choice “Other” and a question of type text.
problem-xls-flag = “{ $text }”: only yes or no can stand here.
problem-xls-number = “{ $text }”: a number from { $min } to { $max } is expected here.
problem-xls-crossed = The smallest number ({ $min }) is more than the largest ({ $max }).
problem-xls-parameters = “{ $text }”: write start=0 end=10, the first not more than the last.
problem-xls-total = “{ $text }”: only sum, last (as of the last period), mean or none may stand here.
problem-xls-total-fault = { $fault ->
    [kind] Only numbers are added. Leave this cell empty, or put none.
    [share] Shares are neither added nor averaged: they are worked out from totals. Leave this cell empty, or put none.
    [part] This number is a part of another one of the same total and would be counted twice. Leave this cell empty.
   *[together] A total over several questions is made of numbers that are added, and of nothing private. Leave this cell empty.
  }
problem-xls-sentence = “{ $text }”: a sentence can only name numbers of this form that are not private, such as { "$" }{ "{" }attended{ "}" }; with % (such as { "$" }{ "{" }attended%{ "}" }) only a number that has dondoc_not_more_than.
problem-xls-rule = The rule can't be read: “{ $rule }”, at { $at }. It may have: + - * div mod; = < > <= >=; and, or, not; selected, if, round, coalesce, min, max, count, count-selected, string-length, number.
problem-xls-rule-own = The answer to this very question is written as a dot, not as “{ $name }”.
problem-xls-circle = The rules of “{ $name }” lead back to it.
problem-xls-default = The default “{ $text }” can't be used. Write a value, a sum of number questions, or last-saved of this very question.
problem-xls-label-reference = Other answers ({ $text }) can't be put into a question. Word it without.
problem-xls-readonly = Nobody can answer a question that is read only and has no calculation. Add a calculation, or take read_only out.
problem-xls-calculation = The type “{ $type }” has no calculation. Make it calculate, or set read_only to yes.
problem-xls-note-last = No question follows this note. A note is put above the question after it.
problem-xls-note-rule = A note has no rule of its own here. Leave this cell empty, or write the note as the hint of its question.
problem-xls-nested = No group can stand inside a repeat. Make two of them, one after the other.
problem-xls-open = { $what ->
    [repeat] This repeat has no end. Add a row end_repeat.
   *[other] This group has no end. Add a row end_group.
  }
problem-xls-end = { $what ->
    [repeat] This end_repeat belongs to no begin_repeat.
   *[other] This end_group belongs to no begin_group.
  }
problem-xls-group-empty = There is no question inside this repeat.
problem-xls-group-wide = This repeat has more than { $max } columns.
problem-xls-in-group-type = A repeat holds text, integer, decimal, date and select_one, not “{ $type }”.
problem-xls-in-group-column = The column “{ $column }” can't be used inside a repeat. Leave this cell empty.
problem-xls-form = This row can't be used: { $text }
