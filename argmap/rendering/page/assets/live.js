/* A page that is served: drawn anew when an essay is saved, in its place. */
const live = (() => {
  const key = "argmap-place";
  const panes = ["text", "left", "between", "right", "outline", "detail"];
  const bar = document.createElement("aside");
  bar.id = "live";
  bar.setAttribute("role", "status");
  bar.hidden = true;
  document.querySelector("header").after(bar);

  function tell(text, rows) {
    bar.hidden = !text;
    bar.replaceChildren();
    if (!text) return;
    bar.append(outline.make("p", text));
    if (!rows || !rows.length) return;
    const list = outline.make("ul");
    for (const row of rows) list.append(outline.make("li", row));
    bar.append(list);
  }

  /* The fragment stays by itself; keep what is in sight, and where the keyboard is. */
  function keep() {
    const own = document.activeElement;
    const place = {
      view: document.body.dataset.view,
      map: by("map").clientWidth ? picture.place() : null,
      tops: panes.map((id) => by(id)?.scrollTop ?? 0),
      choices: [...document.querySelectorAll(".choice select")].map((select) => select.value),
      theme: document.documentElement.dataset.theme ?? "",
      focus: own?.id ?? "",
      search: by("search").value,
    };
    sessionStorage.setItem(key, JSON.stringify(place));
  }

  function dress(kept) {
    if (kept.theme) document.documentElement.dataset.theme = kept.theme;
    document.querySelectorAll(".choice select").forEach((select, index) => {
      if ([...select.options].some((option) => option.value === kept.choices[index])) {
        select.value = kept.choices[index];
        select.dispatchEvent(new Event("change"));
      }
    });
    page.turn(kept.view);
  }

  function place(kept) {
    panes.forEach((id, index) => by(id)?.scrollTo({ top: kept.tops[index], behavior: "instant" }));
    if (kept.map && by("map").clientWidth) picture.restore(kept.map);
    if (kept.focus) by(kept.focus)?.focus({ preventScroll: true });
  }

  /* Put back what was kept, once all that the page does at its start is done. */
  function restore(done) {
    const kept = sessionStorage.getItem(key);
    sessionStorage.removeItem(key);
    if (kept === null) return done();
    const last = JSON.parse(kept);
    const frame = requestAnimationFrame;
    dress(last);
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
