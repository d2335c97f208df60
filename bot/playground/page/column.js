// One person's telephone: header, chat, composer.
import { bubble, dayOf } from "./bubble.js";
import { Composer } from "./composer.js";
import { make } from "./text.js";
import { label, t } from "./words.js";
import { get, post } from "./wire.js";

const HUES = 7;

export class Column {
  constructor(person, app) {
    this.app = app;
    this.messages = new Map();
    this.waiting = new Map();
    this.done = new Set();
    this.root = document.getElementById("column").content.firstElementChild.cloneNode(true);
    this.log = this.root.querySelector(".log");
    this.box = this.root.querySelector(".log-box");
    this.start = this.root.querySelector(".start");
    this.start.addEventListener("click", () => this.begin());
    this.root.querySelector(".block").addEventListener("click", () => this.setBlocked(!this.person.blocked));
    for (const node of this.root.querySelectorAll("[data-language]"))
      node.addEventListener("click", () => this.attempt(() => post("person", { id: this.person.id, language_code: node.dataset.language })));
    this.actions = {
      follow: (event, url) => this.follow(event, url),
      press: (one, message, node) => this.press(one, message, node),
      say: (text) => this.composer.say(text),
    };
    this.composer = new Composer(this.root, person, {
      attempt: (act) => this.attempt(act),
      username: () => app.username,
      people: () => app.people(),
      lastOwn: () => [...this.messages.values()].reverse().find((one) => one.from === "person" && one.kind === "text"),
    });
    this.update(person);
  }

  async attempt(act) {
    try {
      await act();
    } catch (error) {
      this.toast(`${t("failed")}: ${error.message}`);
    }
  }

  update(person) {
    this.person = person;
    this.composer.person = person;
    const name = `${person.first_name} ${person.last_name}`.trim();
    const avatar = this.root.querySelector(".avatar");
    avatar.textContent = [person.first_name, person.last_name].map((one) => [...one][0] ?? "").join("");
    avatar.className = `avatar hue${person.id % HUES}`;
    this.root.querySelector("h2").textContent = name;
    this.root.setAttribute("aria-label", name);
    this.log.setAttribute("aria-label", `${t("log")}: ${name}`);
    this.root.querySelector(".languages").setAttribute("aria-label", t("language"));
    for (const node of this.root.querySelectorAll("[data-language]"))
      node.setAttribute("aria-pressed", String(node.dataset.language === person.language_code));
    const block = this.root.querySelector(".block");
    label(block, person.blocked ? "unblock" : "block");
    block.setAttribute("aria-pressed", String(person.blocked));
    this.subtitle();
    this.foot();
    this.attempt(() => this.composer.refresh());
  }

  subtitle(typing = false) {
    const sub = this.root.querySelector(".sub");
    sub.classList.toggle("busy", typing);
    if (typing) sub.textContent = t("typing");
    else if (this.person.blocked) sub.textContent = t("blocked");
    else sub.textContent = t(this.person.role || "person");
  }

  foot() {
    const fresh = !this.messages.size;
    this.start.hidden = !(fresh || this.person.blocked);
    this.start.textContent = t(this.person.blocked ? "restart" : "start");
    this.root.querySelector(".composer").hidden = !this.start.hidden;
    this.focusField();
    if (fresh && !this.log.querySelector(".welcome")) this.log.replaceChildren(this.welcome());
    this.replyKeyboard(this.keyboard);
  }

  welcome() {
    const words = this.app.description(this.person.language_code) || t("greet");
    return make("div", { class: "welcome" }, make("img", { src: "page/icon.svg", alt: "", width: 72, height: 72 }), make("b", {}, t("what")), make("p", {}, words));
  }

  async load() {
    const chat = await get(`history?person=${this.person.id}`);
    this.messages.clear();
    this.day = null;
    this.log.replaceChildren();
    for (const message of chat.messages) this.put(message);
    this.keyboard = chat.reply_keyboard;
    this.subtitle(chat.typing);
    this.foot();
    this.log.scrollTop = this.log.scrollHeight;
  }

  put(message) {
    const low = this.log.scrollHeight - this.log.scrollTop - this.log.clientHeight < 120;
    const node = bubble(message, this.actions, this.messages.get(message.reply_to));
    const old = this.log.querySelector(`[data-id="${message.message_id}"]`);
    const focused = old && old.contains(document.activeElement) ? [...old.querySelectorAll(".key")].indexOf(document.activeElement) : -1;
    this.messages.set(message.message_id, message);
    if (old) {
      old.replaceWith(node);
      if (focused >= 0) (node.querySelectorAll(".key")[focused] ?? this.log).focus();
    } else this.append(message, node);
    if (low || message.from === "person") this.log.scrollTop = this.log.scrollHeight;
  }

