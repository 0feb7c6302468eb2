/* Draws what the state says, everywhere, and acts on what is clicked. */
const by = (id) => document.getElementById(id);
const { now } = state;

const page = (() => {
  const body = document.body;
  const boxes = (name) => [...document.querySelectorAll(`input[name=${name}]`)];
  const columns = () => body.dataset.mode === "columns" && ["between", "left", "right"].includes(body.dataset.view);
  const narrow = () => matchMedia("(max-width: 760px)").matches;

  function lit() {
    const number = now.chosen;
    const none = { chosen: null, grounds: new Set(), attackers: new Set(), consequences: new Set(), links: new Set() };
    if (number === null) return none;
    const around = [...argument.linksTo[number], ...argument.linksFrom[number]];
    const other = (type) => argument.linksFrom[number].filter((n) => links[n].type === type).flatMap((n) => [...links[n].from, ...argument.targets(n)]).filter((n) => n !== number);
    return {
      chosen: number,
      grounds: new Set(argument.grounds(number)),
      attackers: new Set([...argument.attackers(number), ...other("contradicts")]),
      consequences: new Set([...argument.consequences(number), ...other("restates")]),
      links: new Set([...around, ...around.flatMap((n) => argument.linksOn[n])]),
    };
  }

  const plain = (text) => text.normalize("NFC").toLowerCase();
  const said = statements.map(() => null);
  // Of a contrast, what neither text nor the map shows is not gone to.
  const read = new Set(views.reading);
  const shown = statements.map((_, number) => picture.has(number) || read.has(number));
  function found(text) {
    const sought = plain(text.trim());
    if (!sought) return null;
    const hits = new Set();
    statements.forEach((each, number) => {
      said[number] ??= plain([each.text, each.name, each.source, each.by].join("\n"));
      if (shown[number] && said[number].includes(sought)) hits.add(number);
    });
    return hits;
  }

  function hiding() {
    const folded = now.folds.size ? argument.folded(now.folds) : new Set();
    folded.delete(now.chosen);
    const kept = now.only && now.chosen !== null ? argument.groundsOf(now.chosen).add(now.chosen) : null;
    const seen = now.step === null ? null : new Set(views.order.slice(0, now.step + 1));
    return { folded, gone: (n) => folded.has(n) || (kept !== null && !kept.has(n)) || (seen !== null && !seen.has(n)) };
  }

  function filtered(hits) {
    const question = now.question === "" ? null : Number(now.question);
    return (n) =>
      (now.kinds !== null && !now.kinds.has(statements[n].kind)) ||
      (now.essays !== null && !now.essays.has(statements[n].essay)) ||
      (question !== null && !statements[n].on.includes(question)) ||
      (now.flagged && !statements[n].findings) ||
      (hits !== null && !hits.has(n));
  }

  /* Say how much each folded statement hides of what bears on it. */
  function badges(folded) {
    const counts = new Map();
    for (const root of now.folds) {
      if (folded.has(root)) continue;
      const count = [...argument.allBelow(root)].filter((n) => folded.has(n)).length;
      if (count) counts.set(root, count);
    }
    return counts;
  }

  function tellBar(hits, dim, gone) {
    const narrowing = hits !== null || now.kinds !== null || now.essays !== null || now.question !== "" || now.flagged;
    const count = (is) => statements.reduce((sum, _, n) => sum + (is(n) ? 1 : 0), 0);
    by("found").textContent = narrowing ? words.found.replace("{n}", count((n) => !dim(n))) : "";
    const hidden = now.step === null ? count(gone) : 0;
    by("hidden").textContent = hidden ? words.hidden.replace("{n}", hidden) : "";
    by("filter").classList.toggle("on", narrowing && (hits === null || now.kinds !== null || now.essays !== null || now.question !== "" || now.flagged));
    const folded = now.folds.has(now.chosen);
    by("fold").textContent = folded ? words.unfold : words.fold;
    by("fold").disabled = now.chosen === null || (!folded && !argument.around(now.chosen).length);
    by("only").disabled = now.chosen === null;
    by("only").setAttribute("aria-pressed", String(now.only));
    by("step").setAttribute("aria-pressed", String(now.step !== null));
    by("step").textContent = now.step === null ? words.step : words.stop;
    by("position").textContent = position();
    if (document.activeElement !== by("search")) by("search").value = now.search;
    if (by("question")) by("question").value = now.question;
    if (by("flagged")) by("flagged").checked = now.flagged;
    for (const box of boxes("kind")) box.checked = now.kinds === null || now.kinds.has(box.value);
    for (const box of boxes("essay")) box.checked = now.essays === null || now.essays.has(Number(box.value));
  }

  function position() {
    const tell = (i, n) => words.position.replace("{i}", i + 1).replace("{n}", n);
    if (now.step !== null) return tell(now.step, views.order.length);
    const items = views.shownItems();
    if (items.includes(now.item) && (columns() || now.chosen === null)) return tell(items.indexOf(now.item), items.length);
    return now.chosen === null ? "" : tell(now.chosen, statements.length);
  }

  /* Ask once of every statement what is asked of it for its boxes, its lines and its places in the text. */
  function asked(is) {
    const known = statements.map((_, number) => is(number));
    return (number) => known[number];
  }

  /* Whether Enter in the search goes to a hit: not where the filter dims it, nor beside "only" and the stepping. */
  let reached = () => true;

  /* Show what the state says, everywhere. */
  function draw({ bring = false } = {}) {
    const hidden = hiding();
    const { folded } = hidden;
    const gone = asked(hidden.gone);
    const hits = found(now.search);
    const dim = asked(filtered(hits));
    reached = (n) => !dim(n) && (!gone(n) || folded.has(n));
    const lights = lit();
    const told = new Set(now.item === null ? [] : data.items[now.item]);
    const sought = plain(now.search.trim());
    const inItem = (index) => !sought || plain(views.items[index].textContent).includes(sought) || data.items[index].some((n) => hits.has(n));
    body.toggleAttribute("data-step", now.step !== null);
    body.toggleAttribute("data-chosen", now.chosen !== null || now.item !== null);
    picture.show(gone, dim, lights, now.item);
    picture.badge(badges(folded));
    views.show(gone, dim, lights, told, hits);
    views.showItems(now.item, now.chosen, inItem);
    detail.tell(now.chosen, now.item);
    tellBar(hits, dim, gone);
    if (bring && now.chosen !== null) {
      views.bring(now.chosen, true);
      picture.bring(now.chosen, false);
    }
    state.keep();
  }

  function choose(number, { turning = true } = {}) {
    now.chosen = number;
    if (number === null) now.only = false;
    draw({ bring: true });
    if (turning && number !== null && narrow()) turn("detail");
  }

  function chooseItem(index, { turning = true } = {}) {
    now.item = now.item === index ? null : index;
    now.chosen = null;
    now.only = false;
    draw();
    if (now.item === null) return;
    views.bringItem(now.item);
    if (!columns()) picture.bringItem(now.item, 0.5);
    if (turning && narrow()) turn("detail");
  }

  /* Show one statement to a class, beside what it bears on. */
  function present(number) {
    choose(number, { turning: false });
    if (number !== null) picture.gather([number, ...argument.consequences(number)], 0.6);
  }

  /* Go on by one: in the stepping, the items, one column, or the whole argument. */
  function step(by_, column) {
    const next = (list, at, none) => list[at < 0 ? none : (at + by_ + list.length) % list.length];
    if (now.step !== null) {
      now.step = Math.min(Math.max(now.step + by_, 0), views.order.length - 1);
      return present(views.order[now.step]);
    }
    const first = by_ > 0 ? 0 : -1;
    const items = views.shownItems();
    if (body.dataset.mode === "columns" && !column && (columns() || now.item !== null || now.chosen === null) && items.length) {
      const index = next(items, items.indexOf(now.item), first < 0 ? items.length - 1 : 0);
      if (index !== now.item) chooseItem(index, { turning: false });
      return undefined;
    }
    const list = column ? views.reading.filter((n) => column.querySelector(`.prose:not([hidden]) [data-s="${n}"]`)) : statements.map((_, n) => n).filter((n) => shown[n]);
    if (list.length) choose(next(list, list.indexOf(now.chosen), first < 0 ? list.length - 1 : 0), { turning: false });
    return undefined;
  }

  const toggle = (set, value) => set.delete(value) || set.add(value);
  function fold(number) {
    if (number === null || (!now.folds.has(number) && !argument.around(number).length)) return;
    toggle(now.folds, number);
    draw();
    if (!now.folds.has(number)) picture.gather([number, ...argument.around(number)], 0.35);
  }

  /* What shows less or more has no button while one steps, and no key. */
  const unlessStepping = (act) => () => (now.step === null ? act() : undefined);

  const actions = {
    "zoom-in": picture.zoomIn,
    "zoom-out": picture.zoomOut,
    fit: picture.fit,
    fold: unlessStepping(() => fold(now.chosen)),
    "fold-all": unlessStepping(() => {
      now.folds = new Set(statements.map((_, n) => n).filter((n) => argument.around(n).length));
      draw();
      picture.fit();
    }),
    only: unlessStepping(() => {
      if (now.chosen === null) return;
      now.only = !now.only;
      draw();
      picture.fit();
    }),
    all: () => {
      state.fresh();
      by("search").value = "";
      draw();
      picture.fit();
    },
    step: () => {
      now.step = now.step === null ? 0 : null;
      now.folds.clear();
      now.only = false;
      if (now.step === null) draw();
      else present(views.order[0] ?? null);
      if (now.step !== null && narrow()) turn("detail");
    },
    back: () => step(-1),
    next: () => step(1),
    theme: theme.turn,
    more: () => {
      const open = by("more").getAttribute("aria-expanded") !== "true";
      by("more").setAttribute("aria-expanded", String(open));
      by("bar").classList.toggle("open", open);
    },
    help: () => {
      by("letters").checked = state.letters();
      by("keys").showModal();
    },
  };
  for (const [id, act] of Object.entries(actions)) by(id).addEventListener("click", () => act());

  /* Which pane a narrow screen shows; and, of columns, whether the map is in their place. */
  function turn(view) {
    body.dataset.view = view;
    // Beside the map stands the text or the outline; beside the columns stands nothing.
    const wide = !narrow();
    const same = { map: "text", detail: "text" };
    const other = { left: "between", right: "between", outline: "map", detail: "map" };
    const pressed = wide ? ((body.dataset.mode === "map" ? same : other)[view] ?? view) : view;
    for (const tab of document.querySelectorAll("[data-show]")) {
      tab.setAttribute("aria-pressed", String(tab.dataset.show === pressed));
      if (tab.dataset.show === pressed) tab.scrollIntoView({ block: "nearest", inline: "nearest" });
    }
    if (by("map").clientWidth && !turn.fitted) {
      turn.fitted = true;
      picture.begin(views.order[0]);
      if (now.chosen !== null) picture.bring(now.chosen, true);
    } else if (view === "map" && narrow() && now.chosen !== null) picture.bring(now.chosen, false, false);
    // What was chosen while a pane was out of sight is brought into it now.
    if (now.chosen !== null) views.bring(now.chosen, false);
    else if (now.item !== null && columns()) views.bringItem(now.item);
    else if (now.item !== null) picture.bringItem(now.item, 0.5);
    by("position").textContent = position();
    state.keep();
  }
  document.querySelector(".tabs").addEventListener("click", (event) => {
    const tab = event.target.closest("[data-show]");
    if (tab) turn(tab.dataset.show);
  });

  picture.onChoose(choose, fold, chooseItem);
  document.querySelector("main").addEventListener("click", (event) => {
    if (event.target.closest("a[href], #map")) return;
    const item = event.target.closest("[data-item]");
    if (item) return chooseItem(Number(item.dataset.item));
    const own = event.target.closest("[data-s]");
    if (own && !getSelection().toString()) choose(Number(own.dataset.s));
  });
  by("search").addEventListener("input", (event) => {
    now.search = event.target.value;
    draw();
  });
  document.querySelector("form[role=search]").addEventListener("submit", (event) => event.preventDefault());
  by("search").addEventListener("keydown", (event) => {
    // The Enter that ends a composition, of Korean say, is the input method's.
    if (event.key !== "Enter" || event.isComposing) return;
    const hits = [...(found(now.search) || [])].filter(reached);
    const at = hits.indexOf(now.chosen);
    const next = event.shiftKey ? (at < 0 ? hits.length : at) - 1 : at + 1;
    if (hits.length) choose(hits[(next + hits.length) % hits.length], { turning: false });
  });
  by("filter").addEventListener("change", () => {
    const some = (name, value) => (boxes(name).every((box) => box.checked) ? null : new Set(boxes(name).filter((box) => box.checked).map(value)));
    now.kinds = some("kind", (box) => box.value);
    now.essays = some("essay", (box) => Number(box.value));
    now.question = by("question") ? by("question").value : "";
    now.flagged = Boolean(by("flagged")?.checked);
    draw();
  });
  document.addEventListener("click", (event) => {
    if (!event.target.closest("#filter")) by("filter").open = false;
  });
  views.onTurn((byHand) => {
    // What differs in the edition that was left is chosen no more.
    if (byHand && now.item !== null && !views.shownItems().includes(now.item)) chooseItem(now.item);
    else by("position").textContent = position();
  });
  by("filter").addEventListener("focusout", (event) => {
    if (event.relatedTarget && !by("filter").contains(event.relatedTarget)) by("filter").open = false;
  });

  function recall() {
    const asked = state.recall(views.order);
    views.turnEach(asked.editions.map(() => 0));
    // The pane is a tab on a phone alone.
    const view = asked.view === "detail" && !narrow() ? asked.home : asked.view;
    if (view !== body.dataset.view) turn(view);
    draw({ bring: true });
    if (now.chosen !== null) picture.bring(now.chosen, true, false); // a link leads to its middle
    if (now.item !== null && now.chosen === null) views.bringItem(now.item);
    views.turnEach(asked.editions);
    state.keep();
  }
  return { draw, choose, step, turn, recall, actions };
})();
