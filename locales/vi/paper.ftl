paper-none = { $unit } không còn việc nào phải báo cáo.
paper-tasks = { $unit }: chọn việc để tạo liên kết, in phiếu, hoặc nhập bản giấy.
paper-task = Báo cáo { $plan } · { $unit } (mã { $code })
paper-link-line = 🔗 Trang của đ/c { $name }, đến { $until } ({ $opened ->
    [yes] đã mở
   *[no] chưa mở
  })
paper-make-link = Tạo liên kết trang web
paper-revoke = Thu hồi liên kết
paper-revoked = { $count ->
    [0] Không có liên kết nào đang mở.
   *[other] Đã thu hồi { $count } liên kết.
  }
paper-sheet = Phiếu giấy A4
paper-sheet-caption = Phiếu để { $unit } điền tay, ký, gửi về. Nhận lại thì bấm “Nhập từ bản giấy”.
paper-enter = Nhập từ bản giấy
paper-when = Ban nhận bản giấy báo cáo { $plan } của { $unit } ngày nào? Báo cáo được tính theo ngày đó.
paper-entering = ✍️ Nhập hộ báo cáo { $plan } của { $unit }, bản giấy nhận { $day }. Sổ ghi rõ ai nhập.
paper-stop = Thôi nhập
paper-stopped = Đã thôi nhập; phần vừa nhập không giữ lại.
paper-link =
    🔗 Trang báo cáo của đ/c { $name }, { $unit } ({ $plan }):

    { $url }

    Mở được đến { $until }. Chỉ chuyển cho đúng người; liên kết chỉ hiện lần này.
paper-own-link =
    🔗 Trang báo cáo { $plan } của đồng chí, { $unit }:

    { $url }

    Mở được đến { $until }. Đồng chí không chuyển cho người khác.
paper-own-which = Mở trang web cho việc nào?
paper-own-button = Mở trang web
paper-qr = Mã QR mở trang báo cáo của { $unit }: in ra hoặc dùng camera quét.
paper-print-caption = Bản in để ký, đóng dấu. Số văn bản để trống; mong đồng chí kiểm tra thể thức trước khi ký.
paper-print = Bản in

sheet-title = PHIẾU BÁO CÁO { $plan }
sheet-unit = Đơn vị
sheet-code = Mã
sheet-how-to = Mong đồng chí điền các mục dưới đây, ký tên và gửi về Ban. Ô vuông: đánh dấu x.
sheet-other = Hoặc ghi:
sheet-optional = nếu có
sheet-signed = Người báo cáo (ký, ghi rõ họ tên)
sheet-yes = Có
sheet-no = Không
