/* The map: pan, zoom, fit, and which of its boxes and lines are lit, dim or gone. */
const picture = (() => {
  const pane = document.getElementById("map");
  const canvas = document.getElementById("canvas");
  const svg = canvas.querySelector("svg");
  const width = svg.viewBox.baseVal.width;
  const height = svg.viewBox.baseVal.height;
  const readable = 0.55;
  const zoom = Panzoom(canvas, { minScale: 0.02, maxScale: 8, canvas: true, cursor: "grab", duration: 150, noBind: true });
  const calm = () => matchMedia("(prefers-reduced-motion: reduce)").matches;
  const { extent, frame, look } = sight(svg);

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
  }));

  /* The frames of questions, by the items between the columns. */
  const frames = new Map([...svg.querySelectorAll("[data-i]")].map((element) => [Number(element.dataset.i), element]));
  /* A question is drawn in a group of its own, with the statements that it has. */
  const groups = [...frames].map(([index, element]) => {
    const group = element.closest(".graph");
    return { index, group, numbers: [...group.querySelectorAll("[data-s]")].map((box) => Number(box.dataset.s)) };
  });

  /* Panzoom turns a point p of the canvas into W/2 + scale (p + pan - W/2). */
  function centre(x, y, scale, animate) {
    const panX = (pane.clientWidth - width) / 2 / scale - x + width / 2;
    const panY = (pane.clientHeight - height) / 2 / scale - y + height / 2;
    zoom.zoom(scale, { animate, force: true });
    zoom.pan(panX, panY, { animate, force: true });
  }

  const within = (scale) => {
    const { minScale, maxScale } = zoom.getOptions();
    return Math.min(Math.max(scale, minScale), maxScale);
  };

  /* Bring what is at one point of the pane to another, and make it so much larger. */
  function carry(from, to, factor) {
    const old = zoom.getScale();
    const scale = within(old * factor);
    const { x, y } = zoom.getPan();
    const moved = (pan, size, at, next) => pan + (next - size / 2) / scale - (at - size / 2) / old;
    restore({ scale, x: moved(x, width, from.x, to.x), y: moved(y, height, from.y, to.y) });
  }

  /* The part of the canvas that is in sight: left, top, right, bottom. */
  function view(wide = pane.clientWidth, high = pane.clientHeight) {
    const scale = zoom.getScale();
    const { x, y } = zoom.getPan();
    const [left, top] = [width / 2 - x - width / 2 / scale, height / 2 - y - height / 2 / scale];
    return [left, top, left + wide / scale, top + high / scale];
  }

  /* Draw what is in sight, once there is a place to begin with; without asking for a layout. */
  const room = { wide: 0, high: 0, begun: false };
  function see() {
    if (room.begun && room.wide) look(...view(room.wide, room.high), zoom.getScale());
  }
  canvas.addEventListener("panzoomchange", see);
  new ResizeObserver(([{ contentRect }]) => {
    room.wide = contentRect.width;
    room.high = contentRect.height;
    see();
  }).observe(pane);

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

  /* Begin with the whole where it can be read, and else with its first question or statement. */
  function begin(first) {
    if (!pane.clientWidth) return;
    room.begun = true;
    const whole = Math.min(pane.clientWidth / width, pane.clientHeight / height);
    const elements = boxes.get(first);
    if (whole > readable / 2 || !(elements || frames.size)) return fit();
    if (frames.size) return reveal([frames.get(0)], readable);
    const [left, top, , bottom] = frame(elements[0]);
    const half = pane.clientWidth / 2 / readable;
    centre(left - 24 + half, (top + bottom) / 2, readable, false);
  }

  /* Of the boxes of one statement, which may be drawn with several questions, that nearest to the middle. */
  function nearest(elements) {
    if (elements.length < 2) return elements[0];
    const [x1, y1, x2, y2] = view();
    const off = elements.map(frame).map(([left, top, right, bottom]) => Math.hypot(left + right - x1 - x2, top + bottom - y1 - y2));
    return elements[off.indexOf(Math.min(...off))];
  }

  /* Bring a statement to the middle, readable; leave the map alone where it is in sight already. */
  function bring(number, always, glide = !calm()) {
    if (!boxes.has(number) || !pane.clientWidth) return;
    const [left, top, right, bottom] = frame(nearest(boxes.get(number)));
    const [x1, y1, x2, y2] = view();
    const inside = left >= x1 && right <= x2 && top >= y1 && bottom <= y2;
    if (inside && !always && zoom.getScale() > 0.4) return;
    centre((left + right) / 2, (top + bottom) / 2, Math.max(zoom.getScale(), 0.7), glide);
  }

  /* Bring some statements in sight together, the first of them at all events. */
  function gather(numbers, least) {
    reveal(numbers.filter((number) => boxes.has(number)).map((number) => nearest(boxes.get(number))), least);
  }

  function reveal(elements, least) {
    const all = elements.map(frame);
    if (!all.length || !pane.clientWidth) return;
    const [x1, y1, x2, y2] = [0, 1, 2, 3].map((side) => all.map((each) => each[side]).reduce((a, b) => (side < 2 ? Math.min(a, b) : Math.max(a, b))));
    const scale = Math.min(pane.clientWidth / (x2 - x1 + 60), pane.clientHeight / (y2 - y1 + 60), 1.2);
    const [left, top, right, bottom] = scale < least ? all[0] : [x1, y1, x2, y2];
    const used = Math.max(scale, least);
    // What is larger than the pane begins at its corner.
    const middle = (from, to, room) => Math.min((from + to) / 2, from - 12 + room / 2 / used);
    centre(middle(left, right, pane.clientWidth), middle(top, bottom, pane.clientHeight), used, !calm());
  }

  /* Larger or smaller about the middle of the sight; Panzoom would do so about that of the map. */
  function scaleBy(factor) {
    const [x1, y1, x2, y2] = view();
    centre((x1 + x2) / 2, (y1 + y2) / 2, within(zoom.getScale() * factor), !calm());
  }

  /* Bring what lies between the columns in sight: its frame, or its statements. */
  function bringItem(index, least) {
    if (frames.has(index)) reveal([frames.get(index)], least);
    else gather(data.items[index], least);
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
  function show(gone, dim, lit, item) {
    for (const [number, elements] of boxes) {
      const now = bits(gone(number), dim(number), number === lit.chosen, lit.grounds.has(number), lit.attackers.has(number), lit.consequences.has(number));
      for (const element of elements) dress(element, now);
    }
    for (const { element, link, ends } of lines) {
      const sides = [links[link].from, argument.targets(link)];
      const all = (is) => sides.some((side) => side.length && side.every(is)) || ends.some(is);
      dress(element, bits(all(gone), all(dim), false, false, false, false, lit.links.has(link)));
    }
    for (const [index, element] of frames) dress(element, bits(false, false, index === item));
    // A question goes with all that is said to it, unless it is the one that is asked for.
    const some = groups.length > 0 && [...boxes.keys()].some(gone);
    for (const { index, group, numbers } of groups) dress(group, bits(some && index !== item && numbers.every(gone)));
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
        const [, top, right, bottom] = extent(box);
        const text = document.createElementNS("http://www.w3.org/2000/svg", "text");
        text.setAttribute("class", "badge");
        text.setAttribute("x", right + 4);
        text.setAttribute("y", (top + bottom) / 2 + 5);
        box.append(text);
        badges.set(number, text);
      }
      badges.get(number).textContent = `+${count}`;
    }
  }

  const { strayed } = gestures(pane, carry);
  function onChoose(choose, twice, chooseItem) {
    const own = (event) => event.target.closest("[data-s]");
    pane.addEventListener("click", (event) => {
      if (strayed()) return;
      const line = event.target.closest("[data-l]");
      if (own(event)) choose(Number(own(event).dataset.s));
      else if (line) choose(links[Number(line.dataset.l)].from[0]);
      else if (event.target.closest("[data-i]")) chooseItem(Number(event.target.closest("[data-i]").dataset.i));
    });
    pane.addEventListener("dblclick", (event) => own(event) && twice(Number(own(event).dataset.s)));
  }

  /* Where boxes stand in sight, from their corners: the chosen one first, then from the middle outwards. */
  function spots() {
    const [x1, y1, x2, y2] = view();
    const scale = zoom.getScale();
    const found = [];
    for (const [number, elements] of boxes) {
      elements.forEach((element, nth) => {
        const [left, top, right, bottom] = frame(element);
        if (element.classList.contains("gone") || right < x1 || left > x2 || bottom < y1 || top > y2) return;
        const off = Math.hypot(left + right - x1 - x2, top + bottom - y1 - y2);
        found.push({ number, nth, x: (left - x1) * scale, y: (top - y1) * scale, off: element.classList.contains("chosen") ? off - 1e9 : off });
      });
    }
    return found.sort((a, b) => a.off - b.off);
  }

  function restore({ scale, x, y }) {
    zoom.zoom(scale, { force: true, animate: false });
    zoom.pan(x, y, { force: true, animate: false });
  }

  /* Put the box of a statement where it stood in sight; false where it has none. */
  function settle(scale, { number, nth, x, y }) {
    const elements = boxes.get(number);
    if (!elements) return false;
    const [left, top] = frame(elements[nth] ?? elements[0]);
    const pan = (size, at, off) => (size / 2) * (1 - 1 / scale) - at + off / scale;
    restore({ scale, x: pan(width, left, x), y: pan(height, top, y) });
    return true;
  }

  return {
    fit,
    begin,
    bring,
    gather,
    bringItem,
    has: (number) => boxes.has(number),
    pan,
    show,
    badge,
    onChoose,
    zoomIn: () => scaleBy(4 / 3),
    zoomOut: () => scaleBy(3 / 4),
    place: () => ({ scale: zoom.getScale(), ...zoom.getPan() }),
    spots,
    restore,
    settle,
  };
})();
