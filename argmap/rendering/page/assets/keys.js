/* The keyboard: along the argument, through the panes, and single letters that can be switched off. */
(() => {
  const { choose, actions } = page;

  /* Left to what a statement bears on, right to its grounds, up and down among equals. */
  function move(key) {
    if (now.chosen === null) return choose(views.order[0] ?? null, { turning: false });
    const go = (number) => number !== undefined && choose(number, { turning: false });
    const onward = argument.consequences(now.chosen);
    if (key === "ArrowLeft") return go(onward[0]);
    if (key === "ArrowRight") return go(argument.around(now.chosen)[0]);
    const equals = onward.length ? argument.around(onward[0]) : views.order.filter((n) => !argument.consequences(n).length);
    return go(equals[equals.indexOf(now.chosen) + (key === "ArrowDown" ? 1 : -1)]);
  }

  const far = { ArrowLeft: [90, 0], ArrowRight: [-90, 0], ArrowUp: [0, 90], ArrowDown: [0, -90] };
  const letters = { n: "next", p: "back", f: "fold", F: "fold-all", o: "only", s: "step", 0: "fit", "+": "zoom-in", "=": "zoom-in", "-": "zoom-out", "?": "help" };
  const turning = { PageDown: 1, PageUp: -1, " ": 1 };

  function escape(target) {
    if (by("filter").open) {
      by("filter").open = false;
      if (target.closest("#filter")) by("filter").querySelector("summary").focus();
    } else if (target.closest("input, select")) target.blur();
    else if (now.step !== null) actions.step();
    else actions.all();
  }

  document.addEventListener("keydown", (event) => {
    const { target } = event;
    // A Korean or Cyrillic layout gives its own letters: there the key's place says which is meant.
    const place = /^Key([A-Z])$/.exec(event.code);
    const own = place && /^\P{ASCII}$/u.test(event.key);
    const key = own ? (event.shiftKey ? place[1] : place[1].toLowerCase()) : event.key;
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || by("keys").open) return;
    const typing = target.closest("input, select, textarea");
    const take = (act) => {
      event.preventDefault();
      act();
    };
    if (key === "Escape") return take(() => escape(target));
    if (typing) return undefined;
    // What a presenter's clicker sends.
    if (now.step !== null && turning[key] && !(key === " " && target.closest("button, summary, a"))) {
      return take(() => page.step(turning[key]));
    }
    const onMap = target === document.body || target.closest("#map");
    if (onMap && far[key]) {
      return take(() => (event.shiftKey ? picture.pan(...far[key]) : move(key)));
    }
    if (key === "Enter" && target.id === "map" && now.chosen !== null) {
      return take(() => {
        page.turn(matchMedia("(max-width: 760px)").matches ? "detail" : document.body.dataset.view);
        by("detail").focus();
      });
    }
    if (!state.letters()) return undefined;
    if (key === "/") return take(() => by("search").focus());
    if ((key === "n" || key === "p") && target.closest("#left, #right, #text")) {
      return take(() => page.step(key === "n" ? 1 : -1, target.closest(".pane")));
    }
    if (letters[key]) return take(() => actions[letters[key]]());
    return undefined;
  });
  by("letters").addEventListener("change", (event) => {
    state.letters(event.target.checked);
    state.keep();
  });
  document.querySelector(".skip").addEventListener("click", (event) => {
    event.preventDefault();
    page.turn("outline");
    by("outline").focus();
  });
})();
