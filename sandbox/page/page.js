// The page itself: the state of the sandbox, a phone for each person side by side, and the events that keep them true.

import * as api from "./api.js";
import { Guide } from "./guide.js";
import { listen } from "./live.js";
import { welcomeNewcomer } from "./newcomer.js";
import { tellPage } from "./notices.js";
import { Phone } from "./phone.js";
import { Switcher } from "./switcher.js";
import { TopBar } from "./topbar.js";
import { readClock } from "./when.js";

const find = (selector) => document.querySelector(selector);
const stage = find("#stage");
const phones = new Map();
const bar = new TopBar(find("#top"), refreshState);
const switcher = new Switcher(find("#people"), goTo);
const asked = new URLSearchParams(location.search);
const chosen = asked.get("people")?.split(",").map(Number) || null;
let state = { bot: {}, people: [], landmarks: [] };

const house = { bot: () => state.bot || {}, groups: (id) => (state.groups || []).filter((group) => group.members.includes(id)), phones: () => [...phones.values()], phone: (id) => phones.get(id), goTo, refreshState, did: (deed) => guide.did(deed), pace: Number(asked.get("pace") || 1) };
const guide = new Guide(find("#guide"), house);

const eyes = new IntersectionObserver((entries) => entries.forEach(look), { root: stage, threshold: [0.1, 0.6] });

/** A chat is fetched when its phone first comes into view; a phone mostly on the screen has no news. */
function look(entry) {
  const phone = phones.get(Number(entry.target.dataset.person));
  if (!phone) return;
  phone.visible = entry.intersectionRatio >= 0.6;
  if (entry.isIntersecting && (!phone.loaded || phone.missed)) catchUp(phone);
  switcher.seen(phone.who.id, phone.visible);
}

function catchUp(phone) {
  phone.missed = false;
  phone.refresh();
}

async function refreshState() {
  try {
    state = await api.state();
  } catch (refusal) {
    tellPage(refusal.message);
    return;
  }
  readClock(state.clock, state.zone);
  bar.show(state);
  showPeople(state.people.filter((who) => !chosen || chosen.includes(who.id)));
  guide.show(state.guide);
}

function showPeople(people) {
  switcher.show(people);
  const here = new Set(people.map((who) => who.id));
  for (const [id, phone] of phones) if (!here.has(id)) leave(id, phone);
  for (const who of people) {
    if (phones.has(who.id)) phones.get(who.id).setWho(who);
    else settle(who);
  }
  find("#nobody").hidden = people.length > 0;
  measure();
  for (const [id, phone] of phones) if (phone.visible) switcher.seen(id, true);
}

function settle(who) {
  const phone = new Phone(who, house);
  phones.set(who.id, phone);
  stage.append(phone.node);
  eyes.observe(phone.node);
}

function leave(id, phone) {
  eyes.unobserve(phone.node);
  phone.node.remove();
  phones.delete(id);
}

function goTo(id) {
  const node = phones.get(id)?.node;
  if (!node) return;
  node.scrollIntoView({ behavior: "smooth", inline: "center", block: "nearest" });
  node.classList.remove("called");
  requestAnimationFrame(() => node.classList.add("called"));
}

function chatChanged(person, chat) {
  const phone = phones.get(person);
  if (!phone) return;
  if (!phone.hears(chat)) return switcher.news(person);
  if (phone.loaded || phone.visible) phone.refresh();
  else phone.missed = true;
  return switcher.news(person);
}

function everything() {
  refreshState();
  for (const phone of phones.values()) if (phone.loaded) phone.refresh();
}

/** With every phone on the screen at once the chips only repeat them. */
new ResizeObserver(measure).observe(stage);

function measure() {
  document.body.classList.toggle("all-seen", stage.scrollWidth <= stage.clientWidth);
}

find("#add").addEventListener("click", () => welcomeNewcomer(() => state.people, async (id) => {
  chosen?.push(id);
  await refreshState();
  goTo(id);
}));

listen({
  chat: chatChanged,
  typing: (person) => phones.get(person)?.types(),
  toast: (person, text, alert) => phones.get(person)?.toast(text, alert),
  state: refreshState,
  everything,
});
refreshState();
