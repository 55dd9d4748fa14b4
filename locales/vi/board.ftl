board-progress = 📤 Đang gửi { $plan }: { $done }/{ $total }
board-sent = 📤 Đã gửi xong { $plan }: { $sent }/{ $units } đơn vị nhận được.
board-sent-names = Đã gửi: { $names }.
board-missed = Chưa nhận được ({ $count }), các đơn vị này vẫn phải báo cáo:
board-missed-only = Chưa nhận được ({ $count }):
board-open = Xem kế hoạch
board-reports = 📥 { $plan }: { $count } báo cáo mới
board-so-far = Đã báo cáo{ $period ->
    [none] { "" }
   *[other] { " " }(kỳ { $period })
  }: { $sent }/{ $expected } ({ $share })
board-line = • { $unit } ({ $when }{ $version }): { $said }
board-version = , lần { $version }
board-nil = không phát sinh
board-signed = Có bản ký.
board-review = Duyệt báo cáo
board-read = Xem: { $unit }
board-closing = 🏁 { $plan }: tất cả { $expected } đơn vị đã báo cáo.
board-closing-rates = Đúng hạn: { $inTime } ({ $share }); quá hạn: { $late }.
board-closing-late = Báo cáo muộn: { $names }.
board-file-untold = ⚠️ { $secret ->
    [yes] Tệp có dấu MẬT trong báo cáo { $plan } của { $unit }: đã bỏ, không lưu
   *[no] Tệp trong báo cáo { $plan } của { $unit } không nhận được: đã bỏ
  }
    Đ/c { $name } không có khung chat nên chưa báo được; trang báo cáo sẽ báo khi đ/c ấy mở lại.
    Mong đồng chí gọi điện{ $phone ->
    [none] {""}
   *[other] : { $phone }
  }.
