/**
 * A stand-in for the sandbox channel: a bot that echoes, with buttons, an edit, a broadcast that shows its
 * progress, and files. `release` says when slow things go on, so that tests wait for nothing by the clock.
 */
import type {
  ChatButton,
  ChatFile,
  ChatMessage,
  SandboxEvent,
  SandboxPerson,
  SandboxPort,
  StoredFile,
} from "../../src/web/sandbox-port.ts";

export const hostileName = `Trần <img src=x onerror="window.hacked=1"> Bình`;
export const hostileText = `<script>window.hacked=1</script><b onclick="window.hacked=1">đậm</b> javascript:alert(1)`;
export const hostileFile = `ke-hoach"><img src=x onerror=window.hacked=1>.docx`;

export const demoPeople: SandboxPerson[] = [
  { id: 101, name: "Nguyễn Thị Lan", role: "staff", title: "Chuyên viên", unit: "Ban Tuyên giáo và Dân vận" },
  { id: 102, name: "Lê Quang Minh", role: "leader", title: "Trưởng ban", unit: "Ban Tuyên giáo và Dân vận" },
  { id: 103, name: "Phạm Văn Hải", role: "administrator", title: "Quản trị", unit: "Văn phòng Đảng ủy" },
  { id: 201, name: "Trần Văn Bình", role: "secretary", title: "Bí thư", unit: "Chi bộ Sở Nội vụ" },
  {
    id: 202,
    name: "Võ Thị Hồng Hạnh",
    role: "secretary",
    title: "Bí thư",
    unit: "Đảng bộ Sở Giáo dục và Đào tạo",
  },
  { id: 203, name: "Đặng Hữu Phước", role: "secretary", title: "Bí thư", unit: "Chi bộ Sở Tư pháp" },
  {
    id: 204,
    name: "Huỳnh Ngọc Ánh",
    role: "secretary",
    title: "Bí thư",
    unit: "Chi bộ Báo và Đài Phát thanh",
  },
  { id: 205, name: "Bùi Thanh Tùng", role: "deputy", title: "Phó Bí thư", unit: "Chi bộ Sở Nội vụ" },
  { id: 206, name: "Đỗ Kim Oanh", role: "secretary", title: "Bí thư Đoàn", unit: "Đoàn Thanh niên" },
  { id: 901, name: "Người lạ", role: "stranger", title: "", unit: null },
];

export class FakePort implements SandboxPort {
  now = new Date("2024-04-22T07:05:00Z");
  moved = false;
  restarts = 0;
  readonly taps: string[] = [];
  readonly moves: (string | null)[] = [];
  /** What moveClock waits for; tests put a promise here to see the page while jobs run. */
  gate: Promise<void> = Promise.resolve();
  private everyone = demoPeople.map((person) => ({ ...person }));
  private chats = new Map<number, ChatMessage[]>();
  private files = new Map<string, StoredFile>();
  private listeners = new Set<(event: SandboxEvent) => void>();
  private next = 1;

  get listening(): number {
    return this.listeners.size;
  }

  emit(event: SandboxEvent): void {
    for (const listener of this.listeners) listener(event);
  }

  say(
    personId: number,
    text: string,
    buttons: ChatButton[][] = [],
    file: ChatFile | null = null,
  ): ChatMessage {
    return this.add(personId, "bot", text, buttons, file);
  }

  edit(personId: number, id: number, text: string, buttons?: ChatButton[][]): void {
    const message = this.of(personId).find((one) => one.id === id);
    if (!message) return;
    Object.assign(message, { text, buttons: buttons ?? message.buttons, editedAt: this.now.toISOString() });
    this.emit({ kind: "edit", personId, message: structuredClone(message) });
  }

  remove(personId: number, id: number): void {
    const chat = this.of(personId);
    const at = chat.findIndex((one) => one.id === id);
    const [message] = chat.splice(at, 1);
    if (message) this.emit({ kind: "delete", personId, message });
  }

  store(file: StoredFile, photo = false): ChatFile {
    const id = `f${this.files.size + 1}`;
    this.files.set(id, file);
    return { id, name: file.name, size: file.bytes.length, mime: file.mime, photo };
  }

  rename(personId: number, name: string): void {
    const person = this.everyone.find((one) => one.id === personId);
    if (person) person.name = name;
    this.emit({ kind: "people" });
  }

