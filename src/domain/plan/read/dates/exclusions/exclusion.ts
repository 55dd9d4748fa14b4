/** What a rule that strikes a temporal phrase out looks like, and what several of them ask. */
import type { Surroundings } from "../../context/surroundings.ts";

/** A rule that strikes a temporal phrase out. Examples are sentences whose (only) date it strikes. */
export interface Exclusion {
  name: string;
  source: string;
  examples: readonly string[];
  counterExamples: readonly string[];
  strikes: (near: Surroundings) => boolean;
}

/** Kinds of documents as they are cited, alternatives of a pattern. */
export const documents =
  "luật|bộ luật|pháp lệnh|nghị quyết|nghị định|quyết định|quy định|quy chế|chỉ thị|kết luận|hướng dẫn|kế hoạch|thông báo|thông tri|thông tư|công văn|chương trình|đề án|tờ trình|báo cáo|công điện|giấy mời|điều lệ|văn bản|biên bản|phương án";

/** What makes a date a deadline, whatever stands around it. */
export const deadlineRoles = ["strict", "by", "limit", "finish"] as const;
