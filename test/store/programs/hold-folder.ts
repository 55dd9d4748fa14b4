/** Takes the lock of every folder that comes in on stdin and says what came of it; holds them until its end. */
import "../../../src/utc.ts";
import { createInterface } from "node:readline";
import { lockFolder } from "../../../src/store/database/folder-lock.ts";
import { StartError } from "../../../src/store/database/start-error.ts";
import { print } from "./print.ts";

print("ready");
for await (const folder of createInterface({ input: process.stdin })) {
  try {
    await lockFolder(folder, "bot", () => print("lost"));
    print("held");
  } catch (error) {
    print(error instanceof StartError ? { code: error.code, vars: error.vars } : String(error));
  }
}
