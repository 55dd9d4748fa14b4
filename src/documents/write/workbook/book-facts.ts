/** What the board's workbook is made of. */
import type { Desk } from "../../../domain/summary/desk.ts";
import type { Late, UrgingLine } from "../../../domain/summary/freeze.ts";
import type { Picture } from "../../../domain/summary/picture.ts";

export interface BookFacts {
  picture: Picture;
  desk: Desk;
  /** The plan or the plans, the period, the group: "Kế hoạch 100-KH/ĐUK". */
  title: string;
  board: string;
  /** Where the figures are frozen: when, and by whom. */
  frozen: { at: string; by: string } | null;
  /** What has come since the figures were last frozen; of frozen ones nothing, they stay as they are. */
  late: readonly Late[];
  urging: readonly UrgingLine[];
}
