"use strict";

// The card as a dialog: opened, filled, placed beside its mark, stepped through, closed, the focus brought back.
(function (geobrief) {
  class Dialog {
    // `root` is the empty dialog element, `camera` knows the map's pixels and moves it.
    constructor(root, page, camera) {
      Object.assign(this, { root, page, camera, opener: null, shown: null });
      const grown = (node) => this.grown(node);
      this.page = { ...page, close: () => this.close(), step: (by) => this.step(by), grown };
      page.selection.on("select", (selection, { opener }) => this.show(selection, opener));
      page.selection.on("filter", ({ claim }) => this.shown && this.mark(claim));
      addEventListener("keydown", (event) => this.key(event), { signal: page.ended });
      camera.map.on("moveend", () => this.cover());
      page.standAgain = () => this.standAgain();
    }

    show({ place, claim }, opener) {
      if (!place) {
        this.hide();
        return;
      }
      if (this.root.hidden) this.opener = opener || document.activeElement;
      else if (opener && !this.root.contains(opener)) this.opener = opener;
      const fresh = this.shown !== place;
      if (fresh) this.root.replaceChildren(...geobrief.placeCard(place, this.page));
      this.shown = place;
      this.root.setAttribute("role", "dialog");
      this.root.hidden = false;
      this.mark(claim);
      this.camera.stand(this.root, fresh);
      this.clear();
      this.reveal();
      this.cover();
      if (fresh && !this.page.selection.quiet) this.root.querySelector("#card-name").focus({ preventScroll: true });
    }

    // From the first view, as if it were opened in the room that there is now.
    standAgain() {
      if (!this.shown) return;
      const { camera } = this;
      camera.atRest(() =>
        camera.still(() => {
          camera.home();
          camera.stand(this.root, true);
        }),
      );
      this.reveal();
    }

    // The place's claims that are not filtered out, and the one that is chosen.
    get claims() {
      return this.shown.claims.filter((claim) => !claim.out || claim === this.page.selection.claim);
    }

    // Marks the claim among those of the place and counts it.
    mark(claim) {
      const { say } = this.page;
      const { claims } = this;
      const away = this.shown.claims.length - claims.length;
      const index = claims.indexOf(claim);
      const text =
        index < 0 || claims.length < 2
          ? say("claimCount", { n: claims.length })
          : say("claimOf", { n: index + 1, of: claims.length });
      const parts = away ? [text, say("claimsAway", { n: away })] : [text];
      this.tell(parts.join(say("separator")), index < 0 ? null : claim);
      const shown = new Set(claims.map(({ id }) => id));
      for (const node of this.root.querySelectorAll(".card-claim")) {
        const current = node.dataset.cardClaim === claim?.id;
        node.classList.toggle("current", current);
        node.hidden = !shown.has(node.dataset.cardClaim);
      }
    }

    // Writes the count, and has it read out with the claim's words once that is another.
    tell(count, claim) {
      this.root.querySelector(".count").textContent = count;
      const told = claim ? [count, claim.quote] : [count];
      this.root.querySelector("[aria-live]").textContent = told.join(this.page.say("separator"));
    }

    // Brings the chosen claim into the card's own view, once the card has its height.
    reveal() {
      const current = this.root.querySelector(".card-claim.current");
      if (current) scrollWithin(this.root.querySelector(".claims"), current);
    }

    step(by) {
      const { claims } = this;
      if (!claims.length) return;
      const at = claims.indexOf(this.page.selection.claim);
      const next = at < 0 ? (by > 0 ? 0 : claims.length - 1) : (at + by + claims.length) % claims.length;
      this.page.selection.select({ claim: claims[next].id, place: this.shown.id }, { opener: this.opener });
    }

    // Something in the card was unfolded or folded: it takes the room that it needs, and shows it.
    grown(node) {
      if (!geobrief.narrow()) this.camera.stand(this.root, true);
      if (node) scrollWithin(this.root.querySelector(".claims"), node);
    }

    key(event) {
      if (this.root.hidden) return;
      if (event.key === "Escape") this.close();
      if (!this.root.contains(event.target) || event.altKey || event.ctrlKey || event.metaKey) return;
      const onward = geobrief.rightToLeft() ? -1 : 1;
      const by = { ArrowDown: 1, ArrowRight: onward, ArrowUp: -1, ArrowLeft: -onward }[event.key];
      if (!by || this.shown.claims.length < 2) return;
      event.preventDefault();
      this.step(by);
    }

    // Names keep clear of the card, once it is seen.
    clear() {
      requestAnimationFrame(() => this.page.layout());
    }

    // What lies under the card, even in part, is out of reach until the card is gone: neither a finger nor the focus
    // gets lost there.
    cover() {
      const { map } = this.camera;
      const frame = map.getContainer();
      const aside = [...frame.parentElement.querySelectorAll("#legend, .locator")];
      const nodes = [...frame.querySelectorAll("button[data-place]:not(.selected)"), ...aside];
      const card = this.root.hidden ? null : geobrief.boxOf(this.root, frame);
      const under = nodes.map((node) => Boolean(card) && geobrief.overlaps(card, geobrief.boxOf(node, frame)));
      nodes.forEach((node, i) => node.classList.toggle("under", under[i]));
    }

    close() {
      this.page.selection.select({});
    }

    hide() {
      if (this.root.hidden) return;
      this.root.hidden = true;
      this.root.removeAttribute("role");
      this.clear();
      this.cover();
      this.shown = null;
      if (this.opener?.isConnected) this.opener.focus({ preventScroll: true });
      this.opener = null;
    }
  }

  // Scrolls a box so far that one of its children is in it, without moving anything around the box.
  function scrollWithin(box, child) {
    const top = child.offsetTop - box.offsetTop;
    if (top < box.scrollTop || top + child.offsetHeight > box.scrollTop + box.clientHeight) box.scrollTop = top;
  }

  Object.assign(geobrief, { Dialog });
})((globalThis.geobrief ??= {}));
