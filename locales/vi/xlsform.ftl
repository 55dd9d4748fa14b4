problem-xls-no-survey = Không thấy trang tính “survey” (trong tệp có: { $sheets }). Đồng chí đặt tên trang có các câu hỏi là survey.
problem-xls-sheet-refused = Trang “{ $sheet }” chưa dùng được ở đây. Đồng chí xóa trang này và đưa các lựa chọn vào trang choices.
problem-xls-column-missing = Thiếu cột “{ $column }”. Đồng chí thêm cột này vào hàng tiêu đề.
problem-xls-column-twice = Cột “{ $column }” có hai lần. Đồng chí xóa bớt một cột.
problem-xls-column-unknown = Không có cột riêng nào tên “{ $column }”. Đồng chí sửa lại tên cột, hoặc xóa cột.
problem-xls-column-refused = Cột “{ $column }” chưa dùng được ở đây. Đồng chí để trống ô này.
problem-xls-column-kind = Cột “{ $column }” không dùng cho loại “{ $type }”. Đồng chí để trống ô này.
problem-xls-cell-empty = Thiếu nội dung ở cột “{ $column }”.
problem-xls-cell-long = Dài quá { $max } ký tự. Đồng chí viết ngắn lại.
problem-xls-no-title = Thiếu tên biểu mẫu. Đồng chí ghi tên vào cột form_title của trang settings.
problem-xls-form-id = form_id “{ $text }” chưa đúng: chỉ dùng chữ không dấu, số, dấu chấm, gạch; nhiều nhất 40 ký tự.
problem-xls-no-questions = Biểu mẫu chưa có câu hỏi nào.
problem-xls-too-many = Nhiều hơn { $max } câu hỏi. Đồng chí tách thành nhiều biểu mẫu.
problem-xls-type = Chưa rõ loại câu hỏi “{ $type }”. Dùng: text, integer, decimal, range, date, select_one, select_multiple, image, file, note, calculate, acknowledge, begin_repeat, begin_group.
problem-xls-type-refused = { $remedy ->
    [media] Loại “{ $type }” chưa nhận được qua đây. Đồng chí dùng file hoặc image.
    [place] Loại “{ $type }” (vị trí) chưa nhận được qua đây. Đồng chí dùng text và hỏi địa chỉ.
    [time] Loại “{ $type }” chưa có ở đây. Đồng chí dùng date, hoặc text nếu cần giờ.
    [meta] Hàng “{ $type }” không cần: ai báo cáo, lúc nào, hệ thống đã ghi. Đồng chí xóa hàng này.
   *[file] Loại “{ $type }” chưa có ở đây. Đồng chí đưa các lựa chọn vào trang choices và dùng select_one.
  }
problem-xls-kind = dondoc_kind “{ $kind }” không đi với loại “{ $type }”. Dùng: percent với decimal; year với integer; days, unit, person với text; choice với select_one.
problem-xls-name = Tên “{ $name }” chưa dùng được: chữ thường không dấu, số và dấu _, bắt đầu bằng chữ, nhiều nhất 32 ký tự. Ví dụ: { $near }
problem-xls-name-unknown = Không có câu hỏi nào tên “{ $name }” ở mức này. Đồng chí xem lại cột name (cột trong nhóm lặp không gọi được từ ngoài).
problem-xls-name-number = “{ $name }” không phải câu hỏi về số phù hợp ở đây.
problem-xls-name-private = “{ $name }” là câu riêng tư: câu không riêng tư không dùng đến nó được. Đồng chí đặt cả câu này là riêng tư, hoặc bỏ “{ $name }” ở đây.
problem-xls-twice = “{ $text }” đã có ở hàng { $row }. Đồng chí đặt tên khác.
problem-xls-list-missing = “{ $type }” chưa ghi tên danh sách. Đồng chí ghi tên danh sách của trang choices sau loại, ví dụ: select_one hinh_thuc
problem-xls-list-unknown = Trang choices không có danh sách “{ $list }”. Đồng chí thêm các lựa chọn, hoặc sửa tên danh sách.
problem-xls-list-long = Danh sách “{ $list }” có nhiều hơn { $max } lựa chọn. Đồng chí rút bớt, hoặc hỏi bằng text.
problem-xls-other-several = Chọn nhiều mục chưa đi cùng “or_other”. Đồng chí thêm lựa chọn “Khác” và một câu text.
problem-xls-flag = “{ $text }”: chỗ này chỉ ghi yes hoặc no.
problem-xls-number = “{ $text }”: chỗ này cần một số từ { $min } đến { $max }.
problem-xls-crossed = Số nhỏ nhất ({ $min }) lớn hơn số lớn nhất ({ $max }).
problem-xls-parameters = “{ $text }”: ghi như start=0 end=10, số đầu không lớn hơn số cuối.
problem-xls-total = “{ $text }”: chỗ này chỉ ghi sum (cộng), last (số ở kỳ cuối), mean (bình quân) hoặc none (không cộng).
problem-xls-total-fault = { $fault ->
    [kind] Chỉ cộng được câu số. Đồng chí để trống ô này, hoặc ghi none.
    [share] Tỷ lệ không cộng, không lấy bình quân: hệ thống tính từ các tổng. Đồng chí để trống ô này, hoặc ghi none.
    [part] Số này đã nằm trong một số khác của cùng tổng, cộng vào thì đếm hai lần. Đồng chí để trống ô này.
   *[together] Tổng chung chỉ gồm những câu số được cộng và không riêng tư. Đồng chí để trống ô này.
  }
