"use strict";

// Words of the article, selected by the pointer or by keyboard, become a claim or another name of a place, or are put
// right.
(function (geobrief) {
  const { element } = geobrief;

  class Words {
    // `makeClaim`, `linkWords` and `correct` are given the excerpt.
    constructor(root, { say, brief, makeClaim, linkWords, correct }) {
      Object.assign(this, { root, say, brief, chosen: null, walking: false });
      this.text = element("q", { dir: "auto" });
      this.claim = geobrief.button(say("makeClaim"), () => this.use(makeClaim));
      this.link = geobrief.button(say("linkWords"), () => this.use(linkWords));
      this.put = geobrief.button(say("correctWords"), () => this.use(correct));
      this.walk = geobrief.button(say("chooseWords"), () => this.begin(), { id: "choose-words" });
      this.bar = element("span", { class: "chosen-words", hidden: true }, this.text, this.claim, this.link, this.put);
      root.append(this.walk, this.bar);
      // The selection stays while a button is pressed.
      root.addEventListener("pointerdown", (event) => event.preventDefault());
      document.addEventListener("selectionchange", () => this.follow());
      document.addEventListener("keydown", (event) => this.key(event), true);
    }

    follow() {
      const selection = document.getSelection();
      const range = selection.rangeCount && !selection.isCollapsed ? selection.getRangeAt(0) : null;
      const found = range && geobrief.excerptOf(range, this.brief());
      // Only another selection in the text, or none at all while the text has the focus, replaces what is chosen.
      if (!found && this.root.contains(document.activeElement)) return;
      this.show(found || null);
    }

    show(chosen) {
      this.chosen = chosen;
      this.bar.hidden = !chosen;
      this.text.textContent = chosen ? chosen.quote : "";
    }

    use(what) {
      const { chosen } = this;
      if (!chosen) return;
      this.walking = false;
      document.getSelection().removeAllRanges();
      this.show(null);
      what(chosen);
    }

    // By keyboard: the arrows go from word to word, with Shift they take more, Enter is done.
    begin() {
      const block = this.firstInView();
      if (!block) return;
      this.walking = true;
      const reading = document.getElementById("reading");
      reading.focus({ preventScroll: true });
      document.getSelection().collapse(block, 0);
      this.extend("forward", "word");
    }

    firstInView() {
      const top = document.getElementById("reading").getBoundingClientRect().top;
      const blocks = [...document.querySelectorAll(".article:not([hidden]) p[data-start]")];
      return blocks.find((block) => block.offsetParent && block.getBoundingClientRect().bottom > top) || blocks[0];
    }

    extend(way, unit) {
      const selection = document.getSelection();
      selection.modify("extend", way, unit);
      selection.focusNode?.parentElement?.scrollIntoView({ block: "nearest" });
    }

    move(way, unit) {
      const selection = document.getSelection();
      if (way === "forward") selection.collapseToEnd();
      else selection.collapseToStart();
      selection.modify("move", way, unit);
      if (way === "forward" && unit === "word") selection.modify("move", "backward", "word");
      selection.modify("extend", "forward", "word");
      selection.focusNode?.parentElement?.scrollIntoView({ block: "nearest" });
    }

    key(event) {
      if (!this.walking || !document.getElementById("reading").contains(event.target)) return;
      const [way, unit] =
        {
          ArrowRight: ["forward", "word"],
          ArrowLeft: ["backward", "word"],
          ArrowDown: ["forward", "line"],
          ArrowUp: ["backward", "line"],
        }[event.key] || [];
      if (way) {
        if (event.shiftKey) this.extend(way, unit);
        else this.move(way, unit);
      } else if (event.key === "Enter") this.claim.focus();
      else if (event.key === "Escape") this.stop();
      else return;
      event.preventDefault();
      event.stopPropagation();
    }

    stop() {
      this.walking = false;
      document.getSelection().removeAllRanges();
      this.walk.focus();
    }
  }

  Object.assign(geobrief, { Words });
})((globalThis.geobrief ??= {}));
