"use strict";

// On a phone the text lies in a sheet over the map's lower part; its handle is dragged, or pressed.
(function (geobrief) {
  // How much of the page the map takes, in percent: handle pressed, these take turns.
  const STOPS = [46, 18, 72];

  function makeSheet(handle, root, { say }) {
    let share = STOPS[0];
    const set = (percent) => {
      share = Math.min(80, Math.max(12, percent));
      root.style.setProperty("--map-share", `${share}dvh`);
    };
    handle.setAttribute("aria-label", say("sheet"));
    let dragged = false;
    handle.addEventListener("pointerdown", (event) => {
      dragged = false;
      handle.setPointerCapture(event.pointerId);
    });
    handle.addEventListener("pointermove", (event) => {
      if (!handle.hasPointerCapture(event.pointerId)) return;
      dragged = true;
      const bounds = root.getBoundingClientRect();
      set(((event.clientY - bounds.top) / innerHeight) * 100);
    });
    handle.addEventListener("click", () => {
      if (!dragged) set(STOPS[(STOPS.findIndex((stop) => Math.abs(stop - share) < 5) + 1) % STOPS.length]);
      dragged = false;
    });
    return { uncover: () => share < STOPS[0] && set(STOPS[0]), reveal: () => share > STOPS[0] && set(STOPS[0]) };
  }

  Object.assign(geobrief, { makeSheet });
})((globalThis.geobrief ??= {}));
