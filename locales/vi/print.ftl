print-kind = Kế hoạch
print-plan = { $kind }{ $number ->
    [none] { "" }
   *[other] { " " }số { $number }
  }{ $issued ->
    [none] { "" }
   *[other] , ngày { $issued }
  }{ $issuer ->
    [none] { "" }
   *[other] { " " }của { $issuer }
  } về { $title }
print-subject = kết quả thực hiện việc { $title }
print-opening = Thực hiện { $plan }, { $unit } báo cáo kết quả như sau:
print-nil = Trong kỳ báo cáo, đơn vị không phát sinh nội dung phải báo cáo.
print-closing = Trên đây là báo cáo của đơn vị.
print-attached = { $count } tệp gửi kèm.
print-private = (mục riêng tư, ghi tay khi in, hoặc tải từ trang riêng)
print-report-to = { $board } (b/c)
print-filed = Lưu { $unit }
sheet-private = riêng tư: ghi vào tờ riêng, cho vào phong bì
sheet-several = đánh dấu được nhiều ô
sheet-most = nhiều nhất { $count }
