"use strict";

// Lets a reader drag over words that are a claim: on a link a browser would drag the link, or nothing.
(function (geobrief) {
  function selectOverLinks() {
    // While the pointer is down the claim is no link.
    document.addEventListener(
      "pointerdown",
      ({ target, button }) => {
        const link = button === 0 ? target.closest?.(".article a[data-claim][href]") : null;
        if (!link) return;
        const href = link.getAttribute("href");
        link.removeAttribute("href");
        const restore = () => link.setAttribute("href", href);
        for (const end of ["pointerup", "pointercancel"]) document.addEventListener(end, restore, { capture: true, once: true });
      },
      true,
    );
    // What ends a selection is no click on what lies under it.
    document.addEventListener(
      "click",
      (event) => {
        if (event.detail === 0 || !event.target.closest?.(".article") || document.getSelection().isCollapsed) return;
        event.preventDefault();
        event.stopPropagation();
      },
      true,
    );
  }

  Object.assign(geobrief, { selectOverLinks });
})((globalThis.geobrief ??= {}));
