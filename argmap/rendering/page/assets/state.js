/* What is chosen, folded, filtered and sought, and the fragment that is a link to it. */
const state = (() => {
  const several = data.essays.length > 1;
  const nameOf = (number) => {
    const { essay, name } = statements[number];
    return several ? `${data.essays[essay].key}:${name}` : name;
  };
  const numberOf = new Map(statements.map((_, number) => [nameOf(number), number]));
  const known = (name) => numberOf.get(name) ?? null;
  const fresh = () => ({
    chosen: null, only: false, folds: new Set(), step: null, item: null,
    search: "", question: "", kinds: null, essays: null, flagged: false,
  });
  const now = fresh();
  let letters = true;
  let order = null; // the statements as the stepping goes through them, once a fragment was read

  /* The tab, and the essay of a column that holds several, stand in the page; only another than the first is told. */
  const home = document.body.dataset.view;
  const selects = [...document.querySelectorAll(".choice select")];
  const langOf = (option) => data.essays[option.value].lang;
  const editionOf = (option, _, all) => (all.filter((each) => langOf(each) === langOf(option)).length > 1 ? data.essays[option.value].key : langOf(option));
  const editionsOf = (select) => [...select.options].map(editionOf);

  function write() {
    const view = new URLSearchParams();
    if (now.chosen !== null) view.set("s", nameOf(now.chosen));
    if (now.only) view.set("only", "1");
    if (now.folds.size) view.set("fold", [...now.folds].sort((a, b) => a - b).map(nameOf).join(" "));
    if (now.question !== "") view.set("question", data.questions[now.question].name);
    if (now.kinds !== null) view.set("kinds", [...now.kinds].join(" "));
    if (now.essays !== null) view.set("essays", [...now.essays].map((n) => data.essays[n].key).join(" "));
    if (now.flagged) view.set("findings", "1");
    if (now.step !== null && order.length) view.set("step", nameOf(order[now.step]));
    if (now.search) view.set("search", now.search);
    if (now.item !== null) view.set("item", data.itemNames[now.item]);
    const editions = selects.filter((select) => select.selectedIndex > 0).map((select) => editionsOf(select)[select.selectedIndex]);
    if (editions.length) view.set("edition", editions.join(" "));
    if (document.body.dataset.view !== home) view.set("view", document.body.dataset.view);
    if (!letters) view.set("letters", "off");
    return view.toString();
  }

  /* Keep the view in the fragment; a lone tab of the history stays one entry. */
  function keep() {
    if (order === null) return; // what is asked for is still to be read
    const fragment = write();
    if (fragment === location.hash.replace(/^#/, "")) return;
    history.replaceState(null, "", fragment ? `#${fragment}` : location.pathname + location.search);
  }

  /* By its name; where several have it, the first; by its place in links that are older. */
  function questionOf(name) {
    if (!name) return "";
    const named = data.questions.findIndex((each) => each.name === name);
    const found = named < 0 ? data.questions.findIndex((each) => each.name.endsWith(`:${name}`)) : named;
    if (found >= 0) return String(found);
    return /^\d+$/.test(name) && data.questions[name] !== undefined ? name : "";
  }

  /* The step of a name; in older links a number, which counts where no other statement is chosen. */
  function recallStep(view, place) {
    const number = known(view.get("step"));
    if (number !== null) now.step = order.indexOf(number);
    else if (view.has("s")) now.step = place("step", Infinity) === null ? -1 : order.indexOf(now.chosen);
    else now.step = place("step", order.length);
    if (now.step === -1) now.step = null;
    if (now.step !== null && now.chosen === null) now.chosen = order[now.step];
  }

  /* The known ones of a list; no list where it names none of them, but an empty one where it is empty. */
  function some(text, all) {
    const found = text === null ? [] : text.split(" ").filter((name) => all.includes(name));
    return found.length || text === "" ? found : null;
  }

  /* Read the fragment; returns the tab and the editions that it asks for. */
  function recall(reading) {
    order = reading;
    const view = new URLSearchParams(location.hash.replace(/^#/, ""));
    const place = (name, count) => {
      const number = Number(view.get(name));
      return number >= 1 && number <= count ? Math.floor(number) - 1 : null;
    };
    Object.assign(now, fresh());
    now.chosen = known(view.get("s"));
    now.only = view.get("only") === "1" && now.chosen !== null;
    for (const name of (view.get("fold") || "").split(" ")) if (known(name) !== null) now.folds.add(known(name));
    now.question = questionOf(view.get("question"));
    const kinds = some(view.get("kinds"), statements.map(({ kind }) => kind));
    const keys = data.essays.map(({ key }) => key);
    const essays = some(view.get("essays"), keys);
    if (kinds) now.kinds = new Set(kinds);
    if (essays) now.essays = new Set(essays.map((key) => keys.indexOf(key)));
    now.flagged = view.get("findings") === "1";
    recallStep(view, place);
    now.search = view.get("search") || "";
    // By its name, which stays when others are added; by its place in links that are older.
    const item = data.items && view.has("item") ? data.itemNames.indexOf(view.get("item")) : -1;
    if (data.items) now.item = item < 0 ? place("item", data.items.length) : item;
    letters = view.get("letters") !== "off";
    const tabs = [...document.querySelectorAll("[data-show]")].map((tab) => tab.dataset.show);
    const asked = view.get("edition")?.split(" ") ?? [];
    return {
      view: tabs.includes(view.get("view")) ? view.get("view") : home,
      home,
      editions: selects.map((select) => editionsOf(select).findIndex((name) => asked.includes(name))),
    };
  }

  return {
    now,
    fresh: () => Object.assign(now, fresh()),
    keep,
    recall,
    nameOf,
    known,
    letters: (on) => {
      if (on !== undefined) letters = on;
      return letters;
    },
  };
})();
