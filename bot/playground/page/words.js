// The page's own words; Lithuanian unless the browser prefers English.
const WORDS = {
  lt: {
    skip: "Pereiti prie pokalbių", playground: "bandymų aikštelė", clock: "Programos laikas",
    hour: "+1 val.", day: "+1 diena", add: "Pridėti žmogų", calls: "Bot API kvietimai",
    people: "Žmonės", ok: "Gerai", cancel: "Atšaukti", firstName: "Vardas", lastName: "Pavardė",
    language: "Kalba", teacher: "mokytojo paskyra", coordinator: "koordinatoriaus paskyra", person: "asmeninė paskyra",
    start: "PRADĖTI", restart: "ATBLOKUOTI", block: "Blokuoti robotą", unblock: "Atblokuoti robotą",
    message: "Žinutė", send: "Siųsti", attach: "Prisegti", commands: "Komandos", photo: "Nuotrauka",
    document: "Dokumentas", voice: "Balso žinutė", sticker: "Lipdukas", typing: "rašo…",
    edited: "pakeista", download: "Atsisiųsti", today: "Šiandien", results: "Rezultatai",
    nothing: "Nieko nerasta", silent: "Robotas neatsakė", to: "Kam", me: "man čia", via: "per",
    forwarded: "Persiųsta", copied: "Nukopijuota", what: "Ką moka šis robotas?",
    greet: "Paspauskite PRADĖTI ir kalbėkitės su robotu kaip Telegrame.", log: "Pokalbis",
    blocked: "Robotas užblokuotas", lost: "Ryšys nutrūko, jungiamasi iš naujo…", editing: "Taisoma žinutė",
    failed: "Nepavyko", empty: "Kvietimų dar nėra", request: "Užklausa", response: "Atsakymas",
    contact: "Kontaktas", location: "Vieta", poll: "Apklausa", loading: "Ieškoma…", pinned: "Prisegta",
  },
  en: {
    skip: "Skip to the chats", playground: "playground", clock: "The application's time",
    hour: "+1 h", day: "+1 day", add: "Add a person", calls: "Bot API calls",
    people: "People", ok: "OK", cancel: "Cancel", firstName: "First name", lastName: "Last name",
    language: "Language", teacher: "teacher's account", coordinator: "coordinator's account", person: "personal account",
    start: "START", restart: "UNBLOCK", block: "Block the bot", unblock: "Unblock the bot",
    message: "Message", send: "Send", attach: "Attach", commands: "Commands", photo: "Photo",
    document: "Document", voice: "Voice message", sticker: "Sticker", typing: "typing…",
    edited: "edited", download: "Download", today: "Today", results: "Results",
    nothing: "Nothing found", silent: "The bot did not answer", to: "To", me: "me, here", via: "via",
    forwarded: "Forwarded", copied: "Copied", what: "What can this bot do?",
    greet: "Press START and talk to the bot as you would in Telegram.", log: "Chat",
    blocked: "The bot is blocked", lost: "The connection is lost, trying again…", editing: "Editing a message",
    failed: "It did not work", empty: "No calls yet", request: "Request", response: "Response",
    contact: "Contact", location: "Location", poll: "Poll", loading: "Searching…", pinned: "Pinned",
  },
};

export const language = (navigator.language || "lt").toLowerCase().startsWith("en") ? "en" : "lt";
export const locale = language === "en" ? "en-GB" : "lt-LT";
export const t = (word) => WORDS[language][word] ?? word;

export function label(node, word) {
  node.setAttribute("aria-label", t(word));
  if (node.matches("button")) node.title = t(word);
}

export function wordAll(root) {
  document.documentElement.lang = language;
  for (const node of root.querySelectorAll("[data-word]")) node.textContent = t(node.dataset.word);
  for (const node of root.querySelectorAll("[data-label]")) label(node, node.dataset.label);
}
