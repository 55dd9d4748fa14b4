/** The messenger says that an account can't be written to. */
import { type DueNotice, unrouteNotice } from "../../store/sending/notices.ts";
import { type Act, type CaseContext, transact } from "../case.ts";

/** Marks it, once, so that staff see it; whatever the person does from it opens it again. */
export async function closeAccount(
  { tx, now, audit }: Act,
  { accountId, personId }: { accountId: number; personId: number },
  error: string,
): Promise<void> {
  const { count } = await tx.account.updateMany({
    where: { id: accountId, blockedAt: null },
    data: { blockedAt: now },
  });
  if (count > 0) await audit("account.unreachable", ["Account", accountId], { error }, personId);
}

/** A notice met it: it goes to the person's other account, and waits while there is none. */
export async function closeFor(ctx: CaseContext, notice: DueNotice, error: string): Promise<void> {
  await transact(
    ctx,
    "clock",
    null,
    async (act) => {
      const { accountId, personId } = notice;
      if (accountId !== null) await closeAccount(act, { accountId, personId }, error);
      await unrouteNotice(act.tx, notice);
    },
    "notices",
  );
}
