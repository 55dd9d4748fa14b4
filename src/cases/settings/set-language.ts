/** The language a person is addressed in. */
import type { Who } from "../../domain/people/who.ts";
import type { UpdateKey } from "../../store/seen-updates.ts";
import { type CaseContext, transact } from "../case.ts";

export async function setLanguage(
  ctx: CaseContext,
  by: Who,
  locale: string,
  update: UpdateKey | null,
): Promise<void> {
  await transact(ctx, by, update, async ({ tx }) => {
    await tx.person.update({ where: { id: by.personId }, data: { locale } });
  });
}
