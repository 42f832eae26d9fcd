import { h } from "./dom.js";

const BEYOND = 600; // pixels rendered above and below what is seen

/**
 * A scrolling list of any length that holds only the rows in sight.
 *
 * Rows have the height they need. One that turns out taller than guessed moves what is below it, never what is being
 * read: the first row in sight stays where it is, or the end does, where the list was at its end and sticks to it.
 */
export class VirtualList {
  #items = [];
  #key;
  #render;
  #guess;
  #stick;
  #heights = new Map();
  #tops = [0];
  #rows = new Map();
  #resized;
  #queued = false;

  constructor({ key, render, guess = 48, stick = false, role = "list", label, classes = "" }) {
    this.#key = key;
    this.#render = render;
    this.#guess = guess;
    this.#stick = stick;
    this.space = h("div", { class: "virtual-space", role, "aria-label": label });
    this.element = h("div", { class: `virtual ${classes}`, tabindex: "-1", onscroll: () => this.#soon() }, this.space);
    this.#resized = new ResizeObserver(entries => this.#measured(entries));
    this.#resized.observe(this.element);
    this.atEnd = true;
  }

  get items() {
    return this.#items;
  }

  set items(items) {
    const anchor = this.#anchor();
    this.#items = items;
    this.#layOut();
    this.#hold(anchor);
    this.#show();
  }

  toEnd() {
    this.atEnd = true;
    this.element.scrollTop = this.element.scrollHeight;
    this.#show();
  }

  /** Stays where it is, until it is scrolled to its end again: for when a row is opened. */
  stay() {
    this.atEnd = false;
  }

  /** Brings the row into sight and returns its element. */
  reveal(key) {
    const index = this.#items.findIndex(item => this.#key(item) === key);
    if (index < 0) return null;
    const top = this.#tops[index];
    const bottom = this.#tops[index + 1];
    const { scrollTop, clientHeight } = this.element;
    if (top < scrollTop) this.element.scrollTop = top;
    else if (bottom > scrollTop + clientHeight) this.element.scrollTop = bottom - clientHeight;
    this.#show();
    return this.row(key);
  }

  row(key) {
    return this.#rows.get(key)?.element.firstElementChild ?? null;
  }

  /** Draws the rows anew, for a change that is not in the items. */
  redraw() {
    this.#drop(() => true);
    this.#show();
  }

  #layOut() {
    const tops = [0];
    for (const item of this.#items) {
      tops.push(tops[tops.length - 1] + (this.#heights.get(this.#key(item)) ?? this.#guess));
    }
    this.#tops = tops;
    this.space.style.height = `${tops[tops.length - 1]}px`;
  }

  #anchor() {
    if (this.#stick && this.atEnd) return { end: true };
    const first = this.#indexAt(this.element.scrollTop);
    // more than one, for a row that only parts others may be gone when something comes before it
    const held = this.#items.slice(first, first + 4).map((item, offset) => ({ key: this.#key(item), offset: this.element.scrollTop - this.#tops[first + offset] }));
    return held.length === 0 ? { end: this.#stick } : { held };
  }

  #hold({ end, held }) {
    if (end || held === undefined) {
      if (end) this.element.scrollTop = this.element.scrollHeight;
      return;
    }
    for (const { key, offset } of held) {
      const index = this.#items.findIndex(item => this.#key(item) === key);
      if (index < 0) continue;
      const wanted = this.#tops[index] + offset;
      if (Math.abs(this.element.scrollTop - wanted) > 0.5) this.element.scrollTop = wanted;
      return;
    }
  }

  #indexAt(y) {
    let low = 0;
    let high = this.#items.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.#tops[middle] <= y) low = middle;
      else high = middle - 1;
    }
    return Math.max(0, low);
  }

  #soon() {
    const { scrollTop, clientHeight, scrollHeight } = this.element;
    this.atEnd = scrollTop + clientHeight >= scrollHeight - 4;
    if (this.#queued) return;
    this.#queued = true;
    requestAnimationFrame(() => {
      this.#queued = false;
      this.#show();
    });
  }

  #show() {
    const top = this.element.scrollTop;
    const from = this.#indexAt(top - BEYOND);
    const until = this.#items.length === 0 ? -1 : this.#indexAt(top + this.element.clientHeight + BEYOND);
    const wanted = new Map();
    for (let index = from; index <= until; index++) {
      wanted.set(this.#key(this.#items[index]), index);
    }
    this.#drop((key, row) => !wanted.has(key) && !row.element.contains(document.activeElement));
    let before = null;
    for (const [key, index] of wanted) {
      const row = this.#place(key, index);
      // the order in the document is the order of reading and of the tab key
      if (before === null ? this.space.firstElementChild !== row : before.nextElementSibling !== row) {
        if (!row.contains(document.activeElement)) this.space.insertBefore(row, before === null ? this.space.firstElementChild : before.nextElementSibling);
      }
      before = row;
    }
  }

  #place(key, index) {
    const item = this.#items[index];
    let row = this.#rows.get(key);
    if (row === undefined) {
      row = { element: h("div", { class: "virtual-row", role: "listitem" }), item: undefined };
      row.element.key = key;
      this.#rows.set(key, row);
      this.space.append(row.element);
      this.#resized.observe(row.element);
    }
    if (row.item !== item) {
      row.element.replaceChildren(this.#render(item));
      row.item = item;
    }
    row.element.style.transform = `translateY(${this.#tops[index]}px)`;
    row.element.setAttribute("aria-posinset", index + 1);
    row.element.setAttribute("aria-setsize", this.#items.length);
    return row.element;
  }

  #drop(unwanted) {
    for (const [key, row] of this.#rows) {
      if (unwanted(key, row)) {
        this.#resized.unobserve(row.element);
        row.element.remove();
        this.#rows.delete(key);
      }
    }
  }

  #measured(entries) {
    const anchor = this.#anchor();
    let moved = false;
    for (const { target, borderBoxSize } of entries) {
      if (target === this.element) {
        moved = true;
        continue;
      }
      const height = borderBoxSize[0].blockSize;
      if (target.isConnected && height > 0 && this.#heights.get(target.key) !== height) {
        this.#heights.set(target.key, height);
        moved = true;
      }
    }
    if (moved) {
      this.#layOut();
      this.#hold(anchor);
      this.#show();
    }
  }
}
