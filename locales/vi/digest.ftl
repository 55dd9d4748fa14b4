digest-head = 📊 { $plan }, đến { $moment }{ $left ->
    [none] { "" }
   *[other] { " " }({ $left })
  }
digest-done-one = Đã báo cáo: { $done }/{ $expected } đơn vị ({ $share })
digest-done-several = Đã báo cáo: { $done }/{ $expected } báo cáo ({ $share })
digest-fresh-today = ; hôm nay thêm { $count }.
digest-fresh-before = ; từ tin trước thêm { $count }.
digest-missing = Chưa báo cáo: { $count } (đang soạn { $drafting }, chưa bắt đầu { $idle }).
digest-unreachable = Trong đó { $count } đơn vị không dùng bot, cần gọi điện.
digest-earlier = Các kỳ trước: còn { $count } báo cáo chưa gửi.
digest-awaiting = Chờ xem: { $count } báo cáo.
digest-asked = Chờ ý kiến: { $count } đề nghị gia hạn.
digest-who = { $count } đơn vị chưa gửi
digest-who-reports = { $count } báo cáo chưa gửi
digest-reports = Xem { $count } báo cáo
digest-zalo = Bản gửi nhóm Zalo

deadline-head = 🏁 Hết hạn báo cáo { $plan }
deadline-was = Hạn: { $until }
deadline-done = Đã báo cáo: { $done }/{ $expected } ({ $share }); đúng hạn { $inTime }.
deadline-missing = Quá hạn, chưa báo cáo ({ $count }): { $names }.
deadline-extended = Được gia hạn, chưa báo cáo ({ $count }): { $names }.

red-head = 🔴 Quá hạn chưa báo cáo: { $count } (đến { $moment })
red-line = • { $plan } ({ $count }): { $names }
red-open = Đôn đốc { $plan }

calls-head = 📞 Cần gọi điện về { $plan }: { $count } đơn vị
calls-unseen = { $number }. { $unit }: chưa bấm “Đã nhận” sau { $days } ngày làm việc
calls-late = { $number }. { $unit }: quá hạn { $days } ngày
calls-holder = { "   " }{ $title } { $name }{ $phone ->
    [none] { "" }, chưa có số điện thoại
   *[other] : { $phone }
  }
calls-nobody = { "   " }(chưa có ai đăng ký)
calls-log = { $number }. Ghi kết quả gọi { $unit }
