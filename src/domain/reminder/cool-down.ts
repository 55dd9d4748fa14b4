/** A unit that was written to a short while ago is left alone, unless staff say otherwise. (Source: issue text on /remind.) */

/** Hours between two messages to a unit about the same thing. */
export const COOL_HOURS = 4;

/** What was written after this instant is too fresh to be followed by another message at `now`. */
export const coolSince = (now: Date): Date => new Date(now.getTime() - COOL_HOURS * 3_600_000);
