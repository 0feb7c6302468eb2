/* The map by hand: one pointer moves it; two, or a wheel, make it larger or smaller about where they are. */
const gestures = (pane, carry) => {
  const down = new Map(); // by pointers: where they are
  const slack = 6; // pixels that a click may stray by
  let last = null;
  let strayed = false;

  const place = ({ clientX, clientY }) => {
    const { left, top } = pane.getBoundingClientRect();
    return { x: clientX - left, y: clientY - top };
  };

  /* The point between the pointers, and how far they are apart; nothing where there are none. */
  function hold() {
    const [one, two = one] = down.values();
    return one && { x: (one.x + two.x) / 2, y: (one.y + two.y) / 2, apart: Math.hypot(one.x - two.x, one.y - two.y) };
  }

  const end = (event) => {
    if (down.delete(event.pointerId)) last = hold();
  };
  pane.addEventListener("pointerdown", (event) => {
    if (event.button || down.size > 1) return;
    if (!down.size) strayed = false;
    down.set(event.pointerId, place(event));
    last = hold();
  });
  pane.addEventListener("pointermove", (event) => {
    if (!down.has(event.pointerId)) return;
    if (!event.buttons) return end(event); // let go where nobody saw it
    const from = down.get(event.pointerId);
    const to = place(event);
    if (!strayed && down.size < 2 && Math.hypot(to.x - from.x, to.y - from.y) <= slack) return;
    strayed = true;
    // Only now, as a click would be the pane's and no longer that of a box.
    pane.setPointerCapture(event.pointerId);
    down.set(event.pointerId, to);
    const now = hold();
    carry(last, now, last.apart > 1 && now.apart > 1 ? now.apart / last.apart : 1);
    last = now;
  });
  pane.addEventListener("pointerup", end);
  pane.addEventListener("pointercancel", end);

  /* A notch of a wheel is a seventh more or less; a touchpad, whose pinch comes with Ctrl, sends many small parts of one. (As in d3-zoom.) */
  pane.addEventListener("wheel", (event) => {
    event.preventDefault();
    const unit = [0.002, 0.05, 1][event.deltaMode] * (event.ctrlKey ? 10 : 1);
    const at = place(event);
    carry(at, at, 2 ** Math.min(Math.max(-(event.deltaY || event.deltaX) * unit, -0.5), 0.5));
  }, { passive: false });

  /* Safari tells of a touchpad's pinch in its own way; and of fingers, which are known already. */
  let grown = 1;
  pane.addEventListener("gesturestart", (event) => {
    event.preventDefault();
    grown = 1;
  });
  pane.addEventListener("gesturechange", (event) => {
    event.preventDefault();
    const at = place(event);
    if (!down.size) carry(at, at, event.scale / grown);
    grown = event.scale;
  });

  return { strayed: () => strayed };
};
