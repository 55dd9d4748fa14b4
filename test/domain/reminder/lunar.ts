/**
 * The Vietnamese lunar calendar by astronomy, to check the table of days off: new moons after Meeus, months counted
 * from the one of the winter solstice, all for UTC+7. (Method: Hồ Ngọc Đức, "Thuật toán tính âm lịch".)
 */
const ZONE = 7 / 24;
const DEGREE = Math.PI / 180;
const MONTH = 29.530588853;

/** ISO day of a day of a lunar month that is no leap month. */
export function solarDay(lunarYear: number, month: number, day: number): string {
  const [a, b] =
    month < 11
      ? [monthEleven(lunarYear - 1), monthEleven(lunarYear)]
      : [monthEleven(lunarYear), monthEleven(lunarYear + 1)];
  const k = Math.floor(0.5 + (a - 2415021.076998695) / MONTH);
  let offset = (month - 11 + 12) % 12;
  if (b - a > 365 && offset >= leapOffset(a)) offset++;
  return isoOf(newMoonDay(k + offset) + day - 1);
}

/** First day of the month of the winter solstice. */
function monthEleven(year: number): number {
  const k = Math.floor((julianDay(year, 12, 31) - 2415021) / MONTH);
  const day = newMoonDay(k);
  return sunTwelfth(day) >= 9 ? newMoonDay(k - 1) : day;
}

function leapOffset(a11: number): number {
  const k = Math.floor((a11 - 2415021.076998695) / MONTH + 0.5);
  let last = 0;
  let i = 1;
  let arc = sunTwelfth(newMoonDay(k + i));
  do {
    last = arc;
    i++;
    arc = sunTwelfth(newMoonDay(k + i));
  } while (arc !== last && i < 14);
  return i - 1;
}

function newMoonDay(k: number): number {
  const T = k / 1236.85;
  const T2 = T * T;
  const T3 = T2 * T;
  const sin = (degrees: number) => Math.sin(degrees * DEGREE);
  const mean =
    2415020.75933 +
    29.53058868 * k +
    0.0001178 * T2 -
    0.000000155 * T3 +
    0.00033 * sin(166.56 + 132.87 * T - 0.009173 * T2);
  const M = 359.2242 + 29.10535608 * k - 0.0000333 * T2 - 0.00000347 * T3;
  const Mp = 306.0253 + 385.81691806 * k + 0.0107306 * T2 + 0.00001236 * T3;
  const F = 21.2964 + 390.67050646 * k - 0.0016528 * T2 - 0.00000239 * T3;
  const correction =
    (0.1734 - 0.000393 * T) * sin(M) +
    0.0021 * sin(2 * M) -
    0.4068 * sin(Mp) +
    0.0161 * sin(2 * Mp) -
    0.0004 * sin(3 * Mp) +
    0.0104 * sin(2 * F) -
    0.0051 * sin(M + Mp) -
    0.0074 * sin(M - Mp) +
    0.0004 * sin(2 * F + M) -
    0.0004 * sin(2 * F - M) -
    0.0006 * sin(2 * F + Mp) +
    0.001 * sin(2 * F - Mp) +
    0.0005 * sin(2 * Mp + M);
  const deltaT = -0.000278 + 0.000265 * T + 0.000262 * T2;
  return Math.floor(mean + correction - deltaT + 0.5 + ZONE);
}

/** In which twelfth of its way the sun stands at the beginning of a day: 9 begins with the winter solstice. */
function sunTwelfth(day: number): number {
  const T = (day - 0.5 - ZONE - 2451545) / 36525;
  const T2 = T * T;
  const M = (357.5291 + 35999.0503 * T - 0.0001559 * T2 - 0.00000048 * T * T2) * DEGREE;
  const mean = 280.46645 + 36000.76983 * T + 0.0003032 * T2;
  const equation =
    (1.9146 - 0.004817 * T - 0.000014 * T2) * Math.sin(M) +
    (0.019993 - 0.000101 * T) * Math.sin(2 * M) +
    0.00029 * Math.sin(3 * M);
  const longitude = (((mean + equation) % 360) + 360) % 360;
  return Math.floor(longitude / 30);
}

const julianDay = (year: number, month: number, day: number) =>
  Date.UTC(year, month - 1, day) / 86_400_000 + 2440588;
const isoOf = (julian: number) => new Date((julian - 2440588) * 86_400_000).toISOString().slice(0, 10);
