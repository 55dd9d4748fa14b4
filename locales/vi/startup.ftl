### Vì sao không khởi động được. In cả hai thứ tiếng: lúc đó chưa biết người đọc dùng tiếng nào.

start-error-folder-in-use = Thư mục dữ liệu { $folder } đang do tiến trình khác dùng: { $what }, số { NUMBER($pid, useGrouping: 0) }, máy { $host }, từ { $since }. Dừng tiến trình đó rồi chạy lại, hoặc đặt DATA_DIR sang thư mục khác.
start-error-embedded-version = Cơ sở dữ liệu trong { $folder } thuộc PostgreSQL { $found }, bản này cần PostgreSQL { $wanted }. Dữ liệu chưa bị thay đổi. Chạy phiên bản dondoc trước đây một lần nữa để sao lưu (npm run -s cli -- backup TỆP), rồi bằng phiên bản này chạy một lệnh: npm run -s cli -- restore TỆP --replace; dữ liệu cũ được cất sang bên. Chưa sao lưu kịp: npm run -s cli -- restore latest --replace lấy bản của đêm gần nhất.
start-error-embedded-broken = Không mở được cơ sở dữ liệu trong { $folder }: { $reason }. Sao chép thư mục này để giữ lại, kiểm tra quyền và dung lượng đĩa; nếu vẫn lỗi, phục hồi từ bản sao lưu.
start-error-server-unreachable = Không kết nối được máy chủ cơ sở dữ liệu { $server }: { $reason }. Kiểm tra máy chủ có đang chạy không và biến DATABASE_URL có đúng không.
start-error-server-too-old = Máy chủ cơ sở dữ liệu là PostgreSQL { $version }; cần từ 14 trở lên. Nâng cấp máy chủ, hoặc trỏ DATABASE_URL sang máy chủ khác.
start-error-migration-failed = Bước nâng cấp cơ sở dữ liệu { $name } không chạy được: { $reason }. Bước này đã được hoàn lại, dữ liệu còn nguyên. Khắc phục nguyên nhân rồi chạy lại, hoặc dùng lại phiên bản dondoc trước.
start-error-migration-changed = Tệp prisma/migrations/{ $name } đã bị sửa sau khi chạy trên cơ sở dữ liệu này. Cài lại đúng phiên bản dondoc, không sửa các tệp trong prisma/migrations.
start-error-migration-unknown = Cơ sở dữ liệu đã được một phiên bản dondoc mới hơn nâng cấp (bước { $name }). Dữ liệu còn nguyên. Chạy phiên bản mới đó; hoặc lùi một bước: phiên bản mới đã để lại bản sao lưu dondoc-before-upgrade-… trong BACKUP_DIR, và bằng phiên bản mới, lệnh npm run -s cli -- restore TỆP --replace --as-it-was đưa dữ liệu về đúng bước của phiên bản này.
start-error-sandbox-not-loopback = Bản dùng thử chỉ chạy trên chính máy này, không mở ở địa chỉ { $host }: ai mở trang cũng đóng vai được bất kỳ người nào. Đặt HOST=127.0.0.1, hoặc đặt BOT_TOKEN để chạy bot thật.
start-error-port-in-use = Cổng { NUMBER($port, useGrouping: 0) } ở { $host } đang có chương trình khác dùng. Dừng chương trình đó, hoặc đặt PORT sang cổng khác.
start-error-token-refused = Telegram không nhận BOT_TOKEN: token sai hoặc đã bị thu hồi. Lấy token mới ở @BotFather, ghi vào BOT_TOKEN rồi chạy lại.
start-error-files-elsewhere = Thư mục tệp { $folder } không phải thư mục mà cơ sở dữ liệu này dùng (thiếu hoặc khác mã { $mark }). Gắn đúng thư mục dùng chung vào DATA_DIR rồi chạy lại. Nếu tệp cũ đã mất hẳn: ghi mã trên vào tệp “{ $file }” trong thư mục đó.
start-error-admin-code-short = ADMIN_CODE quá ngắn: cần ít nhất { $least } chữ cái và chữ số. Đổi trong .env, hoặc để trống để máy tự tạo và in ra một mã.
start-error-log-file-closed = Không ghi được tệp nhật ký { $file } ({ $reason }). Sửa LOG_FILE, cấp quyền ghi, hoặc bỏ trống để ghi ra cửa sổ lệnh.
start-error-folder-closed = Không ghi được vào thư mục dữ liệu { $folder } ({ $reason }). Kiểm tra: ổ đĩa có bị gắn chỉ đọc không, người chạy bot có quyền ghi không; hoặc đặt DATA_DIR sang thư mục khác.
start-error-disk-full = Ổ đĩa chứa thư mục dữ liệu { $folder } đã đầy. Dữ liệu còn nguyên. Giải phóng ít nhất 500 MB rồi chạy lại.
start-error-backup-before-upgrade = Phiên bản này cần nâng cấp dữ liệu, và phải sao lưu trước, nhưng không sao lưu được vào { $folder }: { $reason }. Dữ liệu chưa bị thay đổi. Giải phóng đĩa hoặc đặt BACKUP_DIR sang thư mục ghi được rồi chạy lại.
start-word-hang = dondoc không phản hồi suốt { $seconds } giây nên tự kết thúc. Những gì đã báo “đã ghi” vẫn còn; chạy lại là làm tiếp. Nếu ổ đĩa đã đầy, giải phóng ổ đĩa trước.
start-word-database = Cơ sở dữ liệu không ghi tiếp được ({ $reason }) nên dondoc kết thúc ngay. Những gì đã báo “đã ghi” vẫn còn; kiểm tra ổ đĩa (đầy, hỏng, bị gắn chỉ đọc) rồi chạy lại.
start-word-wait = Thư mục dữ liệu { $folder } đang do máy khác giữ ({ $what }, máy { $host }). Chờ tối đa 12 giây xem máy đó còn chạy không.
start-word-upgrade = Đã sao lưu trước khi nâng cấp dữ liệu: { $file }
