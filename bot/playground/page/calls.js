// The panel of Bot API calls that went to and fro.
import { make } from "./text.js";
import { t } from "./words.js";
import { get } from "./wire.js";

const KEPT = 300;
const pretty = (value) => JSON.stringify(value, null, 2);

export class Calls {
  constructor(panel, toggle) {
    this.panel = panel;
    this.list = panel.querySelector("ol");
    toggle.addEventListener("click", () => this.open(toggle));
  }

  async open(toggle) {
    this.panel.hidden = !this.panel.hidden;
    toggle.setAttribute("aria-expanded", String(!this.panel.hidden));
    if (this.panel.hidden) return;
    const { calls } = await get("calls");
    this.list.replaceChildren();
    for (const call of calls.slice(-KEPT)) this.add(call);
    if (!calls.length) this.list.append(make("li", { class: "hint" }, t("empty")));
  }

  add(call) {
    if (this.panel.hidden) return;
    this.list.querySelector(".hint")?.remove();
    const status = make("span", { class: `status ${call.status === 200 ? "good" : "poor"}` }, String(call.status));
    const summary = make("summary", {}, make("b", {}, call.method), status, make("small", {}, `${call.ms} ms`));
    const details = make("details", {}, summary);
    details.addEventListener("toggle", () => this.fill(details, call), { once: true });
    this.list.prepend(make("li", {}, details));
    while (this.list.children.length > KEPT) this.list.lastElementChild.remove();
  }

  fill(details, call) {
    details.append(make("h3", {}, t("request")), make("pre", { tabindex: "0" }, pretty(call.request)),
      make("h3", {}, t("response")), make("pre", { tabindex: "0" }, pretty(call.response)));
  }
}
