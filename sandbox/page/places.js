// The chats of one phone, as tabs: the private one with the bot, the groups this person is in, and the topics of a forum.

import { h } from "./dom.js";

/** `open(chat, thread)` is called when another one is chosen; chat 0 is the private one, thread 0 all of a chat. */
export class Places {
  constructor(open) {
    this.open = open;
    this.chat = 0;
    this.thread = 0;
    this.groups = [];
    this.topics = [];
    this.news = new Set();
    this.tabs = h("div", { class: "places", role: "tablist", "aria-label": "Chats", hidden: true });
    this.chips = h("div", { class: "topics", role: "group", "aria-label": "Topics", hidden: true });
    this.node = h("div", {}, this.tabs, this.chips);
  }

  /** Who was in a group and is no more finds themselves in the chat with the bot. */
  setGroups(groups) {
    this.groups = groups;
    if (this.chat && !groups.some((group) => group.id === this.chat)) this.choose(0, 0);
    this.draw();
  }

  setTopics(topics) {
    this.topics = topics || [];
    if (this.thread && !this.topics.some((topic) => topic.thread === this.thread)) this.thread = 0;
    this.draw();
  }

  /** Something happened in a chat: true when it is the one that is open. */
  hears(chat) {
    if (chat === this.chat) return true;
    this.news.add(chat);
    this.draw();
    return false;
  }

  choose(chat, thread) {
    if (chat !== this.chat) this.topics = [];
    this.chat = chat;
    this.thread = thread;
    this.news.delete(chat);
    this.draw();
    this.open();
  }

  closed() {
    return Boolean(this.topics.find((topic) => topic.thread === this.thread)?.closed);
  }

  draw() {
    this.tabs.hidden = this.groups.length === 0;
    this.chips.hidden = this.topics.length === 0;
    this.tabs.replaceChildren(...[{ id: 0, title: "Bot" }, ...this.groups].map((group) => this.tab(group)));
    this.chips.replaceChildren(...[{ thread: 0, name: "All" }, ...this.topics].map((topic) => this.chip(topic)));
  }

  tab(group) {
    const name = this.news.has(group.id) ? `${group.title}, something new` : group.title;
    return h("button", { type: "button", role: "tab", class: `place-tab${this.news.has(group.id) ? " fresh" : ""}`, "aria-label": name,
      "aria-selected": String(group.id === this.chat), onclick: () => this.choose(group.id, 0) }, group.title);
  }

  chip(topic) {
    return h("button", { type: "button", class: "topic-chip", "aria-pressed": String(topic.thread === this.thread),
      onclick: () => this.choose(this.chat, topic.thread) }, topic.thread ? `# ${topic.name}${topic.closed ? " 🔒" : ""}` : topic.name);
  }
}
