/* The map: pan, zoom, fit, and which of its boxes and lines are lit, dim or gone. */
const picture = (() => {
  const pane = document.getElementById("map");
  const canvas = document.getElementById("canvas");
  const svg = canvas.querySelector("svg");
  const width = svg.viewBox.baseVal.width;
  const height = svg.viewBox.baseVal.height;
  const readable = 0.55;
  const zoom = Panzoom(canvas, { minScale: 0.02, maxScale: 8, step: 0.25, cursor: "grab", duration: 150 });
  const calm = () => matchMedia("(prefers-reduced-motion: reduce)").matches;

  /* Boxes by their statements; a line, or the node of a link, with its link and what stands at its ends. */
  const boxes = new Map();
  for (const element of svg.querySelectorAll("[data-s]")) {
    const number = Number(element.getAttribute("data-s"));
    if (!boxes.has(number)) boxes.set(number, []);
    boxes.get(number).push(element);
  }
  const lines = [...svg.querySelectorAll("[data-l]")].map((element) => ({
    element,
    link: Number(element.getAttribute("data-l")),
    ends: (element.getAttribute("data-e") || "").split(" ").filter(Boolean).map(Number),
    edge: element.classList.contains("edge"),
  }));

  pane.addEventListener("wheel", (event) => zoom.zoomWithWheel(event), { passive: false });

  /* Panzoom turns a point p of the canvas into W/2 + scale (p + pan - W/2). */
  function centre(x, y, scale, animate) {
    const panX = (pane.clientWidth - width) / 2 / scale - x + width / 2;
    const panY = (pane.clientHeight - height) / 2 / scale - y + height / 2;
    zoom.zoom(scale, { animate, force: true });
    zoom.pan(panX, panY, { animate, force: true });
  }

  /* Where an element is on the canvas: left, top, right, bottom. */
  function frame(element) {
    const box = element.getBBox();
    const { a, d, e, f } = element.getCTM();
    return [a * box.x + e, d * box.y + f, a * (box.x + box.width) + e, d * (box.y + box.height) + f];
  }

  /* Fit the map, or what is left of it where something is hidden. */
  function fit() {
    if (!pane.clientWidth) return;
    const all = [...boxes.values()].flat();
    const left = all.filter((element) => !element.classList.contains("gone"));
    let [x1, y1, x2, y2] = [0, 0, width, height];
    if (left.length && left.length < all.length) {
      const frames = left.map(frame);
      [x1, y1, x2, y2] = [0, 1, 2, 3].map((side) => frames.map((each) => each[side]).reduce((a, b) => (side < 2 ? Math.min(a, b) : Math.max(a, b))));
    }
    const scale = Math.min(pane.clientWidth / (x2 - x1), pane.clientHeight / (y2 - y1), 1.5) * 0.96;
    centre((x1 + x2) / 2, (y1 + y2) / 2, scale, false);
  }

  /* Begin with the whole where it can be read, and else with its first statement. */
  function begin(first) {
    if (!pane.clientWidth) return;
    const whole = Math.min(pane.clientWidth / width, pane.clientHeight / height);
    const elements = boxes.get(first);
    if (whole > readable / 2 || !elements) return fit();
    const [left, top, , bottom] = frame(elements[0]);
    const half = pane.clientWidth / 2 / readable;
    centre(left - 24 + half, (top + bottom) / 2, readable, false);
  }

  /* Bring a statement to the middle, readable; leave the map alone where it is in sight already. */
  function bring(number, always) {
    const elements = boxes.get(number);
    if (!elements || !pane.clientWidth) return;
    const own = elements[0].getBoundingClientRect();
    const sight = pane.getBoundingClientRect();
    const inside = own.left >= sight.left && own.right <= sight.right && own.top >= sight.top && own.bottom <= sight.bottom;
    if (inside && !always && zoom.getScale() > 0.4) return;
    const [left, top, right, bottom] = frame(elements[0]);
    centre((left + right) / 2, (top + bottom) / 2, Math.max(zoom.getScale(), 0.7), !calm());
  }

  /* Bring some statements in sight together, the first of them at all events. */
  function gather(numbers, least) {
    const frames = numbers.flatMap((number) => (boxes.get(number) || []).slice(0, 1)).map(frame);
    if (!frames.length || !pane.clientWidth) return;
    const [x1, y1, x2, y2] = [0, 1, 2, 3].map((side) => frames.map((each) => each[side]).reduce((a, b) => (side < 2 ? Math.min(a, b) : Math.max(a, b))));
    const scale = Math.min(pane.clientWidth / (x2 - x1 + 60), pane.clientHeight / (y2 - y1 + 60), 1.2);
    const [left, top, right, bottom] = scale < least ? frames[0] : [x1, y1, x2, y2];
    centre((left + right) / 2, (top + bottom) / 2, Math.max(scale, least), !calm());
  }

  const pan = (x, y) => zoom.pan(x / zoom.getScale(), y / zoom.getScale(), { relative: true, animate: !calm(), force: true });

  /* Set classes, and touch only what changes: a map may have thousands of elements. */
  const names = ["gone", "dim", "chosen", "ground", "attacker", "consequence", "lit"];
  const before = new WeakMap();
  function dress(element, now) {
    const old = before.get(element) || 0;
    if (old === now) return;
    before.set(element, now);
    names.forEach((name, bit) => {
      if ((old ^ now) & (1 << bit)) element.classList.toggle(name, Boolean(now & (1 << bit)));
    });
  }
  const bits = (...flags) => flags.reduce((sum, flag, bit) => sum + (flag ? 1 << bit : 0), 0);

  /* ``gone`` and ``dim`` tell of a statement; a line goes with its ends. */
  function show(gone, dim, lit) {
    for (const [number, elements] of boxes) {
      const now = bits(gone(number), dim(number), number === lit.chosen, lit.grounds.has(number), lit.attackers.has(number), lit.consequences.has(number));
      for (const element of elements) dress(element, now);
    }
    for (const { element, link, ends, edge } of lines) {
      const sides = [links[link].from, argument.targets(link)];
      const all = (is) => sides.some((side) => side.length && side.every(is)) || ends.some(is);
      dress(element, bits(all(gone), all(dim), false, false, false, false, edge && lit.links.has(link)));
    }
    svg.classList.toggle("choosing", lit.chosen !== null);
  }

  /* Write on folded boxes how much they hide. */
  const badges = new Map();
  function badge(counts) {
    for (const [number, element] of badges) {
      if (!counts.has(number)) {
        element.remove();
        badges.delete(number);
      }
    }
    for (const [number, count] of counts) {
      const box = boxes.get(number)?.[0];
      if (!box) continue;
      if (!badges.has(number)) {
        const { x, y, width: wide, height: high } = box.getBBox();
        const text = document.createElementNS("http://www.w3.org/2000/svg", "text");
        text.setAttribute("class", "badge");
        text.setAttribute("x", x + wide + 4);
        text.setAttribute("y", y + high / 2 + 5);
        box.append(text);
        badges.set(number, text);
      }
      badges.get(number).textContent = `+${count}`;
    }
  }

  let down = null;
  pane.addEventListener("pointerdown", (event) => (down = [event.clientX, event.clientY]), true);
  function onChoose(choose, twice) {
    const own = (event) => event.target.closest("[data-s]");
    pane.addEventListener("click", (event) => {
      if (down && Math.hypot(event.clientX - down[0], event.clientY - down[1]) > 6) return;
      const line = event.target.closest("[data-l]");
      if (own(event)) choose(Number(own(event).dataset.s));
      else if (line) choose(links[Number(line.dataset.l)].from[0]);
    });
    pane.addEventListener("dblclick", (event) => own(event) && twice(Number(own(event).dataset.s)));
  }

  return {
    fit,
    begin,
    bring,
    gather,
    pan,
    show,
    badge,
    onChoose,
    zoomIn: () => zoom.zoomIn({ animate: !calm() }),
    zoomOut: () => zoom.zoomOut({ animate: !calm() }),
    place: () => ({ scale: zoom.getScale(), ...zoom.getPan() }),
    restore: ({ scale, x, y }) => {
      zoom.zoom(scale, { force: true, animate: false });
      zoom.pan(x, y, { force: true, animate: false });
    },
  };
})();
