// The dialog that brings one more person, with a Telegram account of their own.

import * as api from "./api.js";
import { h } from "./dom.js";
import { LANGUAGES } from "./faces.js";
import { dialog, field } from "./popups.js";

const CLIENT = "client";

export function welcomeNewcomer(people, arrived) {
  const language = h("label", { class: "field" }, h("span", {}, "Language"),
    h("select", { name: "language" }, ...Object.entries(LANGUAGES).map(([code, name]) => h("option", { value: code }, name))));
  const fields = [
    h("div", { class: "pair" },
      field("First name", "first_name", { required: true, autofocus: true, maxlength: 64 }), field("Last name", "last_name", { maxlength: 64 })),
    h("div", { class: "pair" }, language, field("Phone", "phone", { type: "tel", placeholder: "+359 88 123 4567" })),
  ];
  dialog("Add a person", fields, { submit: "Add", done: (form) => arrive(form, people(), arrived) });
}

async function arrive(form, people, arrived) {
  const given = (name) => String(form.get(name) || "").trim() || undefined;
  const id = Math.max(0, ...people.map((who) => Number(who.id))) + 1;
  await api.arrive({
    id, first_name: given("first_name"), last_name: given("last_name"), language_code: given("language"), phone: given("phone"), role_hint: CLIENT });
  await arrived(id);
}
