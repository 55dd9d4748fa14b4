/** The sandbox's database as a first start finds it: made when dondoc is installed, because a first start waits for it. */
import type { Seed } from "../store/database/ready-made.ts";
import { overPGlite } from "../store/database.ts";
import { demoBoard, demoPeople, demoUnits } from "./people.ts";
import { DEMO_START, seedDemo } from "./seed.ts";

const CHANNEL = "sandbox";

export const demo: Seed = {
  name: "sandbox",
  version: JSON.stringify([DEMO_START, demoBoard, demoPeople, demoUnits]),
  async fill(lite) {
    const { db } = await overPGlite(lite);
    await seedDemo(db, CHANNEL, new Date(DEMO_START));
    await db.$disconnect();
  },
};
