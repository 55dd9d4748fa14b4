/** Plans that have gone out ask with another form. */
import type { Form } from "../../src/domain/form/form.ts";
import type { World } from "./world.ts";

export const privately: Form = {
  title: "Báo cáo có mục riêng tư",
  nil: false,
  fields: [
    {
      kind: "integer",
      key: "members",
      title: "Số đảng viên của đơn vị?",
      label: "Đảng viên",
      required: true,
      unit: "đảng viên",
    },
    {
      kind: "text",
      key: "opinion",
      title: "Dư luận cần phản ánh riêng?",
      label: "Phản ánh riêng",
      required: true,
      maxLength: 2_000,
      private: true,
    },
  ],
};

/** From now on every plan here asks with this form. */
export async function askWith({ database: { db }, clock }: World, form: Form): Promise<void> {
  const definition = JSON.parse(JSON.stringify(form));
  const version = { version: 1, definition, createdAt: clock.now() };
  const made = await db.form.create({
    data: { key: "all-kinds", title: form.title, versions: { create: version } },
    include: { versions: true },
  });
  await db.milestone.updateMany({
    where: { formVersionId: { not: null } },
    data: { formVersionId: made.versions[0]?.id ?? 0 },
  });
}
