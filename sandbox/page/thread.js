// The list of messages in one phone: changes only what changed, keeps the reader's place, follows the end for who is there.

import { gathered } from "./album.js";
import { bubble } from "./bubble.js";
import { h, icon } from "./dom.js";
import { dayKey, heading, instant } from "./when.js";

const PAGE = 120;
const NEAR_END = 60;
const SAME_BREATH = 5 * 60 * 1000;

export class Thread {
  constructor(act, label) {
    this.act = act;
    this.rows = new Map();
    this.headings = new Map();
    this.limit = PAGE;
    this.sticking = true;
    this.unread = 0;
    this.top = 0;
    this.build(label);
  }

  build(label) {
    this.list = h("div", { class: "list" });
    this.log = h("div", { class: "thread", role: "log", "aria-live": "polite", "aria-label": label, tabindex: "0" }, this.list);
    this.count = h("span", { class: "count" });
    this.endButton = h("button", { type: "button", class: "to-end", "aria-label": "Go to the newest message", hidden: true,
      onclick: () => this.toEnd() }, icon("down"), this.count);
    this.earlier = h("button", { type: "button", class: "earlier", onclick: () => this.showEarlier() }, "Earlier messages");
    this.nodes = [this.log, this.endButton];
    this.log.addEventListener("scroll", () => this.scrolled(), { passive: true });
    const sizes = new ResizeObserver(() => this.sticking && this.toEnd());
    sizes.observe(this.log);
    sizes.observe(this.list);
  }

  show(messages) {
    const fresh = this.last ? messages.filter((message) => message.message_id > this.last) : [];
    this.messages = messages;
    this.last = messages.at(-1)?.message_id || 0;
    if (fresh.some((message) => message.from === this.act.self())) this.sticking = true;
    this.render();
    if (this.sticking) this.toEnd();
    else this.countUnread(fresh.length);
  }

  render() {
    const all = gathered(this.messages);
    const shown = all.slice(-this.limit);
    const nodes = shown.flatMap((message, index) => this.nodesFor(message, shown[index - 1], shown[index + 1]));
    if (all.length > shown.length) nodes.unshift(this.earlier);
    this.forget(new Set(shown.map((message) => message.message_id)));
    patch(this.list, nodes);
  }

  nodesFor(message, before, after) {
    const row = this.rowFor(message);
    row.classList.toggle("first", !follows(before, message));
    row.classList.toggle("last", !follows(message, after));
    const key = dayKey(instant(message.date));
    const newDay = !before || dayKey(instant(before.date)) !== key;
    return newDay ? [this.headingFor(key, message), row] : [row];
  }

  rowFor(message) {
    const trace = JSON.stringify(message);
    const known = this.rows.get(message.message_id);
    if (known?.trace === trace) return known.node;
    const node = bubble(message, this.act);
    if (known) keepFocus(known.node, node);
    else if (this.settled) node.classList.add("arriving");
    this.rows.set(message.message_id, { trace, node });
    return node;
  }

  headingFor(key, message) {
    if (!this.headings.has(key)) this.headings.set(key, h("div", { class: "day" }, h("span", {})));
    const node = this.headings.get(key);
    const text = heading(instant(message.date));
    if (node.textContent !== text) node.firstChild.textContent = text;
    return node;
  }

  forget(keep) {
    for (const id of this.rows.keys()) if (!keep.has(id)) this.rows.delete(id);
    this.settled = true;
  }

  /** Another chat stands here now; numbers of messages may be the same. */
  clear() {
    this.rows.clear();
    this.headings.clear();
    this.settled = false;
    this.sticking = true;
    this.limit = PAGE;
    this.unread = 0;
    this.last = 0;
  }

  showEarlier() {
    const fromEnd = this.log.scrollHeight - this.log.scrollTop;
    this.limit += PAGE;
    this.sticking = false;
    this.render();
    this.log.scrollTop = this.log.scrollHeight - fromEnd;
  }

  /** Only going up leaves the end: a keyboard that takes room, or a picture that loads, does not. */
  scrolled() {
    const { scrollHeight, scrollTop, clientHeight } = this.log;
    if (scrollHeight - scrollTop - clientHeight < NEAR_END) this.sticking = true;
    else if (scrollTop < this.top) this.sticking = false;
    this.top = scrollTop;
    if (this.sticking) this.unread = 0;
    this.endButton.hidden = this.sticking;
    this.count.textContent = this.unread || "";
  }

  countUnread(more) {
    this.unread += more;
    this.scrolled();
  }

  toEnd() {
    this.log.scrollTop = this.log.scrollHeight;
    this.sticking = true;
    this.scrolled();
  }

  goTo(id) {
    const row = this.rows.get(id)?.node;
    if (!row) return;
    row.scrollIntoView({ block: "center", behavior: "smooth" });
    row.classList.remove("found");
    requestAnimationFrame(() => row.classList.add("found"));
  }
}

function follows(before, message) {
  return Boolean(before && message) && before.from === message.from
    && dayKey(instant(before.date)) === dayKey(instant(message.date))
    && instant(message.date) - instant(before.date) < SAME_BREATH;
}

function patch(list, nodes) {
  let at = list.firstChild;
  for (const node of nodes) {
    if (node === at) at = at.nextSibling;
    else list.insertBefore(node, at);
  }
  while (at) {
    const next = at.nextSibling;
    at.remove();
    at = next;
  }
}

/** A message edited under somebody's finger keeps the keyboard focus on the button in the same place. */
function keepFocus(old, fresh) {
  const buttons = [...old.querySelectorAll(".key")];
  const index = buttons.indexOf(document.activeElement);
  if (index < 0) return;
  queueMicrotask(() => {
    const now = fresh.querySelectorAll(".key");
    now[Math.min(index, now.length - 1)]?.focus({ preventScroll: true });
  });
}
