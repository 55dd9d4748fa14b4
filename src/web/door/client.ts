/**
 * From which address a request comes. A header can be written by anybody: `X-Forwarded-For` counts only as far as the
 * proxies that TRUST_PROXY names have written it, read from its end.
 */
import { BlockList, isIP } from "node:net";
import type { HttpBindings } from "@hono/node-server";
import type { Context } from "hono";
import { parseNet } from "../../config.ts";

export type ClientOf = (c: Context) => string;

export function createClientOf(trusted: readonly string[]): ClientOf {
  const proxies = new BlockList();
  for (const one of trusted) {
    const net = parseNet(one);
    if (net) proxies.addSubnet(net.address, net.prefix, net.family);
  }
  const isProxy = (address: string) => proxies.check(address, isIP(address) === 6 ? "ipv6" : "ipv4");
  return (c) => {
    // A request made in memory comes from nowhere.
    const { incoming } = (c.env ?? {}) as Partial<HttpBindings>;
    let client = plain(incoming?.socket.remoteAddress ?? "");
    const written = (c.req.header("x-forwarded-for") ?? "").split(",").map((one) => plain(one.trim()));
    while (client !== "" && isProxy(client) && written.length > 0) {
      const before = written.pop() ?? "";
      if (isIP(before) === 0) break;
      client = before;
    }
    return client;
  };
}

/** IPv4 written as IPv6 is IPv4. */
const plain = (address: string): string => address.replace(/^::ffff:(?=\d+\.)/i, "");

/** Whoever has an IPv6 address has a whole net of them. */
export function netOf(client: string): string {
  if (isIP(client) !== 6) return client;
  const [head = "", tail] = client.split("::");
  const left = head === "" ? [] : head.split(":");
  const right = !tail ? [] : tail.split(":");
  const gap = tail === undefined ? [] : Array<string>(Math.max(0, 8 - left.length - right.length)).fill("0");
  return [...left, ...gap, ...right]
    .slice(0, 4)
    .map((one) => Number.parseInt(one, 16).toString(16))
    .join(":");
}
