verify-ask = Please type the look-up code of the receipt, for example 100-017-1.
verify-head = 🧾 Receipt, code { $code }
verify-unit = Unit: { $unit } (sent by { $sender })
verify-plan = { $plan }: { $title }
verify-when = Version { $version }, sent { $moment }: { $timeliness }
verify-newer = The unit has sent a newer version, code { $code }.
verify-answers = SHA-256 of the answers: { $sha256 }
verify-file = 📎 { $name }: { $sha256 }
verify-file-awaited = 📎 { $name }: being fetched
verify-file-private = 🔒 A private file (not named here)
verify-seal = { $files ->
    [0] SHA-256 of the whole report: { $sha256 }
    [one] SHA-256 of the whole report with 1 file: { $sha256 }
   *[other] SHA-256 of the whole report with { $files } files: { $sha256 }
  }
verify-awaited = { $count ->
    [one] 1 file is being fetched; the SHA-256 of the whole report follows once it is here.
   *[other] { $count } files are being fetched; the SHA-256 of the whole report follows once they are here.
  }
verify-signed = Signed copy, received { $moment }:
verify-agrees = ✅ Computed again: the stored data agree with the receipt.
verify-differs = ⚠️ Computed again: the stored data do NOT agree with the receipt. Please tell the administrator.
verify-no-number = The look-up code is not a document number.
