// A poll in a message: its options to choose among, the counts once one has voted, and how to take the vote back.

import { h } from "./dom.js";

/** `act.vote(message, options)` votes; several are chosen first and sent together. */
export function pollCard(message, act) {
  const { poll } = message;
  const voted = poll.options.some((option) => option.chosen);
  const kind = [poll.closed ? "Final results" : poll.anonymous ? "Anonymous poll" : "Open poll", poll.multiple ? "several answers" : null];
  const choice = new Set();
  const options = poll.options.map((option, index) => (voted || poll.closed ? counted(option, poll) : optionButton(option, index, message, act, choice)));
  return h("div", { class: "poll", role: "group", "aria-label": `Poll: ${poll.question}` },
    h("b", {}, poll.question), h("small", {}, kind.filter(Boolean).join(", ")), ...options, foot(message, act, voted, choice));
}

function counted(option, poll) {
  const share = poll.voters ? Math.round((option.votes / poll.voters) * 100) : 0;
  return h("div", { class: `poll-result${option.chosen ? " chosen" : ""}` },
    h("span", { class: "poll-share" }, `${share}%`), h("span", { class: "poll-text" }, option.text, h("small", {}, String(option.votes))),
    h("span", { class: "poll-bar", style: { "--share": `${share}%` }, "aria-hidden": "true" }));
}

function optionButton(option, index, message, act, choice) {
  const press = (event) => {
    if (!message.poll.multiple) return act.vote(message, [index]);
    const chosen = choice.has(index);
    if (chosen) choice.delete(index);
    else choice.add(index);
    return event.currentTarget.setAttribute("aria-pressed", String(!chosen));
  };
  return h("button", { type: "button", class: "poll-option", "aria-pressed": message.poll.multiple ? "false" : null, onclick: press },
    h("span", { class: `poll-dot${message.poll.multiple ? " square" : ""}`, "aria-hidden": "true" }), option.text);
}

function foot(message, act, voted, choice) {
  const { poll } = message;
  const told = h("small", {}, poll.voters === 1 ? "1 vote" : `${poll.voters} votes`);
  if (poll.closed) return h("div", { class: "poll-foot" }, told);
  const button = (label, press) => h("button", { type: "button", class: "poll-act", onclick: press }, label);
  if (voted) return h("div", { class: "poll-foot" }, told, poll.revoting ? button("Retract vote", () => act.vote(message, [])) : null);
  return h("div", { class: "poll-foot" }, told, poll.multiple ? button("Vote", () => choice.size && act.vote(message, [...choice])) : null);
}
