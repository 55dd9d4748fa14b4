/**
 * Last part of `npm ci`: databases with all migrations, bare and for the sandbox, which a first start only has to copy.
 * Without them everything works, two seconds later; so a failure here is said and does not stop the installation.
 */
import { demo } from "../src/demo/ready-seed.ts";
import { makeReadyMade } from "../src/store/database/ready-made.ts";

await makeReadyMade()
  .then(() => makeReadyMade(demo))
  .catch((error) => {
    process.stderr.write(
      `dondoc: a ready-made database is missing (${error?.message ?? error}); the first start will make its own\n`,
    );
  });
process.exit();
