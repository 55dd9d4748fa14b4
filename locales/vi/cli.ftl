### Lời của dòng lệnh: npm run -s cli -- <lệnh>.

cli-usage =
    Cách dùng: npm run -s cli -- <lệnh>
    Các lệnh làm trên cơ sở dữ liệu mà .env hoặc biến môi trường chỉ ra (DATABASE_URL, DATA_DIR).
cli-usage-of = Cách dùng:
cli-usage-read-plan =
    read-plan [--json | --text] [--ours TÊN]… TỆP…
        Đọc kế hoạch (.docx, .pdf, .txt, .doc, .xlsx, bản quét, ảnh): số, ngày, trích yếu, các mốc thời gian.
        --json  mỗi tệp một dòng JSON     --text  văn bản đã chuẩn hóa
cli-usage-import-units =
    import-units TỆP [--dry-run]
        Nhập danh sách đơn vị từ .xlsx hoặc .csv, cần các cột Mã, Tên, Loại; có thể thêm Trực thuộc, Chức danh.
        --dry-run  xem trước, không ghi gì
cli-usage-import-form =
    import-form TỆP.xlsx [--board KÝ-HIỆU] [--running] [--dry-run]
        Nhận biểu mẫu từ tệp XLSForm: biểu mẫu mới, hoặc bản mới của biểu mẫu có cùng form_id.
        --running  kế hoạch đang thu báo cáo cũng hỏi theo bản mới     --dry-run  xem trước, không ghi gì
cli-usage-export-form =
    export-form MÃ TỆP.xlsx
        Ghi bản mới nhất của một biểu mẫu ra tệp XLSForm; không ghi đè tệp đã có.
cli-usage-invite =
    invite MÃ-ĐƠN-VỊ --post secretary|deputy [--bot TÊN]
    invite --role staff|leader|administrator [--board KÝ-HIỆU] [--bot TÊN]
        Tạo mã mời: dùng một lần, trong 7 ngày.
cli-usage-doctor =
    doctor
        Kiểm tra máy, cấu hình, thư mục dữ liệu, cơ sở dữ liệu, Telegram.
cli-usage-help =
    help
        In hướng dẫn này.

cli-wrong-command = Không có lệnh “{ $command }”.
cli-wrong-option = Không có tùy chọn { $option } ở lệnh này.
cli-wrong-value = Tùy chọn { $option } thiếu giá trị hoặc có giá trị thừa.
cli-wrong-choice = Tùy chọn { $option } chỉ nhận: { $choices }.
cli-wrong-bot = “{ $name }” không phải là tên bot. Tên bot gồm 5 đến 32 chữ cái không dấu, chữ số, dấu gạch dưới.
cli-wrong-file-count = Lệnh này cần đúng một tệp.
cli-wrong-export = Lệnh này cần mã biểu mẫu và tên tệp .xlsx.
cli-wrong-no-file = Lệnh này cần ít nhất một tệp.
cli-wrong-no-arguments = Lệnh này không nhận thêm gì.
cli-wrong-both-forms = Chỉ chọn một trong hai: --json hoặc --text.
cli-wrong-invite = Cần một mã đơn vị với --post, hoặc --role (có thể thêm --board).

cli-file-missing = Không có tệp { $file }.
cli-file-unreadable = Không đọc được tệp { $file }: { $reason }.
cli-file-bug = Gặp lỗi khi đọc tệp { $file }: { $reason }.
cli-folder-in-use = Thư mục dữ liệu { $folder } đang được dùng: { $what }, tiến trình số { $pid }, máy { $host }, từ { $since }. Dừng tiến trình đó, chạy lệnh này, rồi khởi động lại. Nếu muốn chạy lệnh trong khi bot đang chạy, dùng PostgreSQL (DATABASE_URL).
cli-folder-lost = Một tiến trình khác vừa chiếm thư mục dữ liệu, nên lệnh này dừng giữa chừng. Chạy lại khi tiến trình kia đã dừng.
cli-database-folder = Cơ sở dữ liệu: thư mục { $folder }
cli-database-server = Cơ sở dữ liệu: PostgreSQL (DATABASE_URL)
cli-sandbox-apart = Chưa đặt BOT_TOKEN, nên npm start chạy bản dùng thử với dữ liệu riêng; bản đó không thấy những gì lệnh này ghi.

