// A brush over the columns of dates: drawn with the pointer, or by its two handles with the keyboard.

const PAUSE = 500;
let timer;

/** Puts it there anew; `choose(from, to)` is told the days, empty for any. */
export function brush(choose) {
  const plot = document.getElementById("plot");
  const d3 = globalThis.d3;
  if (!plot || !d3?.brushX || plot.querySelector(".brush")) return;
  const columns = [...plot.querySelectorAll(".columns li")].map((one) => ({
    from: one.dataset.from, to: one.dataset.to, name: one.textContent, chosen: one.dataset.chosen === "true" }));
  if (columns.length < 2) return;
  const first = columns.findIndex((one) => one.chosen);
  const last = columns.findLastIndex((one) => one.chosen);
  const now = { from: first < 0 ? 0 : first, to: last < 0 ? columns.length - 1 : last, on: first >= 0 };

  const layer = d3.select(plot).append("svg").attr("class", "brush").attr("aria-hidden", "true");
  const group = layer.append("g");
  const edge = (index) => (index * plot.clientWidth) / columns.length;
  const tool = d3.brushX().handleSize(8)
    .on("brush", (event) => {
      if (!event.sourceEvent || !event.selection) return;
      Object.assign(now, snapped(event.selection));
      place();
    })
    .on("end", (event) => {
      if (!event.sourceEvent) return;
      if (!event.selection) {
        const index = at(d3.pointer(event.sourceEvent, plot)[0]);
        // A click on the chosen column lets go of it.
        if (now.on && now.from === index && now.to === index) return choose("", "");
        Object.assign(now, { from: index, to: index });
      } else {
        Object.assign(now, snapped(event.selection));
      }
      commit(0);
    });

  const at = (x) => Math.max(0, Math.min(columns.length - 1, Math.floor((x * columns.length) / plot.clientWidth)));
  const snapped = ([left, right]) => {
    const from = at(left + 1);
    return { from, to: Math.max(from, at(right - 1)) };
  };

  const handles = [["from", "From"], ["to", "To"]].map(([side, label]) => {
    const handle = document.createElement("button");
    handle.type = "button";
    handle.className = "grip";
    handle.setAttribute("role", "slider");
    handle.setAttribute("aria-label", label);
    handle.setAttribute("aria-valuemin", "0");
    handle.setAttribute("aria-valuemax", columns.length - 1);
    handle.dataset.key = `grip-${side}`;
    handle.addEventListener("keydown", (event) => move(event, side));
    plot.append(handle);
    return { handle, side };
  });

  function move(event, side) {
    const rtl = getComputedStyle(plot).direction === "rtl" ? -1 : 1;
    const by = { ArrowLeft: -rtl, ArrowRight: rtl, ArrowDown: -1, ArrowUp: 1 }[event.key];
    const least = side === "from" ? 0 : now.from;
    const most = side === "from" ? now.to : columns.length - 1;
    const next = by ? now[side] + by : { Home: least, End: most }[event.key];
    if (next === undefined) return;
    event.preventDefault();
    now[side] = Math.max(least, Math.min(most, next));
    place();
    commit(PAUSE);
  }

  function commit(wait) {
    clearTimeout(timer);
    timer = setTimeout(() => {
      const all = now.from === 0 && now.to === columns.length - 1;
      choose(all ? "" : columns[now.from].from, all ? "" : columns[now.to].to);
    }, wait);
  }

  /** Moves the handles to where the brush stands. */
  function place() {
    for (const { handle, side } of handles) {
      const index = now[side];
      handle.style.insetInlineStart = `${(100 * (index + (side === "to" ? 1 : 0))) / columns.length}%`;
      handle.setAttribute("aria-valuenow", index);
      handle.setAttribute("aria-valuetext", columns[index].name);
    }
  }

  function draw() {
    if (plot.clientWidth === 0) return;
    const size = [plot.clientWidth, plot.clientHeight];
    layer.attr("width", size[0]).attr("height", size[1]);
    tool.extent([[0, 0], size]);
    group.call(tool);
    group.call(tool.move, now.on ? [edge(now.from), edge(now.to + 1)] : null);
    group.selectAll("*").attr("fill", null).attr("stroke", null);
    place();
  }
  new ResizeObserver(draw).observe(plot);
  draw();
}
