words-which-acknowledge = Có { $count } kế hoạch đồng chí chưa xác nhận. Đã nhận kế hoạch nào?
words-which-nil = Có { $count } báo cáo có thể ghi “Không phát sinh”. Đồng chí chọn báo cáo nào?
words-which-report = Có { $count } báo cáo như vậy. Đồng chí chọn báo cáo nào?
words-which-extend = Có { $count } báo cáo như vậy. Đồng chí xin gia hạn báo cáo nào?
words-none-acknowledge = Hiện không có kế hoạch nào chờ đồng chí xác nhận. Việc cần làm: /tasks.
words-none-nil = Hiện không có báo cáo nào có thể ghi “Không phát sinh”. Việc cần làm: /tasks.
words-none-report = Hiện không có báo cáo nào như vậy cần gửi. Việc cần làm: /tasks.
words-none-extend = Hiện không có báo cáo nào như vậy để xin gia hạn. Việc cần làm: /tasks.
