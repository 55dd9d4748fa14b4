/** The sandbox's routes on a port of their own, as the composition root mounts them. */
import type { Server } from "node:http";
import { serve } from "@hono/node-server";
import { Hono } from "hono";
import { type SandboxOptions, sandboxRoutes } from "../../src/web/sandbox.ts";
import { FakePort } from "./fake-port.ts";
import { sandboxTexts } from "./texts.ts";

export interface Served {
  port: FakePort;
  app: Hono;
  bugs: unknown[];
}

export function mount(options: Partial<SandboxOptions> = {}): Served {
  const port = new FakePort();
  const bugs: unknown[] = [];
  const app = new Hono();
  app.get("/health", (c) => c.text("ok"));
  app.route("/", sandboxRoutes(port, { texts: sandboxTexts, onBug: (bug) => bugs.push(bug), ...options }));
  return { port, app, bugs };
}

export async function listen(app: Hono, at = 0): Promise<{ address: string; close: () => Promise<void> }> {
  return new Promise((resolve) => {
    const server = serve({ fetch: app.fetch, port: at, hostname: "127.0.0.1" }, ({ port }) => {
      const close = (): Promise<void> =>
        new Promise((done) => {
          server.close(() => done());
          (server as Server).closeAllConnections();
        });
      resolve({ address: `http://127.0.0.1:${port}`, close });
    });
  });
}
