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
  #patch;
  #guess;
  #stick;
  #heights = new Map();
  #tops = [0];
  #rows = new Map();
  #resized;
  #queued = false;
  #top = 0;
  #height = 0;

  /** `patch(element, item, before)`, where there is one, brings a drawn row up to its item, or answers false. */
  constructor({ key, render, patch = null, guess = 48, stick = false, role = "list", label, classes = "" }) {
    this.#key = key;
    this.#render = render;
    this.#patch = patch;
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
    // a list mostly grows at its end: only what is new is laid out
    let same = 0;
    const most = Math.min(items.length, this.#items.length);
    while (same < most && (items[same] === this.#items[same] || this.#key(items[same]) === this.#key(this.#items[same]))) same++;
    this.#items = items;
    this.#layOut(same);
    this.#hold(anchor);
    this.#show();
  }

  /** More at the end of the items that are there; the list of items is the caller's own and has them already. */
  grown(from) {
    const anchor = this.#anchor();
    this.#layOut(from);
    this.#hold(anchor);
    this.#show();
  }

  toEnd() {
    this.atEnd = true;
    this.#scroll(this.element.scrollHeight);
    this.#show();
  }

  /** Where the list stands is kept, for to ask the element means to lay out the page. */
  #scroll(top) {
    this.element.scrollTop = top;
    this.#top = this.element.scrollTop;
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
    if (top < this.#top) this.#scroll(top);
    else if (bottom > this.#top + this.#height) this.#scroll(bottom - this.#height);
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

  #layOut(from = 0) {
    const tops = this.#tops;
    tops.length = from + 1;
    for (let index = from; index < this.#items.length; index++) {
      tops.push(tops[index] + (this.#heights.get(this.#key(this.#items[index])) ?? this.#guess));
    }
    this.space.style.height = `${tops[this.#items.length]}px`;
  }

  #anchor() {
    if (this.#stick && this.atEnd) return { end: true };
    const first = this.#indexAt(this.#top);
    // more than one, for a row that only parts others may be gone when something comes before it
    const held = this.#items.slice(first, first + 4).map((item, offset) => ({ key: this.#key(item), index: first + offset, offset: this.#top - this.#tops[first + offset] }));
    return held.length === 0 ? { end: this.#stick } : { held };
  }

  #hold({ end, held }) {
    if (end || held === undefined) {
      if (end) this.#scroll(this.#tops[this.#items.length] + 1000);
      return;
    }
    for (const { key, index: before, offset } of held) {
      const stands = before < this.#items.length && this.#key(this.#items[before]) === key;
      const index = stands ? before : this.#items.findIndex(item => this.#key(item) === key);
      if (index < 0) continue;
      const wanted = this.#tops[index] + offset;
      if (Math.abs(this.#top - wanted) > 0.5) this.#scroll(wanted);
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
    this.#top = scrollTop;
    this.#height = clientHeight;
    this.atEnd = scrollTop + clientHeight >= scrollHeight - 4;
    if (this.#queued) return;
    this.#queued = true;
    requestAnimationFrame(() => {
      this.#queued = false;
      this.#show();
    });
  }

  #show() {
    const from = this.#indexAt(this.#top - BEYOND);
    const until = this.#items.length === 0 ? -1 : this.#indexAt(this.#top + this.#height + BEYOND);
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
      row = { element: h("div", { class: "virtual-row", role: "listitem" }), item: undefined, top: -1, at: -1, of: -1 };
      row.element.key = key;
      this.#rows.set(key, row);
      this.space.append(row.element);
      this.#resized.observe(row.element);
    }
    if (row.item !== item) {
      if (row.item === undefined || !this.#patch?.(row.element.firstElementChild, item, row.item)) row.element.replaceChildren(this.#render(item));
      row.item = item;
    }
    if (row.top !== this.#tops[index]) row.element.style.transform = `translateY(${(row.top = this.#tops[index])}px)`;
    if (row.at !== index) row.element.setAttribute("aria-posinset", (row.at = index) + 1);
    if (row.of !== this.#items.length) row.element.setAttribute("aria-setsize", (row.of = this.#items.length));
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
    let from = Infinity;
    for (const { target, borderBoxSize } of entries) {
      if (target === this.element) {
        this.#height = this.element.clientHeight;
        // an element that was away has forgotten where it stood
        if (this.element.scrollTop !== this.#top) this.#scroll(this.#top);
        from = Math.min(from, this.#items.length);
        continue;
      }
      const height = borderBoxSize[0].blockSize;
      if (target.isConnected && height > 0 && this.#heights.get(target.key) !== height) {
        this.#heights.set(target.key, height);
        from = Math.min(from, this.#rows.get(target.key)?.at ?? 0);
      }
    }
    if (from !== Infinity) {
      this.#layOut(Math.max(0, from));
      this.#hold(anchor);
      this.#show();
    }
  }
}
