/**
 * Why the database can't be opened, for the person who starts the process. The text is made in locales/, both
 * languages at once: at that moment nobody's language is known.
 */
export type StartErrorCode =
  | "folder-in-use"
  | "folder-closed"
  | "disk-full"
  | "backup-before-upgrade"
  | "embedded-version"
  | "embedded-broken"
  | "server-unreachable"
  | "server-too-old"
  | "migration-failed"
  | "migration-changed"
  | "migration-unknown"
  | "sandbox-not-loopback"
  | "port-in-use"
  | "files-elsewhere"
  | "admin-code-short"
  | "log-file-closed"
  | "token-refused";

export class StartError extends Error {
  override readonly name = "StartError";

  constructor(
    readonly code: StartErrorCode,
    readonly vars: Readonly<Record<string, string | number>> = {},
    options?: ErrorOptions,
  ) {
    super(`${code} ${JSON.stringify(vars)}`, options);
  }
}
