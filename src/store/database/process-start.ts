/**
 * When a process began, in words that only equal themselves: a process number is given again to another process, the
 * two together are not. Null where this system does not tell, or where there is no such process.
 */
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";

export function processStart(pid: number): string | null {
  try {
    if (process.platform === "linux") return linuxStart(pid);
    const [program, args] =
      process.platform === "win32"
        ? ["powershell", ["-NoProfile", "-Command", `(Get-Process -Id ${pid}).StartTime.ToFileTimeUtc()`]]
        : ["ps", ["-p", String(pid), "-o", "lstart="]];
    const said = execFileSync(program as string, args as string[], {
      encoding: "utf8",
      timeout: 5_000,
      stdio: ["ignore", "pipe", "ignore"],
    });
    return said.trim() || null;
  } catch {
    return null;
  }
}

/** Counted from the start of the machine, so that start is named too. */
function linuxStart(pid: number): string {
  const boot = readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim();
  const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
  // The program's name may hold anything; what follows its closing bracket does not.
  const ticks = stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19];
  return `${boot} ${ticks}`;
}
