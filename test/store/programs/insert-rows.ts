/** Inserts rows into the embedded database of a folder until it is killed, and says each once it is acknowledged. */
import "../../../src/utc.ts";
import { openDatabase } from "../../../src/store/database.ts";
import { print } from "./print.ts";

const [folder = "", from = "1"] = process.argv.slice(2);
const { db } = await openDatabase({ folder, what: "insert-rows" });
for (let id = Number(from); ; id++) {
  await db.$transaction(async (tx) => {
    await tx.seenUpdate.create({ data: { channel: "telegram", updateId: id, at: new Date() } });
    await tx.audit.create({
      data: { at: new Date(), actor: "clock", action: "test", subject: "row", subjectId: id },
    });
  });
  print(id);
}
