hand-over-button = { $number ->
    [none] { "" }
   *[other] { $number }.{ " " }
  }{ $name ->
    [none] Giao đ/c khác
   *[other] Giao đ/c { $name }
  }
hand-over-head = Báo cáo { $plan } · { $unit }
hand-over-ask = Giao đồng chí nào làm? Phần đang soạn chuyển theo, không mất gì.
hand-over-has = Đang giao: đ/c { $name }.
hand-over-to = Giao đ/c { $name }
hand-over-take-back = Lấy lại
hand-over-draft = Đang soạn: { $answered }/{ $fields } mục.
hand-over-sends-self = Cấp phó làm xong thì tự gửi.
hand-over-sends-ask = Cấp phó làm xong thì trình đồng chí duyệt, đồng chí gửi.
hand-over-mode-ask = Đổi: phải trình tôi duyệt
hand-over-mode-self = Đổi: cấp phó được tự gửi
hand-over-given = Đã giao.
hand-over-taken = Đã lấy lại.
hand-over-due = Chậm nhất { $until } ({ $left }).
hand-over-assigned = 📌 Đ/c { $by } giao đồng chí: báo cáo { $plan } · { $unit }
hand-over-unassigned = Đ/c { $by } nhận lại việc báo cáo { $plan } · { $unit }. Phần đồng chí đã ghi còn nguyên.
hand-over-taken-over = Đ/c { $by } làm tiếp báo cáo { $plan } · { $unit }. Phần đồng chí đã ghi còn nguyên.
hand-over-proposed = 📝 Chờ đồng chí duyệt: báo cáo { $plan } · { $unit }
    Đ/c { $by } đã soạn xong.
hand-over-proposal-back = ✏️ Đ/c { $by } đề nghị đồng chí xem lại báo cáo { $plan } · { $unit }
hand-over-assigned-sent = ✅ Đ/c { $by } đã gửi báo cáo { $plan } · { $unit } mà đồng chí giao.
hand-over-proposal-sent = ✅ Đ/c { $by } đã gửi báo cáo { $plan } · { $unit } mà đồng chí soạn.
hand-over-changed = Chỗ đã sửa trước khi gửi:
hand-over-waiting = Báo cáo này đã trình đ/c { $name } duyệt. Đồng chí sửa thì bấm trình lại.
hand-over-report = Báo cáo
hand-over-go-on = Làm tiếp
hand-over-look = Xem báo cáo
hand-over-look-send = Xem và gửi
hand-over-give-back = Để đồng chí ấy sửa tiếp
hand-over-gave-back = Đã chuyển lại{ $name ->
    [none] .
   *[other] { " " }cho đ/c { $name }.
  }
hand-over-mine = Tôi làm tiếp
hand-over-propose = Trình Bí thư duyệt
hand-over-proposed-to = Đã trình đ/c { $to } duyệt báo cáo { $plan }. Khi đ/c { $to } gửi, đồng chí nhận được tin.
hand-over-post-ended = Đồng chí đã thôi giữ chức danh { $title } { $unit }. { $next ->
    [none] Việc đang mở của đơn vị do Ban theo dõi
   *[other] Việc đang mở chuyển sang đ/c { $next }
  }; nếu có nhầm lẫn, mong đồng chí liên hệ Ban. Trân trọng cảm ơn.
hand-over-post-begun = Đồng chí nhận việc của { $unit } từ đ/c { $from }: { $open } việc chưa báo cáo{ $drafts ->
    [0] .
   *[other] , trong đó { $drafts } báo cáo đang soạn dở, ghi đến đâu còn nguyên đến đó.
  } Đồng chí bấm /tasks để xem.
