/** What a command is given and how it ends: 0 done, 1 it could not be done, 2 it was called in the wrong way. */
import { type ParseArgsConfig, parseArgs } from "node:util";
import type { CaseContext } from "../cases/case.ts";
import type { BackupFault } from "../store/backup/format.ts";

export interface Terminal {
  /** Data, a line or several: stdout. */
  out(text: string): void;
  /** Messages: stderr. */
  say(text: string): void;
  /** Where the running bot does the command: its own open database; and files are with whoever typed it. */
  host?: Host;
}

export interface Host {
  cases: CaseContext;
  read(file: string): Promise<Buffer>;
  write(file: string, bytes: Uint8Array): Promise<void>;
}

export type Command = (args: string[], terminal: Terminal) => Promise<number>;

/** Called in the wrong way: told in both languages with the command's usage. */
export class UsageError extends Error {
  override readonly name = "UsageError";
  constructor(
    readonly key:
      | "cli-wrong-command"
      | "cli-wrong-option"
      | "cli-wrong-value"
      | "cli-wrong-choice"
      | "cli-wrong-bot"
      | "cli-wrong-file-count"
      | "cli-wrong-export"
      | "cli-wrong-no-file"
      | "cli-wrong-no-arguments"
      | "cli-wrong-both-forms"
      | "cli-wrong-backup"
      | "cli-wrong-restore"
      | "cli-wrong-invite",
    readonly vars: Readonly<Record<string, string>> = {},
  ) {
    super(key);
  }
}

export type FailureKey =
  | "cli-file-missing"
  | "cli-file-unreadable"
  | "cli-form-unknown"
  | "cli-file-there"
  | "cli-file-unwritable"
  | "cli-unit-unknown"
  | "cli-units-none"
  | "cli-board-unknown"
  | "cli-board-which"
  | "cli-bot-gone"
  | "cli-restore-no-backup"
  | "cli-backup-nothing"
  | `cli-backup-${BackupFault}`;

/** An expected error that only the command line knows. */
export class Failure extends Error {
  override readonly name = "Failure";
  constructor(
    readonly key: FailureKey,
    readonly vars: Readonly<Record<string, string>> = {},
  ) {
    super(`${key} ${JSON.stringify(vars)}`);
  }
}

type Options = NonNullable<ParseArgsConfig["options"]>;

/** Options and the other words of a command line. Throws UsageError. */
export function readArguments<const T extends Options>(args: string[], options: T) {
  try {
    return parseArgs({ args, options, allowPositionals: true, strict: true });
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    const option = /'([^']+)'/.exec(message)?.[1] ?? "?";
    if (code === "ERR_PARSE_ARGS_UNKNOWN_OPTION") throw new UsageError("cli-wrong-option", { option });
    if (code === "ERR_PARSE_ARGS_INVALID_OPTION_VALUE") throw new UsageError("cli-wrong-value", { option });
    throw error;
  }
}
