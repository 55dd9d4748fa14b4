/**
 * Last part of `npm ci`: a database with all migrations, which a first start only has to copy. Without it everything
 * works, two seconds later; so a failure here is said and does not stop the installation.
 */
import { makeReadyMade } from "../src/store/ready-made.ts";

await makeReadyMade().catch((error) => {
  process.stderr.write(
    `dondoc: no ready-made database (${error?.message ?? error}); the first start will make its own\n`,
  );
});
process.exit();
