// Time on the page is the sandbox's: it runs from the last reading of its clock, and is shown in the zone the sandbox names.

let reading = { instant: Date.now(), taken: performance.now() };
let place = "UTC";
let formats = formatsOf(place);

export function readClock(iso, zone) {
  reading = { instant: Date.parse(iso), taken: performance.now() };
  if (!zone || zone === place) return;
  formats = formatsOf(zone);
  place = zone;
}

export function now() {
  return new Date(reading.instant + performance.now() - reading.taken);
}

/** "Sofia" of "Europe/Sofia". */
export function zone() {
  return place.split("/").at(-1).replaceAll("_", " ");
}

/** An instant as the API gives it: seconds since the epoch, or ISO. */
export function instant(given) {
  return typeof given === "number" ? new Date(given * 1000) : new Date(given);
}

function formatsOf(timeZone) {
  const styles = {
    hour: { hour: "2-digit", minute: "2-digit" },
    second: { hour: "2-digit", minute: "2-digit", second: "2-digit" },
    day: { weekday: "short", day: "numeric", month: "short", year: "numeric" },
    heading: { weekday: "long", day: "numeric", month: "long" },
    headingYear: { day: "numeric", month: "long", year: "numeric" },
  };
  const named = Object.entries(styles).map(([name, style]) => [name, new Intl.DateTimeFormat("en-GB", { ...style, timeZone })]);
  return { ...Object.fromEntries(named), key: new Intl.DateTimeFormat("en-CA", { dateStyle: "short", timeZone }) };
}

export const hour = (date) => formats.hour.format(date);
export const second = (date) => formats.second.format(date);
export const day = (date) => formats.day.format(date);
export const dayKey = (date) => formats.key.format(date);

export function heading(date) {
  const sameYear = dayKey(date).slice(0, 4) === dayKey(now()).slice(0, 4);
  return (sameYear ? formats.heading : formats.headingYear).format(date);
}
