/** A file as a messenger names it, before it has an id of ours; its bytes are fetched afterwards. */
export interface SentFile {
  name: string;
  mime: string;
  size: number;
  remoteId: string;
}

export type Download = (channel: string, remoteId: string) => Promise<Uint8Array>;
