// The control API of the sandbox, one function for each thing a person or the clock can do.

export class Refused extends Error {}

async function ask(method, path, body) {
  const options = { method, headers: {} };
  if (body instanceof FormData) options.body = body;
  else if (body !== undefined) {
    options.headers["Content-Type"] = "application/json";
    options.body = JSON.stringify(body);
  }
  const answer = await fetch(path, options);
  const text = await answer.text();
  if (!answer.ok) throw new Refused(reason(text) || `${answer.status} ${answer.statusText}`);
  return text ? JSON.parse(text) : {};
}

function reason(text) {
  try {
    const told = JSON.parse(text);
    return told.error || told.description || text;
  } catch {
    return text.slice(0, 200);
  }
}

const person = (id) => `/sim/people/${encodeURIComponent(id)}`;

export const state = () => ask("GET", "/sim/state");
export const chat = (id, place) => ask("GET", `${person(id)}/chat${place ? `?chat=${place}` : ""}`);
export const transcript = (id, place) => `${person(id)}/chat.txt${place ? `?chat=${place}` : ""}`;
export const say = (id, what) => ask("POST", `${person(id)}/say`, what);
export const tap = (id, what) => ask("POST", `${person(id)}/tap`, what);
export const vote = (id, what) => ask("POST", `${person(id)}/vote`, what);
export const inline = (id, what) => ask("POST", `${person(id)}/inline`, what);
export const pick = (id, what) => ask("POST", `${person(id)}/pick`, what);
export const block = (id) => ask("POST", `${person(id)}/block`, {});
export const unblock = (id) => ask("POST", `${person(id)}/unblock`, {});
export const arrive = (who) => ask("POST", "/sim/people", who);
export const speak = (id, language) => ask("PATCH", person(id), { language_code: language });
export const turnClock = (how) => ask("POST", "/sim/clock", how);

export function sendFiles(id, part, files, { caption, replyTo, forwardFrom, place = {} } = {}) {
  const form = new FormData();
  for (const file of files) form.append(part, file, file.name);
  for (const [name, value] of Object.entries(place)) form.append(name, String(value));
  if (caption) form.append("caption", caption);
  if (replyTo) form.append("reply_to", String(replyTo));
  if (forwardFrom) form.append("forward_from", JSON.stringify(forwardFrom));
  return say(id, form);
}
