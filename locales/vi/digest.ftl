digest-head = 📊 { $plan }, đến { $moment }{ $left ->
    [none] { "" }
   *[other] { " " }({ $left })
  }
digest-sent-one = Đã báo cáo: { $sent }/{ $expected } đơn vị ({ $share })
digest-sent-several = Đã báo cáo: { $sent }/{ $expected } báo cáo ({ $share })
digest-fresh-today = ; hôm nay thêm { $count }.
digest-fresh-before = ; từ tin trước thêm { $count }.
digest-missing = Chưa báo cáo: { $count } (đang soạn { $drafting }, chưa bắt đầu { $idle }).
digest-unreachable = Trong đó { $count } đơn vị không dùng bot, cần gọi điện.
digest-awaiting = Chờ xem: { $count } báo cáo.
digest-asked = Chờ ý kiến: { $count } đề nghị gia hạn.
digest-who = { $count } đơn vị chưa gửi
digest-who-reports = { $count } báo cáo chưa gửi
digest-who-both = { $missing ->
    [0] { $mending } chờ bổ sung
   *[other] { $missing } chưa gửi, { $mending } chờ bổ sung
  }
digest-reports = Xem { $count } báo cáo
digest-zalo = Bản gửi nhóm Zalo

deadline-head = 🏁 Hết hạn báo cáo { $plan }
deadline-was = Hạn: { $until }
deadline-sent = Đã báo cáo: { $sent }/{ $expected } ({ $share }); đúng hạn { $inTime }.
deadline-missing = Quá hạn, chưa báo cáo ({ $count }): { $names }.
deadline-extended = Được gia hạn, chưa báo cáo ({ $count }): { $names }.
deadline-mending = Đề nghị bổ sung ({ $count }): { $names }.
deadline-unmended = Chưa bổ sung, quá hạn ({ $count }): { $names }.

red-head = 🔴 Quá hạn: { $missing } chưa báo cáo{ $mending ->
    [0] { "" }
   *[other] , { $mending } chưa bổ sung
  } (đến { $moment })
red-line = • { $plan } ({ $count }): { $names }
red-open = Đôn đốc { $plan }
red-unmended = chưa bổ sung

calls-head = 📞 Cần gọi điện về { $plan }: { $count } đơn vị
calls-unseen = { $number }. { $unit }: chưa bấm “Đã nhận” sau { $days } ngày làm việc
calls-late = { $number }. { $unit }: quá hạn { $days } ngày
calls-unmended = { $number }. { $unit }: quá hạn bổ sung { $days } ngày
calls-holder = { "   " }{ $title } { $name }{ $phone ->
    [none] { "" }, chưa có số điện thoại
   *[other] : { $phone }
  }
calls-nobody = { "   " }(chưa có ai đăng ký)
calls-log = { $number }. Ghi kết quả gọi { $unit }
