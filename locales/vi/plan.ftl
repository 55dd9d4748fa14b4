plan-kind = Kế hoạch
plan-unnumbered = { $kind } “{ $title }”
plan-unnumbered-draft = (chưa có số)
plan-untitled = (chưa có tên)
plan-within = trong { $period }
plan-at-latest = chậm nhất { $until }
plan-event = { $day }
plan-vague = định kỳ, chưa ghi ngày
plan-undated = chưa có hạn
plan-year = năm { $year }
plan-quarter = quý { $quarter }/{ $year }
plan-month = tháng { $month }/{ $year }
plan-from-to = { $from } đến { $to }
plan-kind-report = Báo cáo
plan-kind-task = Việc làm
plan-kind-event = Sự kiện
plan-owed-units = đơn vị
plan-owed-owner = Ban

plans-none = Chưa có kế hoạch nào. Đồng chí bấm /broadcast để gửi kế hoạch đầu tiên.
plans-head = Các kế hoạch, mới nhất ở trên (✏️ đang soạn, 📄 đã gửi, ☑ đã đóng):
plans-mark-draft = ✏️
plans-mark-published = 📄
plans-mark-closed = ☑
plans-mark-withdrawn = ✖
plans-published = Gửi lúc { $when }; mã { $code }
plans-report-due = Báo cáo { $when }
plans-sent = Đã gửi: { $sent }/{ $units } đơn vị
plans-pending = Đang chờ gửi: { $count }
plans-lost = Chưa gửi được: { $count }
plans-unreached = Không có người dùng bot: { $count } đơn vị
plans-acknowledged = Đã nhận: { $count } ({ $share })
plans-reported = Đã báo cáo{ $period ->
    [none] { "" }
   *[other] { " " }(kỳ { $period })
  }: { $sent }/{ $expected } ({ $share })
plans-earlier = Các kỳ trước: còn { $missing ->
    [0] { $returned } báo cáo chưa bổ sung
   *[other] { $missing } báo cáo chưa gửi{ $returned ->
        [0] { "" }
       *[other] , { $returned } chưa bổ sung
      }
  }
plans-late = Quá hạn: { $missing } chưa báo cáo{ $mending ->
    [0] { "" }
   *[other] , { $mending } chưa bổ sung
  }, { $late } báo cáo muộn
plans-status = Tình hình báo cáo
plans-outcome = Ai đã nhận
plans-reports = Xem { $count } báo cáo
plans-reports-head = { $plan }: { $count } báo cáo
plans-report-files = Tệp kèm ({ $count })
plans-all = Các kế hoạch
plans-card = ‹ Kế hoạch

outcome-head = { $plan }: ai đã nhận thông báo
outcome-acknowledged = ✓ { $unit }: đ/c { $person } đã bấm “Đã nhận”
outcome-sent = • { $unit }: đã gửi đ/c { $person }, chưa bấm “Đã nhận”
outcome-pending = … { $unit }: đang chờ gửi đ/c { $person }
outcome-sending = … { $unit }: đang gửi đ/c { $person }
outcome-blocked = ✖ { $unit }: đ/c { $person } đã chặn bot
outcome-failed = ✖ { $unit }: không gửi được cho đ/c { $person }
outcome-unknown = ? { $unit }: đã gửi đ/c { $person } nhưng không rõ có đến nơi
outcome-cancelled = – { $unit }: không gửi, không còn cần
outcome-nobody = ✖ { $unit }: chưa có người dùng bot

status-head = 📊 { $plan }
status-at = Đến { $moment }
status-due = Hạn: { $until } ({ $left })
status-sent = Đã báo cáo: { $sent }/{ $expected } ({ $share }){ $awaiting ->
    [0] { "" }
   *[other] ; chờ xem { $awaiting }
  }
status-returned = Đề nghị bổ sung: { $count }{ $behind ->
    [0] { "" }
   *[other] { " " }(quá hạn { $behind })
  }
status-missing = Chưa báo cáo: { $count }{ $drafting ->
    [0] { "" }
   *[other] { " " }(đang soạn { $drafting })
  }
status-mending = ; đề nghị bổ sung đến { $until }
status-unmended = ; chưa bổ sung, hạn { $until }
status-done = Đã hoàn thành: { $done }/{ $expected } ({ $share })
status-done-in-time = • đúng hạn: { $count }
status-done-late = • quá hạn: { $count }
status-open = Chưa hoàn thành: { $count }
status-open-in-time = • trong hạn: { $count }
status-open-late = • quá hạn: { $count }
status-timeliness = Tỷ lệ đúng hạn: { $share }
status-nil = Trong đó không phát sinh: { $count }
status-waived = Miễn: { $count }
status-names-done-in-time = Hoàn thành đúng hạn ({ $count })
status-names-done-late = Hoàn thành quá hạn ({ $count })
status-names-open-in-time = Chưa hoàn thành, trong hạn ({ $count })
status-names-open-late = Chưa hoàn thành, quá hạn ({ $count })
status-names-earlier = Kỳ trước chưa xong ({ $count })
status-writing = đang soạn { $answered }/{ $fields } mục
plans-owner-task = Việc của Ban: { $action } ({ $when })
plan-due-extended = { $until } (đã gia hạn; hạn gốc { $original })
status-extended = ; hạn { $due }
plans-extensions = Đề nghị gia hạn ({ $count })
plans-remind = Đôn đốc, gia hạn, miễn
plans-waivers = Đã miễn ({ $count })
plans-files-none = Báo cáo này không có tệp kèm.
plans-file-coming = Tệp { $name } đang được lấy về, đồng chí xem lại sau ít phút.