  append(message, node) {
    this.log.querySelector(".welcome")?.remove();
    const day = dayOf(message);
    if (day !== this.day) this.log.append(make("p", { class: "day" }, make("span", {}, day)));
    this.day = day;
    this.log.append(node);
  }

  event(event) {
    if (event.type === "message") {
      const first = !this.messages.size;
      this.put(event.message);
      if (first) this.foot();
      this.attempt(async () => this.syncKeyboard(event.message));
    } else if (event.type === "deleted") {
      this.messages.delete(event.message_id);
      this.log.querySelector(`[data-id="${event.message_id}"]`)?.remove();
    } else if (event.type === "typing") this.subtitle(event.on);
    else if (event.type === "toast") this.answered(event.toast);
  }

  async syncKeyboard(message) {
    if (message.from !== "bot" && !this.keyboard) return;
    const chat = await get(`history?person=${this.person.id}&after=${message.message_id}`);
    this.keyboard = chat.reply_keyboard;
    this.replyKeyboard(this.keyboard);
  }

  replyKeyboard(markup) {
    const place = this.root.querySelector(".reply-keyboard");
    const rows = markup?.keyboard ?? [];
    place.hidden = !rows.length || !this.start.hidden;
    place.replaceChildren(...rows.map((row) => make("div", { class: "keys" }, ...row.map((one) =>
      make("button", { type: "button", class: "key", onclick: () => this.replyPress(one) }, one.text)))));
  }

  replyPress(one) {
    if (one.request_contact) return this.attempt(() => post("share", { person: this.person.id, contact: {} }));
    if (one.request_location) return this.attempt(() => post("share", { person: this.person.id, location: { latitude: 54.687, longitude: 25.28 } }));
    return this.composer.say(one.text);
  }

  begin() {
    if (this.person.blocked) return this.setBlocked(false);
    return this.attempt(async () => {
      await post("message", { person: this.person.id, text: "/start" });
      this.awaited = true;
      this.focusField();
    });
  }

  // The field can take the focus only when it is shown, and that news may come later.
  focusField() {
    if (!this.awaited || this.root.querySelector(".composer").hidden) return;
    this.awaited = false;
    this.composer.input.focus();
  }

  setBlocked(blocked) {
    return this.attempt(() => post("block", { person: this.person.id, blocked }));
  }

  follow(event, url) {
    const link = url.match(/^(?:https?:\/\/)?t\.me\/(\w+)\/?(?:\?start=([^&#]*))?$/i);
    if (link?.[1].toLowerCase() !== this.app.username.toLowerCase()) return false;
    event?.preventDefault();
    const payload = /^[\w-]{1,64}$/.test(link[2] ?? "") ? ` ${link[2]}` : "";
    this.composer.say(`/start${payload}`);
    return true;
  }

  press(one, message, node) {
    if (one.callback_data !== undefined) return this.callback(one, message, node);
    const inline = one.switch_inline_query ?? one.switch_inline_query_current_chat ?? one.switch_inline_query_chosen_chat?.query;
    if (inline !== undefined) {
      const others = this.app.people().filter((other) => other.id !== this.person.id);
      this.composer.target = one.switch_inline_query_current_chat === undefined ? others[0]?.id : undefined;
      return this.composer.fill(`@${this.app.username} ${inline}`);
    }
    if (one.copy_text) return navigator.clipboard.writeText(one.copy_text.text).then(() => this.toast(t("copied")));
    if (one.web_app) window.open(one.web_app.url, "_blank", "noopener");
    return undefined;
  }

  async callback(one, message, node) {
    node.setAttribute("aria-busy", "true");
    await this.attempt(async () => {
      const body = { person: this.person.id, message_id: message.message_id, data: one.callback_data };
      const { callback_query_id: id } = await post("callback", body);
      if (this.done.delete(id)) return;
      this.waiting.set(id, node);
      setTimeout(() => this.free(id), 15000);
    });
    if (![...this.waiting.values()].includes(node)) node.removeAttribute("aria-busy");
  }

  free(id) {
    this.waiting.get(id)?.removeAttribute("aria-busy");
    this.waiting.delete(id);
  }

  answered(toast) {
    // The answer can overtake the reply that tells the id of the press.
    if (this.waiting.has(toast.callback_query_id)) this.free(toast.callback_query_id);
    else this.done.add(toast.callback_query_id);
    if (toast.url) this.follow(null, toast.url);
    if (toast.text && toast.show_alert) this.app.alert(toast.text);
    else if (toast.text) this.toast(toast.text);
  }

  toast(text) {
    const place = this.root.querySelector(".toast");
    place.textContent = text;
    place.classList.add("on");
    clearTimeout(this.fade);
    this.fade = setTimeout(() => place.classList.remove("on"), 4500);
  }
}
