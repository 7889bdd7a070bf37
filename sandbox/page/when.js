// Time on the page is the sandbox's: it runs from the last reading of its clock and is shown in the clock's own zone.

let reading = { instant: Date.now(), taken: performance.now(), offset: 0 };

export function readClock(iso) {
  reading = { instant: Date.parse(iso), taken: performance.now(), offset: offsetOf(iso) };
}

export function now() {
  return new Date(reading.instant + performance.now() - reading.taken);
}

function offsetOf(iso) {
  const found = /([+-])(\d\d):?(\d\d)$/.exec(iso);
  return found ? (found[1] === "-" ? -1 : 1) * (Number(found[2]) * 60 + Number(found[3])) : 0;
}

export function zone() {
  const minutes = Math.abs(reading.offset);
  const figures = `${reading.offset < 0 ? "−" : "+"}${Math.floor(minutes / 60)}${minutes % 60 ? `:${minutes % 60}` : ""}`;
  return reading.offset ? `UTC${figures}` : "UTC";
}

/** An instant as the API gives it: seconds since the epoch, or ISO. */
export function instant(given) {
  return typeof given === "number" ? new Date(given * 1000) : new Date(given);
}

const styles = {
  hour: { hour: "2-digit", minute: "2-digit" },
  second: { hour: "2-digit", minute: "2-digit", second: "2-digit" },
  day: { weekday: "short", day: "numeric", month: "short", year: "numeric" },
  heading: { weekday: "long", day: "numeric", month: "long" },
  headingYear: { day: "numeric", month: "long", year: "numeric" },
};
const formats = Object.fromEntries(
  Object.entries(styles).map(([name, style]) => [name, new Intl.DateTimeFormat("en-GB", { ...style, timeZone: "UTC" })]),
);

function local(date) {
  return new Date(date.getTime() + reading.offset * 60000);
}

export const hour = (date) => formats.hour.format(local(date));
export const second = (date) => formats.second.format(local(date));
export const day = (date) => formats.day.format(local(date));
export const dayKey = (date) => local(date).toISOString().slice(0, 10);

export function heading(date) {
  const sameYear = dayKey(date).slice(0, 4) === dayKey(now()).slice(0, 4);
  return (sameYear ? formats.heading : formats.headingYear).format(local(date));
}
