// Where a person writes: text, command menu, inline results, attachments.
import { icon, make } from "./text.js";
import { label, t } from "./words.js";
import { get, post, postForm } from "./wire.js";

const STICKERS = ["👍", "🎉", "🙏", "🤔"];

export class Composer {
  constructor(root, person, hooks) {
    this.person = person;
    this.hooks = hooks;
    this.input = root.querySelector("textarea");
    this.popup = root.querySelector(".popup");
    this.picker = root.querySelector(".picker");
    this.clip = root.querySelector(".clip");
    this.commands = [];
    this.editing = null;
    this.round = 0;
    this.popup.id = `popup-${person.id}`;
    this.input.setAttribute("aria-controls", this.popup.id);
    this.input.placeholder = t("message");
    label(this.input, "message");
    this.wire(root);
  }

  wire(root) {
    const on = (selector, word, act) => {
      const node = root.querySelector(selector);
      label(node, word);
      node.addEventListener("click", act);
    };
    on(".send", "send", () => this.send());
    on(".menu", "commands", () => this.openCommands());
    on(".clip", "attach", () => this.openAttach());
    this.input.addEventListener("input", () => this.changed());
    this.input.addEventListener("keydown", (event) => this.key(event));
    this.picker.addEventListener("change", () => this.picked());
    root.addEventListener("keydown", (event) => event.key === "Escape" && this.close(true));
    document.addEventListener("click", (event) => !root.querySelector(".foot").contains(event.target) && this.close());
  }

  async refresh() {
    this.commands = (await get(`commands?person=${this.person.id}`)).commands;
  }

  fill(text) {
    this.input.value = text;
    this.input.focus();
    this.changed();
  }

  changed() {
    this.input.style.height = "auto";
    this.input.style.height = `${Math.min(this.input.scrollHeight, 160)}px`;
    const text = this.input.value;
    const inline = text.match(new RegExp(`^@${this.hooks.username()}\\s([\\s\\S]*)$`, "i"));
    clearTimeout(this.timer);
    if (inline) this.timer = setTimeout(() => this.ask(inline[1]), 350);
    else if (/^\/\w*$/.test(text)) this.openCommands(text.slice(1));
    else this.close();
  }

  options() {
    return [...this.popup.querySelectorAll("[role=option], [role=menuitem]")];
  }

