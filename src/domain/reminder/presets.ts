/** Ladders ready to be taken, and the single rungs that staff can switch. */
import { defaultLadder, type Ladder } from "./ladder.ts";

export const presetNames = ["sparse", "usual", "dense"] as const;
export type PresetName = (typeof presetNames)[number];

export const presets: Readonly<Record<PresetName, Ladder>> = {
  sparse: { rungs: [-3, 0, 1], weekly: false, hour: "07:30" },
  usual: defaultLadder,
  dense: { rungs: [-14, -7, -5, -3, -2, -1, 0, 1, 2, 3], weekly: true, hour: "07:30" },
};

/** Days from the last day that can be switched on and off. */
export const rungChoices = [-14, -10, -7, -5, -3, -2, -1, 0, 1, 2, 3, 5, 7] as const;
/** Hours that can be chosen: all outside the quiet hours, and in the morning. */
export const hourChoices = ["07:00", "07:30", "08:00", "09:00"] as const;

export type LadderChange =
  | { kind: "preset"; name: PresetName }
  | { kind: "rung"; rung: number }
  | { kind: "weekly" }
  | { kind: "hour"; hour: string };

/** The ladder after one tap. */
export function changedLadder(ladder: Ladder, change: LadderChange): Ladder {
  if (change.kind === "preset") return { ...presets[change.name], hour: ladder.hour };
  if (change.kind === "weekly") return { ...ladder, weekly: !ladder.weekly };
  if (change.kind === "hour") return { ...ladder, hour: change.hour };
  const rungs = ladder.rungs.includes(change.rung)
    ? ladder.rungs.filter((rung) => rung !== change.rung)
    : [...ladder.rungs, change.rung].sort((a, b) => a - b);
  return { ...ladder, rungs };
}

/** The preset a ladder is, its hour aside. */
export function presetOf(ladder: Ladder): PresetName | null {
  const key = ({ rungs, weekly }: Ladder) => `${rungs.join()}:${weekly}`;
  return presetNames.find((name) => key(presets[name]) === key(ladder)) ?? null;
}
