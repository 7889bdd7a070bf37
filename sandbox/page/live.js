// What happens in the sandbox, as it happens: server-sent events, and everything read anew after a lost connection.

import { tellPage } from "./notices.js";

/** `on` has {chat(person, chat), typing(person), toast(person, text, alert), state(), everything()}. */
export function listen(on) {
  const source = new EventSource("/sim/events");
  let lost = false;
  source.addEventListener("open", () => {
    if (lost) tellPage("");
    lost = false;
    on.everything();
  });
  source.addEventListener("error", () => {
    lost = true;
    tellPage("No connection to the sandbox, trying again…", { stay: true });
  });
  source.addEventListener("message", ({ data }) => dispatch(JSON.parse(data), on));
}

function dispatch(event, on) {
  if (event.kind === "chat") on.chat(event.person, event.chat);
  if (event.kind === "typing") on.typing(event.person);
  if (event.kind === "toast") on.toast(event.person, event.text, event.alert);
  if (event.kind === "state") on.state();
}
