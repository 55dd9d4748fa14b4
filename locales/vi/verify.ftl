verify-ask = Đồng chí gõ mã tra cứu trên phiếu tiếp nhận, ví dụ 100-017-1.
verify-head = 🧾 Phiếu tiếp nhận, mã { $code }
verify-unit = Đơn vị: { $unit } (người gửi: { $sender })
verify-plan = { $plan }: { $title }
verify-when = Gửi lần { $version }, { $moment }: { $timeliness }
verify-newer = Đơn vị đã gửi bản mới hơn, mã { $code }.
verify-answers = SHA-256 của câu trả lời: { $sha256 }
verify-file = 📎 { $name }: { $sha256 }
verify-file-awaited = 📎 { $name }: đang tải về
verify-file-private = 🔒 Một tệp riêng tư (không nêu tên)
verify-seal = { $files ->
    [0] SHA-256 của cả báo cáo: { $sha256 }
   *[other] SHA-256 của cả báo cáo, kể cả { $files } tệp: { $sha256 }
  }
verify-awaited = Còn { $count } tệp đang tải về; SHA-256 của cả báo cáo có sau khi nhận đủ.
verify-signed = Bản có chữ ký, nhận lúc { $moment }:
verify-agrees = ✅ Đã tính lại: dữ liệu đang lưu khớp với phiếu.
verify-differs = ⚠️ Đã tính lại: dữ liệu đang lưu KHÔNG khớp với phiếu. Đề nghị báo quản trị viên.
verify-no-number = Mã tra cứu không phải là số văn bản.