cli-import-sheet = Đọc trang tính “{ $sheet }”.
cli-import-hidden = { $what ->
    [sheet] Bỏ qua trang tính ẩn “{ $sheet }”.
    [rows] Bỏ qua dòng ẩn { $where } (trang tính “{ $sheet }”).
   *[columns] Bỏ qua cột ẩn { $where } (trang tính “{ $sheet }”).
}
cli-import-ignored = Không dùng các cột: { $columns }.
cli-import-problems = Bảng { $name } có { $count } chỗ cần sửa; chưa ghi gì:
cli-import-at-row = dòng { $row }
cli-import-outcome = Thêm { $added }, sửa { $changed }, giữ nguyên { $unchanged } đơn vị.
cli-import-outcome-dry = Chạy thử, chưa ghi gì. Sẽ thêm { $added }, sửa { $changed }, giữ nguyên { $unchanged } đơn vị.
cli-field-name = tên
cli-field-kind = loại
cli-field-head-title = chức danh
cli-field-parent = trực thuộc

cli-invite-code = Mã mời: { $code }
cli-invite-for = Dành cho: { $role }, { $place }
cli-invite-until = Dùng một lần, đến { $until }. Mã chỉ hiện lần này.
cli-invite-link = Liên kết: { $link }
cli-invite-how = Người được mời mở liên kết hoặc quét mã QR; cũng có thể mở bot rồi gõ mã. Sau đó Ban xác nhận người.
cli-invite-how-code = Người được mời mở bot trên Telegram rồi gõ mã. Sau đó Ban xác nhận người.
cli-invite-no-token = Chưa có liên kết và mã QR: đặt BOT_TOKEN, hoặc thêm --bot TÊN.
cli-invite-bot-refused = Chưa có liên kết và mã QR: Telegram không nhận BOT_TOKEN. Kiểm tra token, hoặc thêm --bot TÊN.
cli-invite-bot-unreachable = Chưa có liên kết và mã QR: Telegram chưa trả lời. Thêm --bot TÊN để có ngay.
cli-invite-no-administrator = Chưa có quản trị viên để xác nhận người được mời. Trước hết, một người vào bot bằng ADMIN_CODE: mã này được in ra khi bot khởi động lần đầu, hoặc do biến ADMIN_CODE đặt.
cli-form-unknown = Không có biểu mẫu mang mã { $key }. Các mã hiện có: { $keys }.
cli-file-there = Đã có tệp { $file }: chọn tên khác.
cli-file-unwritable = Không ghi được tệp { $file }: { $reason }.
cli-form-faults = Tệp { $name } có { $count } chỗ cần sửa; chưa ghi gì:
cli-form-new = Biểu mẫu mới “{ $title }”, mã { $key }, { $count } câu.
cli-form-compared = “{ $title }”, so với bản { $version }:
cli-form-same = “{ $title }”: giống hệt bản { $version }, không ghi gì.
cli-form-taken = Đã nhận bản { $version }; { $plans } kế hoạch đang thu báo cáo hỏi theo bản này.
cli-form-dry = Chạy thử, chưa ghi gì.
cli-form-written = Đã ghi “{ $title }”, bản { $version }: { $file }
cli-unit-unknown =
    Không có đơn vị mang mã { $code }. Những mã gần nhất:
    { $near }
cli-units-none = Chưa có đơn vị nào, nên không có mã { $code }. Nhập danh sách trước: npm run -s cli -- import-units TỆP.xlsx
cli-board-unknown = Không có Ban mang ký hiệu { $symbol }. Các ký hiệu hiện có: { $symbols }.
cli-board-which = Có nhiều Ban; thêm --board với một trong các ký hiệu: { $symbols }.

