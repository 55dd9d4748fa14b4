file-part = { $what ->
    [picture] picture
    [attachment] attached file
    [object] embedded object
    [part] embedded part
    [form] fill-in form
   *[formula] formula not calculated
  } { $name }
file-hidden = { $what ->
    [sheet] sheet “{ $sheet }”
    [rows] rows { $where } (sheet “{ $sheet }”)
   *[columns] columns { $where } (sheet “{ $sheet }”)
  }
file-left-out = 👁 Hidden parts of the file were not read: { $parts }.
file-unseen = ⚠️ { $name }: could not be looked at; check it for a mark of secrecy.
