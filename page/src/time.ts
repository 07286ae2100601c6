/** Civil time in seconds since 1970, as the database counts it; years are astronomical, 0 is 1 BCE. */

import { scaleLinear, scaleUtc } from "d3-scale";
import { utcDay, utcMonth, utcYear, type TimeInterval } from "d3-time";

export const DAY = 86_400;
export const YEAR = 365.2425 * DAY;

/** What a browser's dates reach, some 270,000 years either way. */
export const FARTHEST = 8.64e12;

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

const dateOf = (seconds: number): Date => new Date(clamp(seconds) * 1000);
const clamp = (seconds: number): number => Math.max(-FARTHEST, Math.min(FARTHEST, seconds));

export function yearName(year: number): string {
  return year > 0 ? String(year) : `${1 - year} BCE`;
}

export function yearOf(seconds: number): number {
  return dateOf(seconds).getUTCFullYear();
}

export interface Tick {
  at: number;
  text: string;
}

/** The marks of an axis: fine ones, and above them the longer units that they lie in. */
export interface Ticks {
  fine: Tick[];
  coarse: Tick[];
}

interface Level {
  shorter: number;
  unit: TimeInterval;
  name: (date: Date) => string;
}

const COARSE: Level[] = [
  { shorter: DAY / 2, unit: utcDay, name: (d) => `${d.getUTCDate()} ${MONTHS[d.getUTCMonth()]} ${year(d)}` },
  { shorter: 27 * DAY, unit: utcMonth, name: (d) => `${MONTHS[d.getUTCMonth()]} ${year(d)}` },
  { shorter: 360 * DAY, unit: utcYear, name: year },
];

function year(date: Date): string {
  return yearName(date.getUTCFullYear());
}

/** The marks for a stretch of time, about `count` fine ones. */
export function ticks(first: number, last: number, count: number): Ticks {
  const [from, to] = [dateOf(first), dateOf(last)];
  const dates = scaleUtc().domain([from, to]).ticks(count);
  const step = dates.length > 1 ? (Number(dates[1]) - Number(dates[0])) / 1000 : last - first;
  const level = COARSE.find((candidate) => step < candidate.shorter);
  if (!level) return { fine: yearTicks(from.getUTCFullYear(), to.getUTCFullYear(), count), coarse: [] };
  const fine = dates.map((date) => tick(date, fineName(date, step)));
  const starts = [level.unit.floor(from), ...level.unit.range(level.unit.ceil(from), to)];
  const seen = new Set<number>();
  const coarse = starts.filter((date) => !seen.has(Number(date)) && seen.add(Number(date)));
  return { fine, coarse: coarse.map((date) => tick(date, level.name(date))) };
}

const tick = (date: Date, text: string): Tick => ({ at: Number(date) / 1000, text });

/** Years that are round as people count them: 50 BCE, not the year -50, which is 51 BCE. */
function yearTicks(first: number, last: number, count: number): Tick[] {
  const rounded = scaleLinear().domain([first, last]).ticks(count).filter(Number.isInteger);
  const years = rounded.map((year) => (year < 0 ? year + 1 : Math.max(year, 1)));
  return years.map((year) => ({ at: civil(year, 1, 1) ?? 0, text: yearName(year) }));
}

function fineName(date: Date, step: number): string {
  if (step < DAY / 2) {
    const two = (number: number) => String(number).padStart(2, "0");
    return `${two(date.getUTCHours())}:${two(date.getUTCMinutes())}`;
  }
  return step < 27 * DAY ? String(date.getUTCDate()) : (MONTHS[date.getUTCMonth()] ?? "");
}

/** A date as people write it in ISO order, for a title or a spoken name. */
export function dayName(seconds: number): string {
  const date = dateOf(seconds);
  return `${date.getUTCDate()} ${MONTHS[date.getUTCMonth()]} ${year(date)}`;
}

const TYPED = /^(-?\d{1,6})(?:-(\d{1,2}))?(?:-(\d{1,2}))?(?:\s*(bce?))?$/i;

/** What a typed date covers: "2014" is the year, "44 BCE" too, "2014-04" the month; null where it is none. */
export function typedDate(text: string): { start: number; end: number } | null {
  const match = TYPED.exec(text.trim());
  if (!match) return null;
  const [, written, month, day, before] = match;
  const year = before ? 1 - Number(written) : Number(written);
  const start = civil(year, Number(month ?? 1), Number(day ?? 1));
  if (start === null) return null;
  if (day) return { start, end: start + DAY };
  const next = month && Number(month) < 12 ? civil(year, Number(month) + 1, 1) : civil(year + 1, 1, 1);
  return next === null ? null : { start, end: next };
}

/** Midnight of a day; null where there is no such day. */
function civil(year: number, month: number, day: number): number | null {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  const same = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return same && !Number.isNaN(Number(date)) ? Number(date) / 1000 : null;
}
