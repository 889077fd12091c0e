"use strict";

// The page in a frame of another one. Asked for by ?embed in its address, or where it has none (srcdoc) by data-embed of its
// root: no bar and no timeline, a line that says what this is, and scrolling that stays the host's.
(function (geobrief) {
  const { element } = geobrief;
  // Pixels, and parts of the width: text beside map from WIDE on, the text under the map below.
  const WIDE = 700;
  // Below this many pixels a frame with text beside its map has no room for an open legend.
  const ROOMY = 1000;
  const SHAPES = { wide: { part: 0.56, least: 460, most: 720 }, narrow: { part: 1.5, least: 520, most: 620 } };
  const HINT_MS = 1600;

  const root = () => document.documentElement;
  const asked = () => new URLSearchParams(location.search).get("embed") ?? root().dataset.embed ?? null;
  const embedded = () => asked() !== null;
  const cramped = () => embedded() && innerWidth < ROOMY;
  const framed = () => parent !== window;

  // ?embed=dark and ?embed=light fix the colours, for hosts that have one kind alone.
  const embedTheme = () => ["dark", "light"].find((theme) => theme === asked()) || null;

  // What is opened first: a frame without an address has it on its root.
  const firstAddress = () => location.hash || root().dataset.address || "";

  // The page's address without what the reader chose and without ?embed; empty where nobody else could open it.
  function ownAddress() {
    if (!/^(https?|file):/.test(location.href)) return "";
    const url = new URL(location.href);
    url.hash = "";
    url.searchParams.delete("embed");
    return url.href;
  }

  // The height in pixels that suits a frame of a width, without the line below.
  function frameHeight(width) {
    const { part, least, most } = SHAPES[width < WIDE ? "narrow" : "wide"];
    return Math.round(Math.min(most, Math.max(least, width * part)));
  }

  // Tells the host how high its frame should be, whenever its width changes and when it asks.
  function tellHeight(line, signal) {
    const tell = () => {
      const height = Math.ceil(frameHeight(innerWidth) + line.getBoundingClientRect().height);
      parent.postMessage({ geobrief: { height } }, "*");
    };
    geobrief.observeSize(line, tell, signal);
    addEventListener("message", ({ source, data }) => source === parent && data?.geobrief === "height" && tell(), { signal });
  }

  // What this is, whose, and the way to the whole of it.
  function imprint({ brief, say, language }) {
    const [first] = brief.documents;
    const facts = [first?.publisher && say("documentAfter", { publisher: first.publisher }), geobrief.formatDay(first?.published, language)];
    const address = ownAddress();
    const name = brief.title || "geobrief";
    const link = { href: address, rel: "noopener", target: "_blank", title: say("openFull") };
    return element(
      "footer",
      { id: "imprint" },
      element("strong", { dir: "auto" }, address ? element("a", link, name) : name),
      element("span", null, facts.filter(Boolean).join(say("separator"))),
    );
  }

  function showEmbedded(body, page) {
    if (!embedded()) return;
    root().dataset.embed = asked();
    const line = imprint(page);
    body.querySelector("#page").after(line);
    if (framed()) tellHeight(line, page.ended);
  }

  // The wheel turns the map once the reader has pressed it, or with Ctrl, as a pinch on a touchpad does.
  function yieldWheel(map, node, signal) {
    let held = false;
    node.addEventListener("pointerdown", () => (held = true), { signal });
    node.addEventListener("pointerleave", () => (held = false), { signal });
    const decide = ({ ctrlKey }) => map.scrollWheelZoom[held || ctrlKey ? "enable" : "disable"]();
    node.addEventListener("wheel", decide, { signal, capture: true, passive: true });
    map.scrollWheelZoom.disable();
  }

  // One finger scrolls the host; two move the map, and who tries with one is told so.
  function yieldTouch(map, node, { say, ended: signal }) {
    if (!matchMedia("(pointer: coarse)").matches) return;
    map.dragging.disable();
    const hint = element("p", { class: "hint", hidden: true }, say("twoFingers"));
    node.parentElement.append(hint);
    let timer = 0;
    const tell = ({ touches }) => {
      clearTimeout(timer);
      hint.hidden = touches.length !== 1;
      timer = setTimeout(() => (hint.hidden = true), HINT_MS);
    };
    node.addEventListener("touchmove", tell, { signal, passive: true });
  }

  function yieldScroll(map, node, page) {
    if (!embedded()) return;
    yieldWheel(map, node, page.ended);
    yieldTouch(map, node, page);
  }

  // A frame may be allowed no new window: a link then shows its address, which can be copied.
  function openOutside(event) {
    const link = event.target.closest?.('a[target="_blank"]');
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    const opened = open(link.href, "_blank");
    if (opened) opened.opener = null;
    else if (!link.nextElementSibling?.matches(".address")) link.after(element("span", { class: "address", dir: "ltr" }, link.href));
  }

  function followOutside(signal) {
    if (framed()) addEventListener("click", openOutside, { signal });
  }

  Object.assign(geobrief, { cramped, embedded, embedTheme, firstAddress, followOutside, frameHeight, ownAddress, showEmbedded, yieldScroll });
})((globalThis.geobrief ??= {}));

if (typeof module !== "undefined") module.exports = globalThis.geobrief;
