/** The committee of the sandbox: every name of a person and number here is invented. */

export interface DemoPerson {
  /** User id in the sandbox's messenger. */
  id: number;
  name: string;
  phone: string;
}

export const demoBoard = { name: "Ban Tuyên giáo và Dân vận", symbol: "BTGDV" } as const;

export const demoStaff: DemoPerson = { id: 1001, name: "Hà Thị Mai Lan", phone: "0900 000 101" };
export const demoLeader: DemoPerson = { id: 1002, name: "Vũ Đình Khải", phone: "0900 000 102" };

/** Somebody who has no code yet: for trying an invitation. */
export const demoStranger: DemoPerson = { id: 1003, name: "Đỗ Minh Quân", phone: "" };

export interface DemoUnit {
  code: string;
  name: string;
  kind: string;
  headTitle: string;
  /** Null: nobody of this unit uses the bot; it still owes. */
  secretary: DemoPerson | null;
  deputy?: DemoPerson;
}

const person = (id: number, name: string): DemoPerson => ({ id, name, phone: `0900 000 ${id - 1900}` });

export const demoUnits: readonly DemoUnit[] = [
  unit(
    "001",
    "Chi bộ Sở Nông nghiệp và Môi trường",
    "Chi bộ cơ sở",
    person(2001, "Nguyễn Hữu Thành"),
    person(2101, "Lê Thị Thu Cúc"),
  ),
  unit("002", "Chi bộ Sở Tư pháp", "Chi bộ cơ sở", person(2002, "Trần Thị Bích Hợp")),
  unit("003", "Chi bộ Sở Nội vụ", "Chi bộ cơ sở", person(2003, "Phạm Quốc Hưng")),
  unit("004", "Chi bộ Thanh tra tỉnh", "Chi bộ cơ sở", person(2004, "Đặng Xuân Lộc")),
  unit("005", "Chi bộ Trường Chính trị tỉnh", "Chi bộ cơ sở", person(2005, "Bùi Thị Ngọc Ánh")),
  unit("006", "Chi bộ Hội Nông dân tỉnh", "Chi bộ cơ sở", person(2006, "Lương Văn Tấn")),
  unit("007", "Chi bộ Bảo tàng tỉnh", "Chi bộ cơ sở", null),
  unit("008", "Đảng bộ Sở Y tế", "Đảng bộ cơ sở", person(2008, "Hoàng Thị Kim Dung")),
  unit("009", "Đảng bộ Sở Giáo dục và Đào tạo", "Đảng bộ cơ sở", person(2009, "Ngô Đức Thiện")),
  unit("010", "Đảng bộ Sở Tài chính", "Đảng bộ cơ sở", person(2010, "Dương Thị Hải Yến")),
  unit("011", "Đảng bộ Báo và Phát thanh, Truyền hình tỉnh", "Đảng bộ cơ sở", person(2011, "Tạ Quang Vinh")),
  {
    ...unit("012", "Đoàn Thanh niên các cơ quan tỉnh", "Đoàn thể", person(2012, "Mai Anh Tuấn")),
    headTitle: "Bí thư Đoàn",
  },
];

function unit(
  code: string,
  name: string,
  kind: string,
  secretary: DemoPerson | null,
  deputy?: DemoPerson,
): DemoUnit {
  return { code, name, kind, headTitle: "Bí thư", secretary, ...(deputy ? { deputy } : {}) };
}

/** Everybody the page can play, with the messenger's picture of them. */
export const demoPeople: readonly DemoPerson[] = [
  demoStaff,
  demoLeader,
  ...demoUnits.flatMap((one) =>
    [one.secretary, one.deputy].filter((holder): holder is DemoPerson => Boolean(holder)),
  ),
  demoStranger,
];
