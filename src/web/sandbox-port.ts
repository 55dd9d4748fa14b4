/** What the sandbox's page needs of the messenger in memory; the composition root adapts the channel to it. */

export type SandboxRole = "staff" | "leader" | "administrator" | "secretary" | "deputy" | "stranger";

/** `id` is the chat user id; `title` is the post as people say it ("Bí thư"). */
export interface SandboxPerson {
  id: number;
  name: string;
  role: SandboxRole;
  title: string;
  unit: string | null;
}

export interface ChatButton {
  text: string;
  data?: string;
  url?: string;
}

export interface ChatFile {
  id: string;
  name: string;
  size: number;
  mime: string;
  photo: boolean;
}

/** One message of a chat. Ids grow within a chat; `at` and `editedAt` are ISO instants of the sandbox's clock. */
export interface ChatMessage {
  id: number;
  from: "bot" | "person";
  text: string;
  at: string;
  editedAt: string | null;
  buttons: ChatButton[][];
  file: ChatFile | null;
}

export type SandboxEvent =
  | { kind: "message" | "edit" | "delete"; personId: number; message: ChatMessage }
  | { kind: "clock"; now: string }
  | { kind: "people" }
  | { kind: "reset" };

export interface StoredFile {
  name: string;
  mime: string;
  bytes: Uint8Array;
}

export interface SandboxPort {
  people(): Promise<SandboxPerson[]>;
  chat(personId: number): Promise<ChatMessage[]>;
  commands(personId: number): Promise<{ command: string; description: string }[]>;
  sendText(personId: number, text: string): Promise<void>;
  editText(personId: number, messageId: number, text: string): Promise<void>;
  sendFile(personId: number, file: StoredFile, caption?: string): Promise<void>;
  tap(personId: number, messageId: number, data: string): Promise<{ text: string | null; alert: boolean }>;
  file(fileId: string): Promise<StoredFile | null>;
  samplePlan(): Promise<StoredFile>;
  clock(): { now: string; zone: string; moved: boolean };
  /** Moves the clock (null: back to real time) and runs the jobs; resolves when they have run. */
  moveClock(to: string | null): Promise<void>;
  restart(): Promise<void>;
  subscribe(listener: (event: SandboxEvent) => void): () => void;
}