  key(event) {
    if (this.navigate(event)) return;
    if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      this.send();
    } else if (event.key === "ArrowUp" && !this.input.value) this.editLast(event);
  }

  navigate(event) {
    const options = this.popup.hidden ? [] : this.options();
    const at = options.findIndex((one) => one.getAttribute("aria-selected") === "true");
    if (!options.length) return false;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      const step = event.key === "ArrowDown" ? 1 : -1;
      this.mark(options, at < 0 && step < 0 ? options.length - 1 : (at + step + options.length) % options.length);
    } else if ((event.key === "Enter" || event.key === "Tab") && at >= 0) options[at].click();
    else return false;
    event.preventDefault();
    return true;
  }

  mark(options, at) {
    options.forEach((one, index) => {
      one.id = `${this.popup.id}-${index}`;
      one.setAttribute("aria-selected", String(index === at));
    });
    options[at].scrollIntoView({ block: "nearest" });
    this.input.setAttribute("aria-activedescendant", options[at].id);
  }

  show(role, word, ...children) {
    this.popup.setAttribute("role", role);
    this.popup.setAttribute("aria-label", t(word));
    this.popup.replaceChildren(...children);
    this.popup.hidden = false;
    this.input.setAttribute("aria-expanded", "true");
  }

  close(refocus = false) {
    if (this.popup.hidden && !this.editing) return;
    if (refocus && this.popup.contains(document.activeElement)) this.input.focus();
    if (refocus && this.editing) this.stopEditing();
    this.round += 1;
    this.popup.hidden = true;
    this.clip.setAttribute("aria-expanded", "false");
    this.input.setAttribute("aria-expanded", "false");
    this.input.removeAttribute("aria-activedescendant");
  }

  openCommands(prefix = "") {
    const found = this.commands.filter((one) => one.command.startsWith(prefix.toLowerCase()));
    if (!found.length) return this.close();
    const rows = found.map((one) =>
      make("button", { type: "button", role: "option", class: "option", tabindex: "-1", "aria-selected": "false", onclick: () => this.say(`/${one.command}`) },
        make("b", {}, `/${one.command}`), make("span", {}, one.description)));
    this.show("listbox", "commands", ...rows);
    if (prefix) this.mark(rows, 0);
    this.input.focus();
    return undefined;
  }

  openAttach() {
    if (this.clip.getAttribute("aria-expanded") === "true") return this.close(true);
    const item = (name, act) =>
      make("button", { type: "button", role: "menuitem", class: "option attach", onclick: act }, icon(name === "document" ? "file" : name), make("span", {}, t(name)));
    const stickers = STICKERS.map((one) =>
      make("button", { type: "button", role: "menuitem", class: "emoji", "aria-label": `${t("sticker")} ${one}`, onclick: () => this.sticker(one) }, one));
    this.show("menu", "attach", item("photo", () => this.pick("photo")), item("document", () => this.pick("document")),
      item("voice", () => this.upload("voice", new Blob(["OggS"]), "voice.ogg")), make("div", { class: "stickers", role: "none" }, ...stickers));
    this.clip.setAttribute("aria-expanded", "true");
    this.options()[0].focus();
    return undefined;
  }

  pick(kind) {
    this.kind = kind;
    this.picker.accept = kind === "photo" ? "image/png,image/jpeg,image/gif,image/webp" : "";
    this.picker.click();
  }

  picked() {
    const file = this.picker.files[0];
    if (file) this.upload(this.kind, file, file.name);
    this.picker.value = "";
  }

  sticker(sign) {
    const canvas = make("canvas", { width: 256, height: 256 });
    const brush = canvas.getContext("2d");
    brush.font = "200px sans-serif";
    brush.textAlign = "center";
    brush.textBaseline = "middle";
    brush.fillText(sign, 128, 140);
    canvas.toBlob((blob) => this.upload("sticker", blob, "sticker.webp"), "image/webp");
  }

  async upload(kind, content, name) {
    this.close(true);
    const form = new FormData();
    form.set("person", this.person.id);
    form.set("kind", kind);
    form.set("caption", kind === "sticker" ? "" : this.input.value);
    form.set("file", content, name);
    if (kind !== "sticker") this.fill("");
    await this.hooks.attempt(() => postForm("upload", form));
  }

  async ask(query) {
    this.round += 1;
    const mine = this.round;
    this.show("status", "results", make("p", { class: "hint" }, t("loading")));
    try {
      const answer = await post("inline", { person: this.person.id, query });
      if (mine === this.round) this.cards(answer);
    } catch {
      if (mine === this.round) this.show("status", "results", make("p", { class: "hint" }, t("silent")));
    }
  }

  cards(answer) {
    const to = make("select", { "aria-label": t("to") }, ...this.hooks.people().map((one) =>
      make("option", { value: one.id }, one.id === this.person.id ? t("me") : `${one.first_name} ${one.last_name}`)));
    to.value = this.target ?? this.person.id;
    const rows = answer.results.map((one) =>
      make("button", { type: "button", role: "option", class: "option card", tabindex: "-1", "aria-selected": "false", onclick: () => this.choose(answer, one, to.value) },
        make("b", {}, one.title ?? one.id), make("span", {}, one.description ?? "")));
    const none = rows.length ? null : make("p", { class: "hint" }, t("nothing"));
    const list = make("div", { role: "listbox", "aria-label": t("results") }, ...rows);
    this.show("group", "results", make("label", { class: "to" }, `${t("to")}: `, to), ...[none, list].filter(Boolean));
  }

  async choose(answer, result, to) {
    this.target = undefined;
    this.fill("");
    const body = { person: this.person.id, inline_query_id: answer.inline_query_id, result_id: result.id, to: Number(to) };
    await this.hooks.attempt(() => post("choose", body));
  }

  editLast(event) {
    const last = this.hooks.lastOwn();
    if (!last) return;
    event.preventDefault();
    this.fill(last.text);
    this.editing = last.message_id;
    this.input.classList.add("editing");
    this.input.setAttribute("aria-description", t("editing"));
  }

  stopEditing() {
    this.editing = null;
    this.input.classList.remove("editing");
    this.input.removeAttribute("aria-description");
    this.input.value = "";
  }

  async send() {
    const text = this.input.value.trim();
    if (!text) return;
    const changed = this.editing;
    if (changed) this.stopEditing();
    this.fill("");
    if (changed) await this.hooks.attempt(() => post("edit", { person: this.person.id, message_id: changed, text }));
    else await this.say(text);
  }

  async say(text) {
    if (/^\/\w*$/.test(this.input.value)) this.fill("");
    this.close();
    await this.hooks.attempt(() => post("message", { person: this.person.id, text }));
  }
}
