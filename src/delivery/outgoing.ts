/** One message as it goes out. */
import type { Screen } from "../chat/screen.ts";

export interface Outgoing {
  screen: Screen;
  /** Not to be passed on or saved. */
  restricted: boolean;
  file: { id: number; name: string; remoteId: string | null; sha256: string | null } | null;
}

/** Words and buttons alone. */
export const plain = (screen: Screen): Outgoing => ({ screen, restricted: false, file: null });
