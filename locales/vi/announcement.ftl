announcement-headline = 📄 { $plan }
announcement-headline-due = 📄 { $plan } – báo cáo { $due }
announcement-dear = Kính gửi đồng chí { $title } { $unit }:
announcement-sends-file = { $issuer } gửi văn bản { $title } (tệp kèm).
announcement-sends = { $issuer } gửi văn bản { $title }.
announcement-work = Việc của đơn vị: { $work }.
announcement-report = báo cáo
announcement-by-board = { $what } { $when } (Ban đề nghị)
announcement-contact = Đầu mối: đ/c { $name }, { $board }{ $phone ->
    [none] .
   *[other] , ĐT { $phone }.
  }
announcement-please = Mong đồng chí bấm “Đã nhận” để Ban theo dõi. Trân trọng.
announcement-acknowledge = Đã nhận
announcement-acknowledged = ✓ Đã nhận { $date }
announcement-report-button = Báo cáo
announcement-calendar = Lịch
announcement-noted = Đã ghi nhận. Cảm ơn đồng chí.
announcement-noted-before = Đồng chí đã bấm “Đã nhận” trước đó.
announcement-noted-words = Đã ghi: { $unit } đã nhận { $plan }, { $moment }.
announcement-preview = Đây là bản xem trước: đơn vị sẽ thấy đúng như vậy.
announcement-calendar-sent = Mở tệp này để đưa hạn vào lịch của điện thoại.

calendar-report = Hạn báo cáo { $plan }
calendar-task = Hạn thực hiện { $plan }
calendar-event = { $plan }

reminder-before-headline = 🔔 Còn { $days } ngày: báo cáo { $plan }
reminder-before-state = Ban chưa nhận được báo cáo; hạn đến { $until }.
reminder-before-ask = Nếu có vướng mắc, mong đồng chí cho Ban biết sớm. Trân trọng.
reminder-today-headline = ⏰ Hôm nay, { $day }, đến hạn báo cáo { $plan }
reminder-today-state = Ban mong nhận được báo cáo trong hôm nay để kịp tổng hợp.
reminder-today-ask = Đồng chí có thể điền ngay trên điện thoại; bản ký gửi sau. Trân trọng cảm ơn.
reminder-late-headline = Chưa nhận được báo cáo { $plan }
reminder-late-state = { $days ->
    [0] Hạn báo cáo là { $until }; đến nay vừa qua hạn.
   *[other] Hạn báo cáo là { $until }; đến nay đã qua { $days } ngày.
  }
reminder-late-ask = Đề nghị đồng chí quan tâm, gửi trong hôm nay. Trân trọng.
reminder-draft = Báo cáo đang soạn đã có { $answered }/{ $fields } mục, đồng chí có thể làm tiếp.
reminder-contact = Đầu mối: đ/c { $name }{ $phone ->
    [none] .
   *[other] , ĐT { $phone }.
  }
reminder-report = Báo cáo
reminder-nil = Không phát sinh
announcement-withheld = Văn bản lưu hành nội bộ, không gửi tệp qua đây: mong đồng chí nhận bản giấy tại { $place }.
