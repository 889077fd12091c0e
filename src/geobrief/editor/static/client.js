"use strict";

// What asks the editor's server: JSON there and back, the token of this run in a header of every question.
(function (geobrief) {
  // What the server refused, in its words; `clashes` where somebody else changed the same.
  class Refusal extends Error {
    constructor(message, status, clashes = null) {
      super(message);
      Object.assign(this, { status, clashes });
    }
  }

  class Client {
    constructor(token, say) {
      Object.assign(this, { token, say });
    }

    get(path, query = {}, options = {}) {
      const asked = new URLSearchParams(query).toString();
      return this.ask(asked ? `${path}?${asked}` : path, options);
    }

    post(path, body) {
      return this.ask(path, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify(body),
      });
    }

    async ask(path, options) {
      const headers = { ...options.headers, authorization: `Bearer ${this.token}` };
      let answer;
      try {
        answer = await fetch(path, { ...options, headers, cache: "no-store" });
      } catch (error) {
        if (error.name === "AbortError") throw error;
        throw new Refusal(this.say("unreachable"), 0);
      }
      const told = answer.status === 204 ? {} : await answer.json().catch(() => ({ error: this.say("broken") }));
      if (!answer.ok) throw new Refusal(told.error || this.say("broken"), answer.status, told.clashes);
      return told;
    }
  }

  Object.assign(geobrief, { Client, Refusal });
})((globalThis.geobrief ??= {}));