cli-doctor-ok = ok
cli-doctor-problem = LỖI
cli-doctor-fine = Không thấy lỗi nào.
cli-doctor-wrong = Có { $count } lỗi cần xử lý.
cli-doctor-node = Node.js { $version }
cli-doctor-node-old = Node.js { $version }: cần từ { $wanted }. Cài bản mới hơn rồi chạy lại.
cli-doctor-config = Cấu hình: hợp lệ
cli-doctor-config-wrong = Cấu hình: { $mistake }. Sửa trong .env hoặc biến môi trường. Dữ liệu và Telegram chưa được kiểm tra.
cli-doctor-folder = Thư mục dữ liệu { $folder }: ghi được, đĩa còn trống { $free }
cli-doctor-folder-new = Thư mục dữ liệu { $folder }: chưa có, sẽ được tạo khi chạy lần đầu; đĩa còn trống { $free }
cli-doctor-folder-closed = Thư mục dữ liệu { $folder }: không ghi được ({ $reason }). Cấp quyền ghi cho người chạy bot, hoặc đặt DATA_DIR sang thư mục khác.
cli-doctor-folder-full = Thư mục dữ liệu { $folder }: đĩa chỉ còn trống { $free }. Giải phóng ít nhất { $wanted }.
cli-doctor-database = Cơ sở dữ liệu { $place }: mở được, đã áp dụng { $count } bước nâng cấp
cli-doctor-database-new = Cơ sở dữ liệu { $place }: chưa có, sẽ được tạo khi chạy lần đầu
cli-doctor-database-held = Cơ sở dữ liệu { $place }: đang do { $what } dùng (tiến trình số { $pid }, máy { $host }, từ { $since }), nên không mở thêm
cli-doctor-database-bug = Cơ sở dữ liệu { $place }: { $reason }. Kiểm tra quyền và dung lượng đĩa; nếu vẫn lỗi, giữ lại thư mục này và báo người phát triển.
cli-doctor-no-token = BOT_TOKEN: chưa đặt, npm start chạy bản dùng thử
cli-doctor-token = BOT_TOKEN: Telegram nhận, bot là @{ $name }
cli-doctor-token-unreachable = Telegram ({ $root }): không trả lời trong 5 giây. Kiểm tra mạng, tường lửa, biến TELEGRAM_API_ROOT.
cli-doctor-zone = Múi giờ { $zone }: bây giờ là { $now }
cli-doctor-zone-wrong = Múi giờ { $zone }: Node.js này thiếu dữ liệu múi giờ. Cài bản Node.js chính thức, có đủ ICU.
cli-doctor-locales = Lời văn: { $locales }
cli-doctor-locales-wrong = Lời văn: thiếu { $keys }. Cài lại đúng phiên bản dondoc.
cli-doctor-bot-off = Bot: hiện không chạy ({ $place }). Chạy bot rồi gõ lại doctor để kiểm tra cả lúc đang chạy.
cli-doctor-bot-other = Cổng { $place }: có chương trình trả lời nhưng không phải bot này, hoặc bot không nhận tên máy. Xem PORT, ADMIN_HOST trong .env; tắt chương trình kia hoặc đổi PORT.
cli-doctor-bot-says = Bot báo: { $text }
cli-doctor-bot-token-fine = Bot đang chạy: Telegram nhận token
cli-doctor-bot-token-wrong = Bot đang chạy: Telegram không nhận token. Lấy lại token từ @BotFather, sửa BOT_TOKEN trong .env rồi khởi động lại.
cli-doctor-bot-start-fine = Bot đang chạy: đã khởi động xong
cli-doctor-bot-start-wrong = Bot đang chạy: chưa khởi động xong vì Telegram chưa trả lời. Kiểm tra mạng và tường lửa tới api.telegram.org (cổng 443); bot tự thử lại.
cli-doctor-bot-poller-fine = Bot đang chạy: không có máy nào khác dùng cùng token
cli-doctor-bot-poller-wrong = Bot đang chạy: máy khác đang dùng cùng token (409). Tìm và tắt bản kia; nếu không biết ở đâu, đổi token bằng @BotFather.
cli-doctor-bot-heard-fine = Bot đang chạy: Telegram vẫn trả lời
cli-doctor-bot-heard-wrong = Bot đang chạy: { $seconds } giây nay Telegram không trả lời. Kiểm tra mạng, tường lửa, giờ của máy.
cli-doctor-bot-queue-fine = Bot đang chạy: không có tin nào bị kẹt
cli-doctor-bot-queue-wrong = Bot đang chạy: { $waiting } tin chờ gửi, tin lâu nhất đã { $minutes } phút. Xem nhật ký; nếu mạng vẫn tốt thì khởi động lại bot, tin không mất.
cli-doctor-bot-database-fine = Bot đang chạy: cơ sở dữ liệu trả lời
cli-doctor-bot-database-wrong = Bot đang chạy: cơ sở dữ liệu không trả lời. Kiểm tra dung lượng đĩa; với PostgreSQL, kiểm tra máy chủ và DATABASE_URL; sau đó khởi động lại bot.
cli-doctor-web-none = Trang web: chưa đặt WEB_URL, bot chạy không có trang (xem docs/https.md)
cli-doctor-web-off = Trang web: bot chưa chạy nên chưa thử được WEB_URL
cli-doctor-web-plain = Trang web: { $url } không phải https, câu trả lời đi trên mạng không được mã hóa. Đặt https (xem docs/https.md).
cli-doctor-web-here = Trang web: từ máy này mở được { $url }
cli-doctor-web-not-here = Trang web: từ máy này không mở được { $url } ({ $reason }). Nhiều mạng nội bộ vẫn thế dù bên ngoài mở được: thử bằng điện thoại dùng 4G.
cli-doctor-web-status = Trang web: { $url } trả lời { $status } nhưng không phải từ bot này. Máy chủ trung gian phải chuyển /f/ tới đúng cổng và giữ nguyên Host.
cli-doctor-web-no-terminal = Trang web: chạy doctor trong cửa sổ lệnh để thử bằng điện thoại
cli-doctor-web-question = Tắt Wi-Fi trên điện thoại, dùng 4G quét mã trên rồi gõ 4 chữ số trang hiện ra (Enter: không mở được):
cli-doctor-web-seen = Trang web: điện thoại ở ngoài mở được, đúng bot này
cli-doctor-web-unseen = Trang web: điện thoại không mở được { $url }. Kiểm tra tên miền, chứng chỉ https, cổng 443 và máy chủ trung gian (xem docs/https.md).
cli-doctor-web-elsewhere = Trang web: số gõ lại không đúng, có thể { $url } dẫn tới máy khác. Kiểm tra tên miền trỏ về đâu.

