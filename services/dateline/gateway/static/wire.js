// One kind of record: what is there, then what comes in, without a gap between the two.

const FIRST_WAIT_MS = 1000;
const LONGEST_WAIT_MS = 30000;

/**
 * Follows `/stream/{kind}` from the end of what `/{kind}` gave. Tells `on.record(record)`, `on.gone(id)`,
 * `on.anew(page)` before everything on it is given again, `on.state("live" | "connecting" | "waiting" | "refused")` and
 * `on.refused(why)`.
 * A page that is hidden lets go of its connection, as browsers grant few, and goes on from its cursor when seen again.
 */
export class Wire {
  constructor(kind, singular, query, latest, on) {
    Object.assign(this, { kind, singular, query, latest, on });
    this.cursor = null;
    this.source = null;
    this.wait = FIRST_WAIT_MS;
    this.timer = null;
    this.turn = 0; // an answer that comes when another turn has begun is nobody's
    document.addEventListener("visibilitychange", () => (document.hidden ? this.pause() : this.open()));
  }

  async open() {
    this.pause();
    const turn = this.turn;
    this.on.state("connecting");
    try {
      if (this.cursor !== null || (await this.load(turn))) this.listen();
    } catch {
      if (turn === this.turn) this.later();
    }
  }

  /** Gives the latest so many anew, and goes on from there. */
  reach(latest) {
    this.latest = latest;
    this.cursor = null;
    return this.open();
  }

  pause() {
    this.turn += 1;
    clearTimeout(this.timer);
    this.source?.close();
    this.source = null;
  }

  /** Gives what is there; false where the gateway refused what was asked, or the turn is over. */
  async load(turn) {
    const answer = await fetch(`/${this.kind}?${this.parameters({ latest: this.latest })}`);
    const page = await answer.json();
    if (turn !== this.turn) return false;
    if (answer.status >= 400 && answer.status < 500) {
      this.on.state("refused");
      this.on.refused(page.error);
      return false;
    }
    if (!answer.ok) throw new Error(page.error);
    this.on.anew(page);
    for (const record of page.items) this.on.record(record);
    this.cursor = page.next;
    return true;
  }

  listen() {
    const source = new EventSource(`/stream/${this.kind}?${this.parameters({ last_event_id: this.cursor })}`);
    this.source = source;
    source.onopen = () => {
      this.wait = FIRST_WAIT_MS;
      this.on.state("live");
    };
    source.onerror = () => {
      this.on.state("connecting");
      if (source.readyState === EventSource.CLOSED) this.later(); // a browser gives up on an error status
    };
    source.addEventListener(this.singular, (message) => {
      this.cursor = message.lastEventId;
      const record = JSON.parse(message.data);
      if (record.life === "ended") this.on.gone(record.id);
      else this.on.record(record);
    });
    source.addEventListener("left", (message) => {
      this.cursor = message.lastEventId;
      this.on.gone(JSON.parse(message.data).id);
    });
    source.addEventListener("reset", () => {
      this.cursor = null;
      this.open();
    });
  }

  later() {
    this.pause();
    this.on.state("waiting");
    this.timer = setTimeout(() => this.open(), this.wait);
    this.wait = Math.min(this.wait * 2, LONGEST_WAIT_MS);
  }

  parameters(more) {
    return new URLSearchParams([...this.query, ...Object.entries(more)]);
  }
}

const STATES = {
  live: "live",
  connecting: "connecting",
  waiting: "not connected; trying again",
  refused: "not following: this filter is none",
};

/** Shows how several wires stand: as the worst of them. */
export function connection(label) {
  const held = new Map();
  return (wire) => (state) => {
    held.set(wire, state);
    const states = [...held.values()];
    const worst = ["refused", "waiting", "connecting", "live"].find((each) => states.includes(each));
    label.dataset.state = worst;
    label.textContent = STATES[worst];
  };
}
