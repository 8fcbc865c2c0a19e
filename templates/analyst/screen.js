// The page for a reader who checks: a citation opens its source beside the brief, at the passage.
// Nothing is fetched or kept. Without this script citations lead to the annex.
"use strict";

(() => {
  const byId = (id) => document.getElementById(`screen_${id}`);
  const root = document.documentElement;

  // Out of the template: before this, nothing of it is shown or read out.
  const held = document.getElementById("screen").content;
  const brief = document.querySelector("main") ?? document.body.firstElementChild;
  brief.before(held.getElementById("screen_filter"));
  document.body.append(held);
  root.classList.add("checking");

  const reader = byId("reader");
  const where = byId("where");
  const choice = byId("choice");
  const texts = [...reader.querySelectorAll("article")];
  const citations = [...document.querySelectorAll("a[data-spans]")];
  let current = null;

  /** A phrase of the page's language with what is put in. */
  const phrase = (text, values) => text.replace(/\{(\w+)\}/g, (place, name) => values[name] ?? place);

  // --- the sources ---

  if (texts.length) texts[0].hidden = false;

  function show(text) {
    for (const each of texts) each.hidden = each !== text;
    for (const mark of reader.querySelectorAll("mark.now")) mark.classList.remove("now");
    choice.value = text.id;
    reader.classList.add("open");
    root.classList.add("reading");
  }

  /** The segments of a text that a citation quotes. */
  function quoted(text, citation) {
    const spans = citation.dataset.spans.split(" ").map((span) => span.split("-").map(Number));
    return [...text.querySelectorAll("mark")].filter(({ dataset }) =>
      spans.some(([start, end]) => start <= Number(dataset.start) && Number(dataset.end) <= end),
    );
  }

  function open(citation) {
    leave();
    current = citation;
    current.setAttribute("aria-current", "true");
    const { source, step, steps, said } = citation.dataset;
    const text = texts.find((each) => each.dataset.source === source);
    show(text);
    where.textContent = phrase(where.dataset.step, { step, steps, source: said });
    byId("steps").hidden = false;
    const marks = quoted(text, citation);
    for (const mark of marks) mark.classList.add("now");
    const first = marks[0] ?? text;
    first.tabIndex = -1;
    first.focus({ preventScroll: true });
    first.scrollIntoView({ block: "start" });
    citation.scrollIntoView({ block: "nearest" });
  }

  function leave() {
    current?.removeAttribute("aria-current");
    current = null;
  }

  /** Opens the same line's citation so many places on, round and round. */
  function step(citation, by) {
    const place = Number(citation.dataset.step) - 1;
    const steps = Number(citation.dataset.steps);
    open(citations[citations.indexOf(citation) - place + ((place + by + steps) % steps)]);
  }

  function back() {
    reader.classList.remove("open");
    root.classList.remove("reading");
    current?.focus();
  }

  /** The citation that a link in the page is, or that leads to the same passage. */
  function citationOf(link) {
    if (link.dataset.spans) return link;
    const target = link.getAttribute("href");
    return target.startsWith("#passage_") && citations.find((each) => each.getAttribute("href") === target);
  }

  document.addEventListener("click", (event) => {
    const link = event.target.closest('a[href^="#"]');
    const citation = link && !event.ctrlKey && !event.metaKey && !event.shiftKey && citationOf(link);
    if (citation) {
      event.preventDefault();
      open(citation);
    }
  });

  const KEYS = new Map([["n", 1], ["ArrowRight", 1], ["p", -1], ["ArrowLeft", -1]]);

  document.addEventListener("keydown", (event) => {
    const link = event.target.closest("a[data-spans]");
    if (!link && !reader.contains(event.target)) return;
    if (event.target.matches("select") || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Escape") back();
    else if (KEYS.has(event.key) && (link ?? current)) step(link ?? current, KEYS.get(event.key));
    else return;
    event.preventDefault();
  });

  byId("before").addEventListener("click", () => step(current, -1));
  byId("next").addEventListener("click", () => step(current, 1));
  byId("back").addEventListener("click", back);
  choice.addEventListener("change", () => {
    const text = texts.find((each) => each.id === choice.value);
    if (!text) return;
    leave();
    show(text);
    where.textContent = where.dataset.whole;
    byId("steps").hidden = true;
    byId("text").scrollTop = 0;
  });

  // --- the filter ---

  const rows = [...document.querySelectorAll("[data-row]")];
  const bySource = byId("by_source");
  const byOrigin = byId("by_origin");

  const ONE = '[data-origins="1"]';
  const rests = (row, source) => !source || row.querySelector(`a[data-source="${source}"]`) !== null;
  const single = (row) => row.matches(ONE) || row.querySelector(ONE) !== null;

  const shown = byId("shown");
  const forms = JSON.parse(shown.dataset.rows);
  const plural = new Intl.PluralRules(root.lang);
  const form = (kind, number) => forms[kind][number] ?? forms[kind][plural.select(number)] ?? forms[kind].other;

  function filter() {
    const filtered = Boolean(bySource.value) || byOrigin.checked;
    const counts = new Map();
    for (const row of rows) {
      const kept = rests(row, bySource.value) && (!byOrigin.checked || single(row));
      row.classList.toggle("off", !kept);
      const [some, all] = counts.get(row.dataset.row) ?? [0, 0];
      counts.set(row.dataset.row, [some + kept, all + 1]);
    }
    const told = [...counts].map(([kind, [some, all]]) => phrase(form(kind, all), { some, n: all }));
    shown.textContent = filtered ? phrase(shown.dataset.shown, { rows: told.join(", ") }) : "";
  }

  bySource.addEventListener("change", filter);
  byOrigin.addEventListener("change", filter);

  // --- light and dark ---

  const theme = byId("theme");
  const preferred = matchMedia("(prefers-color-scheme: dark)");
  const dark = () => (root.dataset.theme ? root.dataset.theme === "dark" : preferred.matches);
  const told = () => theme.setAttribute("aria-pressed", String(dark()));
  theme.addEventListener("click", () => {
    root.dataset.theme = dark() ? "light" : "dark";
    told();
  });
  preferred.addEventListener("change", told);
  told();

  // --- from a link to a passage ---

  // A link that was opened in a tab of its own leads into the annex, which the sources stand in for.
  const opened = citations.find((each) => each.getAttribute("href") === location.hash);
  if (opened) open(opened);
})();