problem-xls-sentence = “{ $text }”: câu viết số liệu chỉ dùng được câu số không riêng tư của biểu mẫu này, như { "$" }{ "{" }du_hoc{ "}" }; dấu % (như { "$" }{ "{" }du_hoc%{ "}" }) chỉ dùng với số có giới hạn dondoc_not_more_than.
problem-xls-rule = Công thức chưa đọc được: “{ $rule }”, ở { $at }. Dùng được: + - * div mod; = < > <= >=; and, or, not; selected, if, round, coalesce, min, max, count, count-selected, string-length, number.
problem-xls-rule-own = Câu trả lời của chính câu này viết là dấu chấm, không viết “{ $name }”.
problem-xls-circle = Điều kiện của “{ $name }” dẫn vòng trở lại chính nó.
problem-xls-default = Giá trị có sẵn “{ $text }” chưa dùng được. Ghi một giá trị, tổng các câu số, hoặc last-saved của chính câu này.
problem-xls-label-reference = Chưa chèn được câu trả lời khác ({ $text }) vào lời hỏi. Đồng chí viết lời hỏi không có phần này.
problem-xls-readonly = Câu chỉ đọc mà không có công thức thì không ai trả lời được. Đồng chí thêm calculation, hoặc bỏ read_only.
problem-xls-calculation = Loại “{ $type }” không dùng calculation. Đồng chí đổi loại thành calculate, hoặc đặt read_only là yes.
problem-xls-note-last = Sau lời dẫn này không có câu hỏi nào. Lời dẫn được đặt trên câu hỏi liền sau nó.
problem-xls-note-rule = Lời dẫn (note) chưa có điều kiện riêng. Đồng chí để trống ô này, hoặc ghi lời dẫn vào hint của câu hỏi.
problem-xls-nested = Trong nhóm lặp chưa đặt được nhóm khác. Đồng chí tách thành hai nhóm nối tiếp.
problem-xls-open = { $what ->
    [repeat] Nhóm lặp này chưa kết thúc. Đồng chí thêm hàng end_repeat.
   *[other] Nhóm này chưa kết thúc. Đồng chí thêm hàng end_group.
  }
problem-xls-end = { $what ->
    [repeat] end_repeat không khớp với begin_repeat nào.
   *[other] end_group không khớp với begin_group nào.
  }
problem-xls-group-empty = Nhóm lặp chưa có câu hỏi nào bên trong.
problem-xls-group-wide = Nhóm lặp có nhiều hơn { $max } cột.
problem-xls-in-group-type = Trong nhóm lặp chỉ dùng text, integer, decimal, date, select_one; chưa dùng “{ $type }”.
problem-xls-in-group-column = Trong nhóm lặp chưa dùng cột “{ $column }”. Đồng chí để trống ô này.
problem-xls-form = Hàng này chưa dùng được: { $text }
