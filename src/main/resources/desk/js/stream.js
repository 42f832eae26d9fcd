const SLICE = 8; // milliseconds of one piece of work

/**
 * The server's facts, one after the other, without a gap: after a break it asks for what came since the last one.
 *
 * Written over fetch, not EventSource, for that one hears only the events whose names it was told beforehand and gives
 * up for good on the first answer that is an error.
 */
export class Stream {
  #last;
  #heard;
  #state;
  #stopped = new AbortController();
  #wait = 250;

  /** `heard(name, data)` for each fact, `state("live" | "lost")` when the line comes and goes. */
  constructor(last, heard, state) {
    this.#last = last;
    this.#heard = heard;
    this.#state = state;
    this.#run();
  }

  stop() {
    this.#stopped.abort();
  }

  async #run() {
    while (!this.#stopped.signal.aborted) {
      try {
        await this.#listen();
      } catch {
        // the break is told below, and ends by itself
      }
      if (this.#stopped.signal.aborted) return;
      this.#state("lost");
      await new Promise(resolve => setTimeout(resolve, this.#wait));
      this.#wait = Math.min(this.#wait * 2, 5000);
    }
  }

  async #listen() {
    const answer = await fetch("/simulator/stream", {
      headers: { Accept: "text/event-stream", "Last-Event-ID": String(this.#last) },
      cache: "no-store",
      signal: this.#stopped.signal,
    });
    if (!answer.ok) throw new Error(`stream: ${answer.status}`);
    this.#wait = 250;
    this.#state("live");
    const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader();
    let rest = "";
    let began = performance.now();
    for (let read = await reader.read(); !read.done; read = await reader.read()) {
      const events = (rest + read.value.replaceAll("\r\n", "\n")).split("\n\n");
      rest = events.pop();
      for (const event of events) {
        this.#take(event);
        if (performance.now() - began > SLICE && !document.hidden) {
          // after a break much comes at once: the page must stay in the reader's hands meanwhile
          await new Promise(resolve => setTimeout(resolve));
          began = performance.now();
        }
      }
    }
  }

  #take(event) {
    let name = "message";
    const data = [];
    for (const line of event.split("\n")) {
      const colon = line.indexOf(":");
      if (colon < 1) continue;
      const value = line.slice(colon + 1).replace(/^ /, "");
      const field = line.slice(0, colon);
      if (field === "id") this.#last = value;
      else if (field === "event") name = value;
      else if (field === "data") data.push(value);
    }
    if (data.length > 0) this.#heard(name, JSON.parse(data.join("\n")));
  }
}
