"use strict";

// Elements from names and values. Text goes in through textContent alone: an article is untrusted input.
(function (geobrief) {
  const SVG = "http://www.w3.org/2000/svg";

  // Fills an element: attributes (null and false are left out), then children, strings as text nodes.
  function fill(node, attributes, children) {
    for (const [name, value] of Object.entries(attributes || {})) {
      if (value === null || value === undefined || value === false) continue;
      node.setAttribute(name, value === true ? "" : value);
    }
    node.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== ""));
    return node;
  }

  const element = (name, attributes, ...children) => fill(document.createElement(name), attributes, children);
  const svg = (name, attributes, ...children) => fill(document.createElementNS(SVG, name), attributes, children);

  const disc = (place, attributes) =>
    element("span", { class: "disc", "data-number": place.number, ...attributes }, String(place.number));

  const reducedMotion = () => matchMedia("(prefers-reduced-motion: reduce)").matches;
  // Laid out for paper, or about to be.
  const onPaper = () => document.documentElement.classList.contains("paper") || matchMedia("print").matches;
  const rightToLeft = () => document.documentElement.dir === "rtl";
  const phone = matchMedia("screen and (max-width: 699.98px)");
  const narrow = () => phone.matches;
  const onNarrow = (listener, signal) => phone.addEventListener("change", listener, { signal });

  // Calls back whenever an element has another size, until the signal.
  function observeSize(node, listener, signal) {
    const observer = new ResizeObserver(listener);
    observer.observe(node);
    signal.addEventListener("abort", () => observer.disconnect());
  }

  // A custom property of the page's current theme, as "#fbfaf6".
  const token = (name) => getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();

  function readIsland(id) {
    return JSON.parse(document.getElementById(id).textContent);
  }

  // A link that leaves the page, for addresses of the web alone: a brief could carry javascript: ones.
  function outside(url, ...children) {
    if (!/^https?:\/\//i.test(url || "")) return element("span", null, ...children);
    return element("a", { href: url, rel: "noopener noreferrer", target: "_blank" }, ...children);
  }

  Object.assign(geobrief, { element, svg, disc, reducedMotion, rightToLeft, onPaper, narrow, onNarrow, observeSize, token, readIsland, outside });
})((globalThis.geobrief ??= {}));
