/**
 * Marks that keep a document within a circle without making it secret: LƯU HÀNH NỘI BỘ, TÀI LIỆU THU HỒI, by
 * themselves on a line, in a table cell or in brackets. In a sentence ("các tài liệu lưu hành nội bộ") they are no
 * mark. (Source: the stamps that Party offices put beside the number or at the foot of internal documents.)
 */

const marks =
  /^[\s*_[\](){}|"“”.:;-]*(?:(?:TÀI\s+LIỆU\s+)?LƯU\s+HÀNH\s+NỘI\s+BỘ|TÀI\s+LIỆU\s+THU\s+HỒI)[\s*_[\](){}|"“”.:;!-]*$/u;

/** True where such a mark stands anywhere in the normalised text. Linear in its length. */
export function isRestricted(text: string): boolean {
  return text
    .split(/\n|\||\t/)
    .some(
      (part) =>
        part.length < 120 &&
        marks.test(part.toLocaleUpperCase("vi")) &&
        part === part.toLocaleUpperCase("vi"),
    );
}
