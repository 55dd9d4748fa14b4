/**
 * What a browser is told to allow: by hono's own middleware, stricter than it comes. Every page has a policy of its own,
 * without inline script or style; nothing is kept by the browser, no site frames a page or learns its address.
 */
import type { MiddlewareHandler } from "hono";
import { secureHeaders } from "hono/secure-headers";

type Policy = NonNullable<Parameters<typeof secureHeaders>[0]>["contentSecurityPolicy"];

function guarded(contentSecurityPolicy: Policy, more: Record<string, string> = {}): MiddlewareHandler {
  const secure = secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: ["'none'"],
      baseUri: ["'none'"],
      frameAncestors: ["'none'"],
      ...contentSecurityPolicy,
    },
    // Not for names below ours: they are other people's.
    strictTransportSecurity: "max-age=15552000",
    xFrameOptions: "DENY",
    permissionsPolicy: { camera: [], microphone: [], geolocation: [] },
  });
  return (c, next) =>
    secure(c, async () => {
      await next();
      c.res.headers.set("cache-control", "no-store");
      for (const [name, value] of Object.entries(more)) c.res.headers.set(name, value);
    });
}

const plain = guarded({ formAction: ["'none'"] });

/** For words and figures, on every path but those of pages, which have a policy of their own. */
export const plainHeaders =
  (isPage: (path: string) => boolean): MiddlewareHandler =>
  (c, next) =>
    isPage(c.req.path) ? next() : plain(c, next);

/** The signed pages: no script at all. */
export const formHeaders = guarded(
  { styleSrc: ["'self'"], formAction: ["'self'"] },
  { "x-robots-tag": "noindex, nofollow" },
);

/** The sandbox's page. */
export const pageHeaders = guarded({
  scriptSrc: ["'self'"],
  styleSrc: ["'self'"],
  imgSrc: ["'self'"],
  connectSrc: ["'self'"],
  formAction: ["'none'"],
  requireTrustedTypesFor: ["'script'"],
  trustedTypes: ["'none'"],
});

/** What came through a chat: it never becomes a page of ours. */
export const fileHeaders = guarded({ sandbox: [] });
