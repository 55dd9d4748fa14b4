common-back = ‹ Trở lại
common-done = Xong
common-page = { $page }/{ $pages }
common-and-more = … và { $count } nữa

mishap-bug = Hệ thống vừa gặp lỗi, việc của đồng chí chưa được ghi. Mong đồng chí thử lại; nếu vẫn lỗi, báo Ban số { $number }.
mishap-saved = Việc của đồng chí đã được ghi, nhưng hệ thống gặp lỗi khi trả lời. Mong đồng chí gõ /start để xem tiếp; nếu vẫn lỗi, báo Ban số { $number }.
mishap-unsure = Hệ thống vừa gặp lỗi, chưa rõ việc của đồng chí đã được ghi hay chưa. Mong đồng chí gõ /start để xem lại trước khi gửi thêm; nếu vẫn lỗi, báo Ban số { $number }.

fallback-unit = Tin này chưa ứng với mục nào. Đồng chí bấm /tasks để xem việc cần làm, /report để báo cáo, /help để được hướng dẫn.
fallback-board = Tin này chưa ứng với việc nào. Đồng chí bấm /broadcast để gửi kế hoạch, /plans để xem các kế hoạch đã gửi, /help để được hướng dẫn.
