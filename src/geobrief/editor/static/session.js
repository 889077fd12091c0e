"use strict";

// The brief as the server has it: every change is sent at once, one after the other; what others change is fetched.
(function (geobrief) {
  const AGAIN_MS = 2000;

  class Session {
    // `draw` puts the page together anew from its islands; `drawing` is the server's name for what they say now.
    constructor(client, { revision, drawing }, draw) {
      Object.assign(this, { client, revision, drawing, draw, undoes: "", redoes: "", queue: Promise.resolve() });
      this.listeners = { saved: [], noted: [], failed: [], refused: [], clashed: [], drawn: [], busy: [] };
    }

    on(event, listener) {
      this.listeners[event].push(listener);
    }

    tell(event, detail) {
      for (const listener of this.listeners[event]) listener(detail);
    }

    // Makes a change that was begun on a revision, by default on what this page's own last change has left. Gives what
    // the server says, or null where it refused, which `refused` is told, else the listeners.
    change(change, { base = null, select = null, refused = null } = {}) {
      const again = () => this.change(change, { select });
      const send = () => this.client.post("/api/changes", { revision: base || this.revision, change });
      return this.write(send, { again, select, refused });
    }

    article(article) {
      return this.write(() => this.client.post("/api/articles", { revision: this.revision, article }), {});
    }

    undo() {
      return this.write(() => this.client.post("/api/undo", {}), {});
    }

    redo() {
      return this.write(() => this.client.post("/api/redo", {}), {});
    }

    // One at a time: what comes next is made on what came before.
    write(send, options) {
      const done = this.queue.then(() => this.sent(send, options));
      this.queue = done.catch(() => {});
      return done;
    }

    async sent(send, { again = null, select = null, refused = null }) {
      this.tell("busy", true);
      try {
        const saved = await send();
        this.tell("saved", saved);
        await this.fetch(select?.(saved));
        return saved;
      } catch (error) {
        if (!(error instanceof geobrief.Refusal)) throw error;
        if (error.clashes) {
          await this.fetch();
          this.tell("clashed", { error, again });
        } else if (refused) {
          refused(error);
          this.tell("refused", error);
        } else this.tell("failed", error);
        return null;
      } finally {
        this.tell("busy", false);
      }
    }

    // Draws the page anew where the brief is another than that on the page, from what differs in its islands, once
    // nothing on it is being held.
    async fetch(choice = null) {
      const drawn = await this.client.get("/api/page", { seen: this.drawing });
      // Asked only now: a press may begin while the answer is waited for.
      await geobrief.handsOff();
      Object.assign(this, { undoes: drawn.undo, redoes: drawn.redo });
      const fresh = drawn.revision !== this.revision;
      this.revision = drawn.revision;
      if (fresh || choice) {
        this.draw(drawn.islands, choice);
        this.drawing = drawn.drawing;
      }
      this.tell("drawn", { fresh });
    }

    // Hears for ever what other tabs and other programs change.
    async listen() {
      for (;;) {
        try {
          const { revision } = await this.client.get("/api/news", { after: this.revision });
          if (revision && revision !== this.revision) await this.look();
          this.lost = false;
        } catch (error) {
          if (!(error instanceof geobrief.Refusal)) throw error;
          if (!this.lost) this.tell("failed", error);
          this.lost = true;
          await new Promise((resume) => setTimeout(resume, AGAIN_MS));
        }
      }
    }

    // After what this page itself is sending: that would be news only to the others.
    look() {
      const looked = this.queue.then(() => this.fetch());
      this.queue = looked.catch(() => {});
      return looked;
    }
  }

  Object.assign(geobrief, { Session });
})((globalThis.geobrief ??= {}));
