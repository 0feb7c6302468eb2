/* The page begins where its fragment says. */
(() => {
  let narrow = null;
  addEventListener("hashchange", page.recall);
  addEventListener("resize", () => {
    const is = matchMedia("(max-width: 760px)").matches;
    if (is !== narrow) page.turn(document.body.dataset.view);
    narrow = is;
  });
  // Panzoom goes to its own start in a time-out of its own, which this one follows.
  setTimeout(() => {
    document.documentElement.dataset.read = "1";
    page.turn(document.body.dataset.view);
    page.recall();
    const done = () => (document.documentElement.dataset.ready = "1");
    if (typeof live === "undefined") done();
    else live.restore(done);
  });
})();
