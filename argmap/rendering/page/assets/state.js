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

  function write() {
    const view = new URLSearchParams();
    if (now.chosen !== null) view.set("s", nameOf(now.chosen));
    if (now.only) view.set("only", "1");
    if (now.folds.size) view.set("fold", [...now.folds].sort((a, b) => a - b).map(nameOf).join(" "));
    if (now.question !== "") view.set("question", now.question);
    if (now.kinds !== null) view.set("kinds", [...now.kinds].join(" "));
    if (now.essays !== null) view.set("essays", [...now.essays].map((n) => data.essays[n].key).join(" "));
    if (now.flagged) view.set("findings", "1");
    if (now.step !== null) view.set("step", now.step + 1);
    if (now.search) view.set("search", now.search);
    if (now.item !== null) view.set("item", data.itemNames[now.item]);
    if (!letters) view.set("letters", "off");
    return view.toString();
  }

  /* Keep the view in the fragment; a lone tab of the history stays one entry. */
  function keep() {
    const fragment = write();
    if (fragment === location.hash.replace(/^#/, "")) return;
    history.replaceState(null, "", fragment ? `#${fragment}` : location.pathname + location.search);
  }

  function recall(steps) {
    const view = new URLSearchParams(location.hash.replace(/^#/, ""));
    const place = (name, count) => {
      const number = Number(view.get(name));
      return number >= 1 && number <= count ? Math.floor(number) - 1 : null;
    };
    Object.assign(now, fresh());
    now.chosen = known(view.get("s"));
    now.only = view.get("only") === "1" && now.chosen !== null;
    for (const name of (view.get("fold") || "").split(" ")) if (known(name) !== null) now.folds.add(known(name));
    const question = view.get("question");
    if (/^\d+$/.test(question) && data.questions[question] !== undefined) now.question = question;
    if (view.has("kinds")) now.kinds = new Set(view.get("kinds").split(" "));
    if (view.has("essays")) {
      const keys = view.get("essays").split(" ");
      now.essays = new Set(data.essays.map((_, n) => n).filter((n) => keys.includes(data.essays[n].key)));
    }
    now.flagged = view.get("findings") === "1";
    now.step = place("step", steps);
    now.search = view.get("search") || "";
    // By its name, which stays when others are added; by its place in links that are older.
    const item = data.items && view.has("item") ? data.itemNames.indexOf(view.get("item")) : -1;
    if (data.items) now.item = item < 0 ? place("item", data.items.length) : item;
    letters = view.get("letters") !== "off";
  }

  return {
    now,
    fresh: () => Object.assign(now, fresh()),
    keep,
    recall,
    letters: (on) => {
      if (on !== undefined) letters = on;
      return letters;
    },
  };
})();