cli-wrong-backup = Lệnh này cần tên tệp sao lưu.
cli-wrong-restore = Lệnh này cần tên tệp sao lưu, hoặc chữ latest.
cli-bot-gone = Bot vừa dừng, lệnh chưa xong. Chạy lại lệnh này.
cli-folder-wait = Thư mục dữ liệu { $folder } đang do máy khác giữ ({ $what }, máy { $host }); chờ tối đa 12 giây.
cli-database-bot = Cơ sở dữ liệu: bot đang chạy trên thư mục { $folder }, lệnh làm qua bot
cli-database-fatal = Cơ sở dữ liệu không ghi tiếp được: { $reason }. Kiểm tra ổ đĩa rồi chạy lại.
cli-usage-backup =
    backup TỆP
        Sao lưu toàn bộ dữ liệu và tệp vào một tệp, kể cả khi bot đang chạy; không ghi đè tệp đã có.
        Đặt BACKUP_PASSPHRASE thì bản sao lưu được mã hóa (định dạng age) và giữ cả khóa của các trang báo cáo.
cli-usage-restore =
    restore TỆP|latest [--replace] [--as-it-was]
        Phục hồi vào thư mục dữ liệu hoặc PostgreSQL còn trống, từ bản sao lưu của nơi này hay nơi kia.
        latest       bản mới nhất trong BACKUP_DIR
        --replace    thư mục đã có dữ liệu: dữ liệu đang có được cất sang bên, không xóa
        --as-it-was  giữ đúng bước nâng cấp của bản sao lưu, để chạy lại phiên bản dondoc trước
