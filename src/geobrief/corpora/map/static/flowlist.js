"use strict";

// The movements that are drawn, as a list: what the arrows show for whoever cannot use a map.
(function (geobrief) {
  const { element } = geobrief;
  const MOST = 20;

  const flowName = ({ flow }, { corpus, say }) => {
    const { from_name: from, to_name: to } = corpus.flows[flow];
    return say("flow", { from, to });
  };

  class FlowList {
    constructor(root, page, flows) {
      Object.assign(this, { root, page, flows });
      root.hidden = true;
      if (!page.corpus.flows.length) return;
      this.list = element("ol", { class: "cell-list", "aria-labelledby": "flows-heading" });
      this.more = element("p", { class: "soft", role: "status" });
      root.append(element("h2", { id: "flows-heading" }, page.say("flowsInView")), this.list, this.more);
      page.choice.on("select", () => this.mark());
    }

    // Called when the map has drawn what is in view; a lit arrow does not change the list.
    draw() {
      if (!this.list) return;
      const { page } = this;
      const { drawn } = this.flows;
      const state = `${JSON.stringify(page.choice.filter)}${drawn.map(({ flow }) => flow)}`;
      if (state === this.state) return;
      this.state = state;
      this.root.hidden = !drawn.length;
      const focused = this.list.contains(document.activeElement) ? document.activeElement.dataset.flow : null;
      this.list.replaceChildren(...drawn.slice(0, MOST).map((each) => element("li", null, this.entry(each))));
      const left = drawn.length - MOST;
      this.more.textContent = left > 0 ? page.say("moreFlows", { n: left }) : "";
      if (focused) this.list.querySelector(`[data-flow="${focused}"]`)?.focus();
      this.mark();
    }

    entry({ flow, total }) {
      const { page } = this;
      const node = geobrief.listEntry({ "data-flow": flow }, flowName({ flow }, page), total, page.choice.of({ flow }), page);
      node.addEventListener("click", () => page.choice.select({ flow }, { opener: node }));
      for (const start of ["pointerenter", "focus"]) node.addEventListener(start, () => page.choice.light({ flow }));
      for (const end of ["pointerleave", "blur"]) node.addEventListener(end, () => page.choice.light());
      return node;
    }

    mark() {
      for (const node of this.list.querySelectorAll("button"))
        node.setAttribute("aria-pressed", String(node.dataset.flow === String(this.page.choice.flow)));
    }
  }

  Object.assign(geobrief, { FlowList, flowName });
})((globalThis.geobrief ??= {}));
