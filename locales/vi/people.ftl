people-role-staff = Chuyên viên
people-role-leader = Lãnh đạo Ban
people-role-administrator = Quản trị viên
people-seat-secretary = người đứng đầu
people-seat-deputy = cấp phó
people-no-units = Chưa có đơn vị nào. Người quản trị nhập danh sách bằng lệnh: npm run -s cli -- import-units TỆP.xlsx
people-invite =
    Mời ai? Có { $units } đơn vị, { $without } đơn vị chưa có người dùng bot.
    ● đã có   ○ chưa có
people-invite-board = Mời người của Ban
people-invite-post = Mời vào { $unit }:
people-holder = Hiện nay: { $title }, đ/c { $name }
people-post-secretary = { $title }
people-post-deputy = Phó { $title }
people-invite-role = Mời vào Ban với vai trò nào?
people-invitation =
    Mã mời { $role }, { $place }:

    { $code }

    Mở liên kết { $link } hoặc gõ mã vào khung chat của bot.
    Dùng một lần, đến { $until }. Mã chỉ hiện lần này. Sau khi dùng mã, Ban còn phải xác nhận người.
people-qr = Mã QR mời vào { $place }: dùng camera điện thoại quét.
people-invited-already = Mã mời này đã được tạo. Nếu chưa kịp chép lại, đồng chí tạo mã khác bằng /invite.
people-enrolment = 👤 { $name } xin dùng bot
people-enrolment-seat = Với tư cách: { $seat }, { $place }
people-enrolment-when = Lúc { $when }
people-enrolment-present = Hiện nay đ/c { $name } đang giữ chức danh này; xác nhận thì đ/c { $name } thôi giữ, việc đang mở chuyển sang người mới.
people-enrolment-same = Trùng tên với đ/c { $name }, người đang giữ chức danh này và đã dùng bot từ một tài khoản khác: cùng một người?
people-enrolment-confirmed = ✅ Đã xác nhận (đ/c { $by }).
people-enrolment-refused = Không xác nhận (đ/c { $by }).
people-confirm = Đúng người, xác nhận
people-same = Cùng một người, thêm tài khoản
people-another = Người khác, xác nhận
people-refuse = Không phải
people-told-refused = Ban chưa xác nhận được đồng chí. Mong đồng chí liên hệ Ban để được cấp mã khác.
people-told-unit = ✅ Ban đã xác nhận: { $title } { $unit }. Đồng chí bấm /tasks để xem việc cần làm.
people-told-board = ✅ Đã được xác nhận. Đồng chí bấm /help để xem các lệnh.
people-list =
    Đơn vị: { $units }; chưa liên lạc được qua ứng dụng: { $silent }.
    ● có người dùng   ◐ có tên, chưa dùng   ○ chưa có ai
people-show-silent = Chỉ xem đơn vị chưa liên lạc được ({ $count })
people-show-all = Xem tất cả
people-unit = { $name } ({ $code }, { $kind })
people-unit-nobody = Chưa ghi ai giữ chức danh.
people-unit-owes = { $count ->
    [0] Không còn việc nào phải báo cáo.
   *[other] Còn { $count } việc phải báo cáo.
  }
people-line = { $title }: đ/c { $name }{ $phone ->
    [none] { "" }
   *[other] , ĐT { $phone }
  } { $reach ->
    [yes] (đang dùng bot)
    [blocked] (đã chặn bot)
   *[none] (chưa dùng bot)
  }
people-name-head = Ghi tên { $title }
people-change-head = Đổi { $title }
people-name-deputy = Thêm cấp phó
people-invite-unit = Mời dùng bot
people-unit-tasks = Việc đang mở: liên kết, phiếu giấy
people-holder-of = { $unit }
people-edit-name = Sửa họ tên
people-edit-phone = Sửa điện thoại
people-promote = Giao giữ chức danh { $title }
people-end = Thôi giữ chức danh
people-end-ask = Đ/c { $name } thôi giữ chức danh? Quyền vào việc của đơn vị đóng ngay; việc đang mở chuyển sang người còn lại của đơn vị.
people-end-sure = Đúng, thôi giữ { $title }
people-end-not = ‹ Không
people-ended = Đã ghi: thôi giữ chức danh.
people-ask-secretary = Đồng chí gõ họ tên người đứng đầu, có thể kèm số điện thoại. Ví dụ: Nguyễn Văn An, 0900 000 000. Người đang giữ chức danh này, nếu có, thôi giữ.
people-ask-deputy = Đồng chí gõ họ tên cấp phó, có thể kèm số điện thoại.
people-ask-name = Đồng chí gõ họ tên đúng của đ/c { $name }.
people-ask-phone = Đồng chí gõ số điện thoại của đ/c { $name }, hoặc “không” để bỏ trống.
people-guesses = ⚠️ Từ { $from } đã có { $count } lần gõ sai mã mời, từ nhiều tài khoản. Có thể có người đang dò mã. Đến { $until } bot không nhận mã nào; mã đã phát vẫn còn nguyên. Nếu hôm nay Ban không mời nhiều người, đồng chí báo người phụ trách máy.
