/* What is chosen, folded, filtered and sought; the keys; and the link to a view. */
(() => {
  const by = (id) => document.getElementById(id);
  const fresh = () => ({ chosen: null, only: false, folds: new Set(), question: "", kinds: null, essays: null, step: null, search: "", item: null });
  let state = fresh();
  const short = data.essays.length === 1;
  const nameOf = (number) => (short ? statements[number].name : statements[number].key);
  const numberOf = new Map(statements.map((_, number) => [nameOf(number), number]));
  const boxes = (name) => [...document.querySelectorAll(`input[name=${name}]`)];

  function lit() {
    const none = { chosen: state.chosen, grounds: new Set(), attackers: new Set(), consequences: new Set(), links: new Set() };
    if (state.chosen === null) return none;
    const around = [...argument.linksTo[state.chosen], ...argument.linksFrom[state.chosen]];
    return {
      chosen: state.chosen,
      grounds: new Set(argument.grounds(state.chosen)),
      attackers: new Set(argument.attackers(state.chosen)),
      consequences: new Set(argument.consequences(state.chosen)),
      links: new Set([...around, ...around.flatMap((n) => argument.linksOn[n])]),
    };
  }

  function found(text) {
    const sought = text.trim().toLocaleLowerCase().normalize("NFC");
    if (!sought) return null;
    const hits = new Set();
    statements.forEach((each, number) => {
      const said = [each.text, each.name, each.source, each.by].join("\n").toLocaleLowerCase();
      if (said.includes(sought)) hits.add(number);
    });
    return hits;
  }

  /* Show what the state says, everywhere. */
  function draw({ bring = false } = {}) {
    const hidden = argument.folded(state.folds);
    let kept = null;
    if (state.only && state.chosen !== null) kept = argument.groundsOf(state.chosen).add(state.chosen);
    const seen = state.step === null ? null : new Set(views.order.slice(0, state.step + 1));
    const gone = (n) => hidden.has(n) || (kept !== null && !kept.has(n)) || (seen !== null && !seen.has(n));
    const hits = found(state.search);
    const dim = (n) =>
      (state.kinds !== null && !state.kinds.has(statements[n].kind)) ||
      (state.essays !== null && !state.essays.has(statements[n].essay)) ||
      (state.question !== "" && !statements[n].on.includes(Number(state.question))) ||
      (hits !== null && !hits.has(n));
    const lights = lit();
    picture.show(gone, dim, lights);
    views.show(gone, dim);
    views.choose(state.chosen, bring);
    views.light(lights);
    views.chooseItem(state.item);
    if (bring && state.chosen !== null) picture.bring(state.chosen, false);
    by("found").textContent = hits === null ? "" : words.found.replace("{n}", hits.size);
    const count = statements.filter((_, n) => gone(n)).length;
    by("hidden").textContent = count ? words.hidden.replace("{n}", count) : "";
    by("fold").textContent = state.folds.has(state.chosen) ? words.unfold : words.fold;
    by("fold").setAttribute("aria-pressed", String(state.folds.has(state.chosen)));
    by("only").setAttribute("aria-pressed", String(state.only));
    by("step").setAttribute("aria-pressed", String(state.step !== null));
    by("step").textContent = state.step === null ? words.step : words.stop;
    const place = state.step !== null ? state.step : state.chosen;
    by("position").textContent = place === null ? "" : words.position.replace("{i}", place + 1).replace("{n}", state.step !== null ? views.order.length : statements.length);
    for (const id of ["fold", "only"]) by(id).disabled = state.chosen === null;
    by("search").value = state.search;
    if (by("question")) by("question").value = state.question;
    for (const box of boxes("kind")) box.checked = state.kinds === null || state.kinds.has(box.value);
    for (const box of boxes("essay")) box.checked = state.essays === null || state.essays.has(Number(box.value));
    keep();
  }

  /* The fragment is a link to this view. */
  function keep() {
    const view = new URLSearchParams();
    if (state.chosen !== null) view.set("s", nameOf(state.chosen));
    if (state.only) view.set("only", "1");
    if (state.folds.size) view.set("fold", [...state.folds].map(nameOf).join(" "));
    if (state.question !== "") view.set("question", state.question);
    if (state.kinds !== null) view.set("kinds", [...state.kinds].join(" "));
    if (state.essays !== null) view.set("essays", [...state.essays].map((n) => data.essays[n].key).join(" "));
    if (state.step !== null) view.set("step", state.step + 1);
    if (state.search) view.set("search", state.search);
    if (state.item !== null) view.set("item", state.item + 1);
    const fragment = view.toString();
    const now = location.hash.replace(/^#/, "");
    if (fragment !== now) history.replaceState(null, "", fragment ? `#${fragment}` : location.pathname + location.search);
  }

  function recall() {
    const view = new URLSearchParams(location.hash.replace(/^#/, ""));
    state = fresh();
    const known = (name) => numberOf.get(name) ?? null;
    state.chosen = known(view.get("s"));
    state.only = view.get("only") === "1" && state.chosen !== null;
    for (const name of (view.get("fold") || "").split(" ")) if (known(name) !== null) state.folds.add(known(name));
    const question = view.get("question");
    if (question !== null && data.questions[question] !== undefined) state.question = question;
    if (view.has("kinds")) state.kinds = new Set(view.get("kinds").split(" "));
    if (view.has("essays")) {
      const keys = view.get("essays").split(" ");
      state.essays = new Set(data.essays.map((_, n) => n).filter((n) => keys.includes(data.essays[n].key)));
    }
    const step = Number(view.get("step"));
    if (step >= 1 && step <= views.order.length) state.step = Math.floor(step) - 1;
    state.search = view.get("search") || "";
    const item = Number(view.get("item"));
    if (data.items && item >= 1 && item <= data.items.length) state.item = Math.floor(item) - 1;
    draw({ bring: true });
  }

  function choose(number) {
    state.chosen = number;
    if (number === null) state.only = false;
    draw({ bring: true });
    if (number !== null && matchMedia("(max-width: 760px)").matches) turn("detail");
  }

  function step(by_) {
    if (state.step !== null) {
      state.step = Math.min(Math.max(state.step + by_, 0), views.order.length - 1);
      choose(views.order[state.step]);
    } else if (statements.length) {
      const start = by_ > 0 ? 0 : statements.length - 1;
      choose(state.chosen === null ? start : (state.chosen + by_ + statements.length) % statements.length);
    }
  }

  function toggle(set, value) {
    if (!set.delete(value)) set.add(value);
  }

  const actions = {
    "zoom-in": picture.zoomIn,
    "zoom-out": picture.zoomOut,
    fit: picture.fit,
    fold: () => state.chosen !== null && (toggle(state.folds, state.chosen), draw()),
    only: () => state.chosen !== null && ((state.only = !state.only), draw(), picture.fit()),
    all: () => ((state = fresh()), draw(), picture.fit()),
    step: () => {
      state.step = state.step === null ? 0 : null;
      if (state.step === null) draw();
      else choose(views.order[0] ?? null);
    },
    back: () => step(-1),
    next: () => step(1),
    theme: () => {
      const root = document.documentElement;
      const dark = root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
      root.dataset.theme = dark ? "light" : "dark";
    },
    help: () => by("keys").showModal(),
  };
  for (const [id, act] of Object.entries(actions)) by(id).addEventListener("click", () => act());

  /* Which pane a narrow screen shows; and, of columns, whether the map is in their place. */
  function turn(view) {
    document.body.dataset.view = view;
    for (const tab of document.querySelectorAll("[data-show]")) {
      tab.setAttribute("aria-pressed", String(tab.dataset.show === view));
    }
    if (view === "map" && !turn.fitted) {
      turn.fitted = true;
      picture.fit();
      if (state.chosen !== null) picture.bring(state.chosen, true);
    }
  }
  document.querySelector(".tabs").addEventListener("click", (event) => {
    const tab = event.target.closest("[data-show]");
    if (tab) turn(tab.dataset.show);
  });

  picture.onChoose(choose);
  document.querySelector("main").addEventListener("click", (event) => {
    if (event.target.closest("a[href], #map")) return;
    const item = event.target.closest("[data-item]");
    if (item) {
      const index = Number(item.dataset.item);
      state.item = state.item === index ? null : index;
      draw();
      return;
    }
    const own = event.target.closest("[data-s]");
    if (own && !getSelection().toString()) choose(Number(own.dataset.s));
  });
  by("search").addEventListener("input", (event) => {
    state.search = event.target.value;
    draw();
  });
  document.querySelector("form[role=search]").addEventListener("submit", (event) => {
    event.preventDefault();
    const hits = [...(found(state.search) || [])];
    if (hits.length) choose(hits.find((n) => state.chosen !== null && n > state.chosen) ?? hits[0]);
  });
  by("filter").addEventListener("change", () => {
    const kinds = boxes("kind");
    const essays = boxes("essay");
    state.kinds = kinds.every((box) => box.checked) ? null : new Set(kinds.filter((box) => box.checked).map((box) => box.value));
    state.essays = essays.every((box) => box.checked) ? null : new Set(essays.filter((box) => box.checked).map((box) => Number(box.value)));
    state.question = by("question") ? by("question").value : "";
    draw();
  });

  /* Along the argument: left to what it bears on, right to its grounds, up and down among equals. */
  function move(key) {
    if (state.chosen === null) return choose(views.order[0] ?? null);
    const targets = argument.consequences(state.chosen);
    if (key === "ArrowLeft" && targets.length) return choose(targets[0]);
    if (key === "ArrowRight" && argument.around(state.chosen).length) return choose(argument.around(state.chosen)[0]);
    if (key === "ArrowUp" || key === "ArrowDown") {
      const equals = targets.length ? argument.around(targets[0]) : views.order.filter((n) => !argument.consequences(n).length);
      const place = equals.indexOf(state.chosen) + (key === "ArrowDown" ? 1 : -1);
      if (equals[place] !== undefined) choose(equals[place]);
    }
  }
  const keys = { n: "next", p: "back", f: "fold", o: "only", 0: "fit", "+": "zoom-in", "=": "zoom-in", "-": "zoom-out", "?": "help", Escape: "all" };
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || by("keys").open) return;
    const typing = event.target.closest("input, select, textarea");
    if (typing) {
      if (event.key === "Escape") event.target.blur();
      return;
    }
    if (event.key.startsWith("Arrow")) {
      if (!event.target.closest("#map, #outline, #detail, .item, body:focus") && event.target !== document.body) return;
      event.preventDefault();
      move(event.key);
    } else if (event.key === "/") {
      event.preventDefault();
      by("search").focus();
    } else if (keys[event.key]) {
      event.preventDefault();
      actions[keys[event.key]]();
    }
  });

  addEventListener("hashchange", recall);
  addEventListener("resize", () => state.chosen === null && picture.fit());
  turn(document.body.dataset.view);
  // Panzoom goes to its own start in a time-out of its own, which this one follows.
  setTimeout(() => {
    picture.fit();
    recall();
    document.documentElement.dataset.ready = "1";
  });
})();