  private of(personId: number): ChatMessage[] {
    const chat = this.chats.get(personId) ?? [];
    this.chats.set(personId, chat);
    return chat;
  }

  private add(
    personId: number,
    from: "bot" | "person",
    text: string,
    buttons: ChatButton[][] = [],
    file: ChatFile | null = null,
  ): ChatMessage {
    const at = this.now.toISOString();
    const message: ChatMessage = { id: this.next++, from, text, at, editedAt: null, buttons, file };
    this.of(personId).push(message);
    this.emit({ kind: "message", personId, message: structuredClone(message) });
    return message;
  }

  async people(): Promise<SandboxPerson[]> {
    return structuredClone(this.everyone);
  }

  async chat(personId: number): Promise<ChatMessage[]> {
    return structuredClone(this.of(personId));
  }

  async commands(personId: number): Promise<{ command: string; description: string }[]> {
    const common = [
      { command: "start", description: "Bắt đầu" },
      { command: "help", description: "Trợ giúp" },
      { command: "cancel", description: "Dừng việc đang làm" },
    ];
    if (personId >= 900) return common;
    return personId < 200
      ? [
          { command: "broadcast", description: "Gửi một kế hoạch tới các đơn vị" },
          { command: "plans", description: "Các kế hoạch" },
          ...common,
        ]
      : [
          { command: "tasks", description: "Việc phải báo cáo" },
          { command: "report", description: "Báo cáo" },
          ...common,
        ];
  }

  async sendText(personId: number, text: string): Promise<void> {
    this.add(personId, "person", text);
    if (text === "/fail") throw new Error("a bug");
    this.say(personId, `Đã nhận: ${text}`, [
      [
        { text: "Đã nhận", data: "ack" },
        { text: "Báo cáo", data: "report" },
      ],
      [{ text: "Xem trang của Ban", url: "https://example.vn/?a=1&b=2" }],
    ]);
  }

  async editText(personId: number, messageId: number, text: string): Promise<void> {
    this.edit(personId, messageId, text);
    this.say(personId, `Đã ghi lại: ${text}`);
  }

  async sendFile(personId: number, file: StoredFile, caption = ""): Promise<void> {
    const photo = file.mime.startsWith("image/");
    this.add(personId, "person", caption, [], this.store(file, photo));
    this.say(personId, "Đã nhận tệp.", [], this.store({ ...file, name: `tra-loi-${file.name}` }, photo));
  }

  async tap(
    personId: number,
    messageId: number,
    data: string,
  ): Promise<{ text: string | null; alert: boolean }> {
    this.taps.push(data);
    if (data === "ack") {
      const { text = "" } = this.of(personId).find((one) => one.id === messageId) ?? {};
      this.edit(personId, messageId, `${text}\n✓ Đã ghi nhận`, [[{ text: "Báo cáo", data: "report" }]]);
      return { text: "Đã ghi nhận, cảm ơn đồng chí.", alert: false };
    }
    if (data === "report") return { text: "Chưa tới kỳ báo cáo.", alert: true };
    return { text: null, alert: false };
  }

  async file(fileId: string): Promise<StoredFile | null> {
    return this.files.get(fileId) ?? null;
  }

  async samplePlan(): Promise<StoredFile> {
    const bytes = new TextEncoder().encode("KẾ HOẠCH mẫu, báo cáo trước ngày 25/4/2024");
    return { name: "Kế hoạch mẫu 100-KH.txt", mime: "text/plain", bytes };
  }

  clock(): { now: string; zone: string; moved: boolean } {
    return { now: this.now.toISOString(), zone: "Asia/Ho_Chi_Minh", moved: this.moved };
  }

  async moveClock(to: string | null): Promise<void> {
    this.moves.push(to);
    this.now = to === null ? new Date("2024-04-22T07:05:00Z") : new Date(to);
    this.moved = to !== null;
    this.emit({ kind: "clock", now: this.now.toISOString() });
    await this.gate;
    if (to !== null) this.say(201, "🔔 Còn 3 ngày: báo cáo Kế hoạch 100-KH/ĐUK");
  }

  async restart(): Promise<void> {
    this.restarts += 1;
    this.chats.clear();
    this.next = 1;
    this.moved = false;
    this.emit({ kind: "reset" });
  }

  subscribe(listener: (event: SandboxEvent) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }
}
