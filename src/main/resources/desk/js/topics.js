const BREATH = 60; // milliseconds at least between two tellings, however much happens
const LONGEST = 400;
const SHARE = 6; // on a slow machine too most of the time is the reader's: so many times as long as the last telling took

/** Who wants to know of what: a change is told once a frame, however often it happened in between. */
export class Topics {
  #listeners = new Map();
  #dirty = new Set();
  #waiting = false;
  #told = 0;
  #breath = BREATH;

  /** Returns what ends the listening. */
  on(names, listener) {
    for (const name of [names].flat()) {
      if (!this.#listeners.has(name)) this.#listeners.set(name, new Set());
      this.#listeners.get(name).add(listener);
    }
    return () => [names].flat().forEach(name => this.#listeners.get(name)?.delete(listener));
  }

  touch(...names) {
    names.forEach(name => this.#dirty.add(name));
    if (this.#waiting) return;
    this.#waiting = true;
    // a page in the background gets no frames, and must stay in step all the same
    const wait = this.#told + this.#breath - performance.now();
    if (document.hidden) setTimeout(() => this.#tell(), 250);
    else if (wait > 0) setTimeout(() => requestAnimationFrame(() => this.#tell()), wait);
    else requestAnimationFrame(() => this.#tell());
  }

  #tell() {
    this.#waiting = false;
    const began = performance.now();
    const names = [...this.#dirty];
    this.#dirty.clear();
    const called = new Set();
    for (const name of names) {
      for (const listener of this.#listeners.get(name) ?? []) {
        if (!called.has(listener)) {
          called.add(listener);
          listener(names);
        }
      }
    }
    this.#told = performance.now();
    this.#breath = Math.min(LONGEST, Math.max(BREATH, (this.#told - began) * SHARE));
  }
}