cli-backup-from-bot = Bot đang chạy: sao lưu trong khi bot vẫn làm việc.
cli-backup-done = Đã sao lưu { $rows } dòng và { $files } tệp ({ $size }): { $file }
cli-backup-missing-files = Lưu ý: { $count } tệp có trong sổ nhưng không còn nguyên trong thư mục tệp, nên bản sao lưu không có.
cli-backup-sealed = Bản sao lưu đã được mã hóa. Mất BACKUP_PASSPHRASE thì không ai mở được nữa: giữ mật khẩu ở nơi khác.
cli-backup-plain = Bản sao lưu không mã hóa: ai có tệp này đọc được mọi báo cáo. Khóa của các trang báo cáo không nằm trong đó. Đặt BACKUP_PASSPHRASE để mã hóa.
cli-backup-nothing = Chưa có dữ liệu nào trong { $folder } để sao lưu.
cli-backup-foreign = Tệp { $file } không phải bản sao lưu của dondoc.
cli-backup-newer = Bản sao lưu { $file } do phiên bản dondoc mới hơn làm ra ({ $program }). Cài phiên bản đó rồi phục hồi.
cli-backup-half = Bản sao lưu { $file } bị cụt: thiếu phần cuối. Chưa ghi gì. Lấy lại tệp đầy đủ, hoặc dùng bản khác.
cli-backup-damaged = Bản sao lưu { $file } bị hỏng ({ $piece }). Chưa ghi gì. Lấy lại tệp, hoặc dùng bản khác.
cli-backup-passphrase-wanted = Bản sao lưu { $file } được mã hóa. Đặt mật khẩu vào biến BACKUP_PASSPHRASE rồi chạy lại.
cli-backup-passphrase-wrong = BACKUP_PASSPHRASE không mở được bản sao lưu { $file }: mật khẩu sai.
cli-backup-not-empty = Nơi này đã có dữ liệu (đã có người đăng ký), nên chưa ghi gì. Thư mục dữ liệu: thêm --replace, dữ liệu đang có được cất sang bên. PostgreSQL: tạo cơ sở dữ liệu trống khác và trỏ DATABASE_URL sang đó.
cli-backup-disk-full = Ổ đĩa đã đầy khi ghi { $file }. Phần ghi dở đã được xóa. Giải phóng ổ đĩa hoặc chọn nơi khác.
cli-backup-file-there = Đã có tệp { $file }: chọn tên khác.
cli-backup-unwritable = Không đọc hoặc ghi được { $file }: { $reason }. Kiểm tra thư mục và quyền.
cli-backup-missing = Không có tệp { $file }.
cli-restore-no-backup = Trong { $folder } chưa có bản sao lưu nào.
cli-restore-from = Phục hồi từ { $file }
cli-restore-done = Đã phục hồi { $rows } dòng và { $files } tệp, từ bản sao lưu lúc { $made }.
cli-restore-aside = Dữ liệu đang có được cất ở { $folder }; xóa thư mục đó khi không cần nữa.
cli-restore-no-key = Bản sao lưu không có khóa của các trang báo cáo: nếu nơi này không còn khóa cũ thì các liên kết đã gửi không mở được nữa, đơn vị xin liên kết mới trong chat.
cli-restore-as-it-was = Dữ liệu ở đúng bước của dondoc { $program }: chạy phiên bản đó.
cli-restore-bot-again = Bot đang chạy tự dừng, nhận dữ liệu phục hồi và chạy tiếp.
cli-doctor-backup = Bản sao lưu gần nhất: { $when } ({ $file })
cli-doctor-backup-none = Bản sao lưu: chưa có trong { $folder }; bot sao lưu lúc 2 giờ 30 mỗi đêm
cli-doctor-backup-old = Bản sao lưu gần nhất đã cũ: { $when } ({ $file }). Xem nhật ký của bot, kiểm tra ổ đĩa và BACKUP_DIR; sao lưu ngay: npm run -s cli -- backup TỆP
