// The page: people side by side, the clock, the panel of calls.
import { Calls } from "./calls.js";
import { Column } from "./column.js";
import { make } from "./text.js";
import { locale, t, wordAll } from "./words.js";
import { get, listen, post } from "./wire.js";

const MOST_COLUMNS = 12;
const find = (id) => document.getElementById(id);

class App {
  constructor() {
    this.columns = new Map();
    this.cards = [];
    this.calls = new Calls(find("calls"), find("calls-toggle"));
    this.username = "";
    this.texts = {};
    wordAll(document);
    document.title = `Kvieslys · ${t("playground")}`;
    this.newcomer();
    this.clock();
  }

  people() {
    return this.cards;
  }

  description(language) {
    return this.texts[`description:${language}`] ?? this.texts.description ?? "";
  }

  async begin() {
    listen((event) => this.event(event), () => this.reload(), () => this.note(t("lost")));
  }

  async reload() {
    this.note("");
    const me = await get("me");
    this.username = me.username;
    this.texts = me.texts;
    await this.refreshPeople();
    await Promise.all([...this.columns.values()].map((one) => one.load()));
    document.body.dataset.ready = "true";
  }

  async refreshPeople() {
    this.cards = (await get("people")).people;
    for (const card of this.cards.slice(0, MOST_COLUMNS)) {
      const column = this.columns.get(card.id);
      if (column) column.update(card);
      else this.addColumn(card);
    }
    this.tabs();
  }

  // Hundreds of people may come at once: one look is enough for all of them.
  peopleSoon() {
    this.soon ??= setTimeout(() => {
      this.soon = null;
      this.refreshPeople();
    }, 60);
  }

  addColumn(card) {
    const column = new Column(card, this);
    this.columns.set(card.id, column);
    find("people").append(column.root);
    if (!this.current) this.current = card.id;
  }

  tabs() {
    find("tabs").replaceChildren(...[...this.columns.values()].map(({ person }) =>
      make("button", { type: "button", "aria-current": person.id === this.current ? "true" : null, onclick: () => this.turn(person.id) }, person.first_name)));
    for (const [id, column] of this.columns) column.root.classList.toggle("current", id === this.current);
  }

  turn(id) {
    this.current = id;
    this.tabs();
    const column = this.columns.get(id);
    column.log.scrollTop = column.log.scrollHeight;
    find("tabs").querySelector("[aria-current]")?.focus();
  }

  event(event) {
    if (event.type === "people") this.peopleSoon();
    else if (event.type === "commands") for (const column of this.columns.values()) column.composer.refresh();
    else if (event.type === "call") this.calls.add(event.call);
    else if (event.type === "note") this.note(event.text, 8000);
    else this.columns.get(event.person)?.event(event);
  }

  note(text, time) {
    const place = find("note");
    place.textContent = text;
    clearTimeout(this.fade);
    if (time) this.fade = setTimeout(() => (place.textContent = ""), time);
  }

  alert(text) {
    const dialog = find("alert");
    dialog.querySelector("p").textContent = text;
    if (!dialog.open) dialog.showModal();
  }

  newcomer() {
    const dialog = find("newcomer");
    const form = dialog.querySelector("form");
    find("add").addEventListener("click", () => dialog.showModal());
    dialog.querySelector("[value=cancel]").addEventListener("click", () => dialog.close());
    form.addEventListener("submit", async () => {
      const card = await post("person", { ...Object.fromEntries(new FormData(form)), role: "person" });
      form.reset();
      await this.refreshPeople();
      this.turn(card.id);
      this.columns.get(card.id)?.root.scrollIntoView({ inline: "end" });
      this.columns.get(card.id)?.start.focus();
    });
  }

  clock() {
    const written = new Intl.DateTimeFormat(locale, {
      weekday: "short", month: "long", day: "numeric", hour: "2-digit", minute: "2-digit", timeZone: "Europe/Vilnius",
    });
    const show = ({ now }) => {
      find("clock").hidden = !now;
      if (now) find("now").textContent = written.format(new Date(now));
    };
    const look = () => get("clock").then(show).catch(() => show({ now: null }));
    for (const node of document.querySelectorAll("[data-seconds]"))
      node.addEventListener("click", () => post("clock", { seconds: Number(node.dataset.seconds) }).then(look).catch((error) => this.note(error.message, 5000)));
    look();
    setInterval(look, 10000);
  }
}

new App().begin();
