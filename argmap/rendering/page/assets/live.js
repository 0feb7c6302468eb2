/* A page that is served: drawn anew when an essay is saved, in its place. */
const live = (() => {
  const key = "argmap-place";
  const panes = ["text", "left", "between", "right", "outline", "detail"];
  const bar = document.createElement("aside");
  bar.id = "live";
  bar.setAttribute("role", "status");
  document.querySelector("header").after(bar);

  function tell(text, rows) {
    bar.replaceChildren();
    if (!text) return;
    bar.append(outline.make("p", text));
    if (!rows || !rows.length) return;
    const list = outline.make("ul");
    for (const row of rows) list.append(outline.make("li", row));
    bar.append(list);
  }

  /* The rows of a pane by names that stay when the essay grows: the statement's or item's, and which of its rows. */
  function rows(pane) {
    const count = new Map();
    return new Map([...(pane?.querySelectorAll("[data-s], [data-item]") ?? [])].map((row) => {
      const { s, item } = row.dataset;
      const name = s === undefined ? `item ${data.itemNames[item]}` : `s ${state.nameOf(Number(s))}`;
      count.set(name, (count.get(name) ?? 0) + 1);
      return [`${name} ${count.get(name)}`, row];
    }));
  }

  const most = 40; // as many are kept as may go at once

  /* Where the rows of a pane stand in its sight: the chosen one first, then from the top those that begin there. */
  function heights(pane) {
    const { top, bottom } = pane.getBoundingClientRect();
    const head = top + (pane.querySelector(".choice")?.offsetHeight ?? 0);
    const found = [];
    for (const [name, row] of rows(pane)) {
      const own = row.getBoundingClientRect();
      if (!own.height || own.bottom <= head || own.top >= bottom) continue;
      found.push({ name, top: own.top - top, rank: row.classList.contains("chosen") ? 0 : own.top >= head ? 1 : 2 });
    }
    return found.sort((a, b) => a.rank - b.rank || a.top - b.top).slice(0, most);
  }

  /* The pane about the chosen statement has rows only below what it says of that. */
  function keepPane(pane) {
    return pane?.clientHeight ? { top: pane.scrollTop, rows: pane.id === "detail" ? [] : heights(pane) } : null;
  }

  function keepMap() {
    const spots = picture.spots().slice(0, most);
    return { ...picture.place(), spots: spots.map((spot) => ({ ...spot, name: state.nameOf(spot.number) })) };
  }

  function keepFocus() {
    const own = document.activeElement;
    const pane = own?.closest(".pane");
    const row = [...rows(pane)].find(([, each]) => each === own);
    return { id: own?.id ?? "", box: [own?.name ?? "", own?.value ?? ""], pane: pane?.id ?? "", row: row?.[0] ?? "" };
  }

  /* The fragment says what is chosen; keep what is in sight, and where the keyboard is. */
  function keep() {
    state.keep();
    const place = {
      map: by("map").clientWidth ? keepMap() : null,
      panes: panes.map((id) => keepPane(by(id))),
      open: ["filter", "keys"].filter((id) => by(id).open),
      tools: by("bar").classList.contains("open"),
      focus: keepFocus(),
    };
    storage.write("sessionStorage", key, JSON.stringify(place));
  }

  function placePane(pane, kept) {
    if (!kept || !pane?.clientHeight) return;
    const scroll = (top) => pane.scrollTo({ top, behavior: "instant" });
    scroll(kept.top);
    const known = rows(pane);
    const same = kept.rows.find(({ name }) => known.get(name)?.offsetParent);
    if (!same) return;
    const off = known.get(same.name).getBoundingClientRect().top - pane.getBoundingClientRect().top - same.top;
    if (Math.abs(off) >= 1) scroll(pane.scrollTop + off);
  }

  function placeMap(kept) {
    if (!kept || !by("map").clientWidth) return;
    const spots = kept.spots.map((spot) => ({ ...spot, number: state.known(spot.name) }));
    if (!spots.some((spot) => picture.settle(kept.scale, spot))) picture.restore(kept);
    if ((spots.length || now.step !== null) && !picture.spots().length) picture.fit();
  }

  /* A field of the filter is known by its name and value. */
  function placeFocus({ id, box, pane, row }) {
    const field = [...document.getElementsByName(box[0])].find(({ value }) => value === box[1]);
    const own = (id ? by(id) : field) ?? rows(by(pane)).get(row) ?? by(pane);
    own?.focus({ preventScroll: true });
  }

  function place(kept) {
    if (kept.tools) page.actions.more();
    if (kept.open?.includes("filter")) by("filter").open = true;
    if (kept.open?.includes("keys")) page.actions.help();
    panes.forEach((id, index) => placePane(by(id), kept.panes[index]));
    placeMap(kept.map);
    placeFocus(kept.focus);
  }

  /* Put back what was kept, once all that the page does at its start is done. */
  function restore(done) {
    const kept = storage.read("sessionStorage", key);
    storage.write("sessionStorage", key, null);
    if (kept === null) return done();
    const last = JSON.parse(kept);
    const frame = requestAnimationFrame;
    // What brings the chosen statement in sight may need a frame more.
    return frame(() => frame(() => {
      place(last);
      done();
    }));
  }

  const told = (event) => JSON.parse(event.data);
  const events = new EventSource("events");
  // The first message says which page the server has now; this one may be older.
  events.addEventListener("page", (event) => {
    const { version } = told(event);
    if (String(version) === document.documentElement.dataset.version) return tell("");
    keep();
    location.reload();
  });
  events.addEventListener("busy", () => tell(words.busy));
  events.addEventListener("fault", (event) => tell(words.stale, told(event).lines));
  events.addEventListener("error", () => tell(words.lost));
  return { restore };
})();
