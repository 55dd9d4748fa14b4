tasks-none = { $done ->
    [0] Hiện không có việc nào cần báo cáo.
   *[other] ✅ Không còn việc nào cần báo cáo. Đã gửi { $done } báo cáo.
  }
tasks-head = Việc cần báo cáo: { $count }
tasks-title = { $plan }: { $title }
tasks-unit = Đơn vị: { $unit }
tasks-due = Chậm nhất { $until } ({ $left })
tasks-returned = Ban đề nghị bổ sung.
tasks-draft = Đang soạn: { $answered }/{ $fields } mục
tasks-more = … và { $count } việc nữa, xem sau khi xong các việc trên.
tasks-done = Đã gửi { $count } báo cáo khác.
tasks-report = { $number }. Báo cáo { $plan }
tasks-go-on = { $number }. Làm tiếp { $plan }
tasks-look = Xem báo cáo { $plan }
tasks-take-back = { $number }. Lấy lại việc
tasks-given = Đang giao: đ/c { $name }
tasks-mend = { $number }. Bổ sung { $plan }
tasks-extension = Đã xin gia hạn, chờ trả lời.
tasks-extend = { $number }. Xin gia hạn
