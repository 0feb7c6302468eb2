/* The map: pan, zoom, fit, and which of its boxes and lines are lit, dim or gone. */
const picture = (() => {
  const pane = document.getElementById("map");
  const canvas = document.getElementById("canvas");
  const svg = canvas.querySelector("svg");
  const graph = svg.querySelector("g.graph");
  const boxes = new Map();
  const lines = new Map();
  for (const [index, attribute] of [[boxes, "data-s"], [lines, "data-l"]]) {
    for (const element of svg.querySelectorAll(`[${attribute}]`)) {
      const number = Number(element.getAttribute(attribute));
      if (!index.has(number)) index.set(number, []);
      index.get(number).push(element);
    }
  }
  const width = svg.viewBox.baseVal.width;
  const height = svg.viewBox.baseVal.height;
  const zoom = Panzoom(canvas, { minScale: 0.02, maxScale: 8, step: 0.25, cursor: "grab", duration: 150 });
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
    const shift = graph.transform.baseVal.consolidate()?.matrix ?? { e: 0, f: 0 };
    const box = element.getBBox();
    return [box.x + shift.e, box.y + shift.f, box.x + box.width + shift.e, box.y + box.height + shift.f];
  }

  function middle(elements) {
    const [left, top, right, bottom] = frame(elements[0]);
    return [(left + right) / 2, (top + bottom) / 2];
  }

  /* Fit the map, or what is left of it where something is hidden. */
  function fit() {
    if (!pane.clientWidth) return;
    const all = [...boxes.values()].flat();
    const left = all.filter((element) => !element.classList.contains("gone"));
    let edges = [0, 0, width, height];
    if (left.length && left.length < all.length) {
      const frames = left.map(frame);
      edges = [0, 1, 2, 3].map((side) => frames.map((each) => each[side]).reduce((a, b) => (side < 2 ? Math.min(a, b) : Math.max(a, b))));
    }
    const [x1, y1, x2, y2] = edges;
    const scale = Math.min(pane.clientWidth / (x2 - x1), pane.clientHeight / (y2 - y1), 1.5) * 0.96;
    centre((x1 + x2) / 2, (y1 + y2) / 2, scale, false);
  }

  /* Bring a statement to the middle, readable; leave the map alone where it is in sight already. */
  function bring(number, always) {
    const elements = boxes.get(number);
    if (!elements || !pane.clientWidth) return;
    const own = elements[0].getBoundingClientRect();
    const frame = pane.getBoundingClientRect();
    const inside = own.left >= frame.left && own.right <= frame.right && own.top >= frame.top && own.bottom <= frame.bottom;
    if (inside && !always && zoom.getScale() > 0.4) return;
    const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
    centre(...middle(elements), Math.max(zoom.getScale(), 0.7), !calm);
  }

  function mark(index, sets) {
    for (const [number, elements] of index) {
      for (const element of elements) {
        for (const [name, has] of Object.entries(sets)) element.classList.toggle(name, has(number));
      }
    }
  }

  /* ``gone`` and ``dim`` tell of a statement; a line goes with its ends. */
  function show(gone, dim, lit) {
    mark(boxes, {
      gone,
      dim,
      chosen: (n) => n === lit.chosen,
      ground: (n) => lit.grounds.has(n),
      attacker: (n) => lit.attackers.has(n),
      consequence: (n) => lit.consequences.has(n),
    });
    const ends = (n) => [links[n].from, argument.targets(n)];
    mark(lines, {
      gone: (n) => ends(n).some((side) => side.length && side.every(gone)),
      dim: (n) => ends(n).some((side) => side.length && side.every(dim)),
      lit: (n) => lit.links.has(n),
    });
    svg.classList.toggle("choosing", lit.chosen !== null);
  }

  let down = null;
  pane.addEventListener("pointerdown", (event) => (down = [event.clientX, event.clientY]), true);
  function onChoose(choose) {
    pane.addEventListener("click", (event) => {
      if (down && Math.hypot(event.clientX - down[0], event.clientY - down[1]) > 6) return;
      const box = event.target.closest("[data-s]");
      const line = event.target.closest("[data-l]");
      if (box) choose(Number(box.dataset.s));
      else if (line) choose(links[Number(line.dataset.l)].from[0]);
    });
  }

  return {
    fit,
    bring,
    show,
    onChoose,
    has: (number) => boxes.has(number),
    zoomIn: () => zoom.zoomIn(),
    zoomOut: () => zoom.zoomOut(),
    place: () => ({ scale: zoom.getScale(), ...zoom.getPan() }),
    restore: ({ scale, x, y }) => {
      zoom.zoom(scale, { force: true, animate: false });
      zoom.pan(x, y, { force: true, animate: false });
    },
  };
})();
