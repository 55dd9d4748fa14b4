file-part = { $what ->
    [picture] ảnh
    [attachment] tệp đính kèm
    [object] đối tượng nhúng
    [part] phần nhúng
    [form] biểu mẫu điền
   *[formula] công thức chưa tính
  } { $name }
file-hidden = { $what ->
    [sheet] trang tính “{ $sheet }”
    [rows] dòng { $where } (trang tính “{ $sheet }”)
   *[columns] cột { $where } (trang tính “{ $sheet }”)
  }
file-left-out = 👁 Phần ẩn trong tệp không được đọc: { $parts }.
file-unseen = ⚠️ { $name }: chưa xem được, kiểm tra dấu mật.
