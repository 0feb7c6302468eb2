/* The text, the outline and the columns: what is marked in them, and what is in sight. */
const views = (() => {
  const byNumber = (root) => {
    const index = new Map();
    for (const element of document.querySelectorAll(root)) {
      const number = Number(element.dataset.s);
      if (!index.has(number)) index.set(number, []);
      index.get(number).push(element);
    }
    return index;
  };
  const marks = byNumber(".prose [data-s]");
  const entries = byNumber("#outline [data-s]");
  const lists = [...document.querySelectorAll("#outline h3")];
  const items = [...document.querySelectorAll("#between [data-item]")];
  const between = document.getElementById("between");
  const stops = between && outline.rove(between, ".item");
  const selects = [...document.querySelectorAll(".choice select")];
  const calm = () => matchMedia("(prefers-reduced-motion: reduce)").matches;

  /* Scroll a pane so that an element of it is in sight, without moving the page. */
  function reveal(element, smooth, again = true) {
    const pane = element.closest(".pane");
    if (!pane || !pane.clientHeight || !element.offsetParent) return;
    const own = element.getBoundingClientRect();
    const frame = pane.getBoundingClientRect();
    const head = pane.querySelector(".choice")?.offsetHeight ?? 0;
    if (again && own.top >= frame.top + head + 8 && own.bottom <= frame.bottom - 8) return;
    const far = own.top - frame.top - Math.max(16 + head, (frame.height - own.height) / 3);
    const glide = smooth && !calm() && Math.abs(far) < 3 * frame.height;
    pane.scrollTo({ top: pane.scrollTop + far, behavior: glide ? "smooth" : "auto" });
    // What was never in sight had only about its height until now.
    if (!glide && again) requestAnimationFrame(() => reveal(element, false, false));
  }

  /* Choose which essay a column shows, where it holds several. */
  let turned = () => {};
  function turnTo(select, byHand = false) {
    const pane = select.closest(".pane");
    for (const article of pane.querySelectorAll(".prose")) article.hidden = article.dataset.essay !== select.value;
    if (pane.id !== "right") return;
    for (const row of document.querySelectorAll("#between [data-column]")) {
      row.hidden = row.dataset.column !== "-1" && row.dataset.column !== select.value;
    }
    turned(byHand);
  }

  function turnToEssay(essay) {
    for (const select of selects) {
      if ([...select.options].some((option) => option.value === essay) && select.value !== essay) {
        select.value = essay;
        turnTo(select);
        state.keep();
      }
    }
  }

  /* Turn each column that holds several essays to one, by its place there; -1 leaves it. */
  function turnEach(places) {
    selects.forEach((select, index) => {
      if (places[index] < 0) return;
      select.selectedIndex = places[index];
      turnTo(select);
    });
  }

  /* Set classes where they change. */
  const before = new WeakMap();
  function dress(element, names) {
    const now = names.filter(Boolean);
    const old = before.get(element) || [];
    if (old.length === now.length && old.every((name, place) => name === now[place])) return;
    element.classList.remove(...old);
    element.classList.add(...now);
    before.set(element, now);
  }

  /* Show what is hidden, dim, lit and chosen. */
  function show(gone, dim, lit, told, hits) {
    for (const [number, elements] of entries) {
      const now = [gone(number) && "gone", dim(number) && "dim", number === lit.chosen && "chosen"];
      for (const element of elements) {
        dress(element, now);
        if (number === lit.chosen) element.setAttribute("aria-current", "true");
        else element.removeAttribute("aria-current");
      }
    }
    for (const list of lists) list.hidden = list.nextElementSibling.hidden = !list.nextElementSibling.querySelector(".o:not(.gone)");
    for (const [number, elements] of marks) {
      const now = [
        (dim(number) || gone(number)) && "dim",
        hits !== null && hits.has(number) && "hit",
        told.has(number) && "told",
        lit.grounds.has(number) && "ground",
        lit.attackers.has(number) && "attacker",
        lit.consequences.has(number) && "consequence",
        number === lit.chosen && "chosen",
      ];
      for (const element of elements) dress(element, now);
    }
  }

  /* Bring a statement in sight in the text and the outline. */
  function bring(number, smooth) {
    turnToEssay(String(statements[number].essay));
    for (const index of [marks, entries]) {
      const found = index.get(number);
      if (found) reveal(found[0], smooth);
    }
    outline.stops.stop(entries.get(number)?.[0]);
  }

  function showItems(index, chosen, seen) {
    items.forEach((element, number) => {
      dress(element, [
        number === index && "chosen",
        chosen !== null && data.items[number].includes(chosen) && "near",
        !seen(number) && "dim",
      ]);
      element.setAttribute("aria-pressed", String(number === index));
    });
  }

  /* Bring what an item is about in sight, in both columns. */
  function bringItem(index) {
    const column = items[index].closest("[data-column]").dataset.column;
    if (column !== "-1") turnToEssay(column);
    stops.stop(items[index]);
    reveal(items[index], true);
    for (const id of ["left", "right"]) {
      const pane = document.getElementById(id);
      const found = data.items[index]
        .flatMap((number) => marks.get(number) || [])
        .find((element) => pane.contains(element) && !element.closest("[hidden]"));
      if (found) reveal(found, true);
    }
  }

  for (const select of selects) {
    turnTo(select);
    select.addEventListener("change", () => {
      turnTo(select, true);
      state.keep();
    });
  }
  // A contrast draws what meets, and leaves the rest to the texts.
  const order = [...entries.keys()].filter((number) => data.mode === "map" || picture.has(number));
  const reading = [...new Set([...marks.keys()].sort((a, b) => a - b))];
  const shownItems = () => items.map((element, index) => index).filter((index) => !items[index].closest("[hidden]"));
  return { show, bring, showItems, bringItem, turnEach, onTurn: (tell) => (turned = tell), shownItems, items, order, reading };
})();
