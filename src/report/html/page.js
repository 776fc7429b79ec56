// What moves among the rows of the HTML report: filters, next and previous, keys. Everything the
// page says is there without it.
"use strict";

(() => {
    const $ = (id) => document.getElementById(id);
    const bar = $("bar");
    if (!bar) return;
    const section = $("rows");
    const rows = [...section.querySelectorAll(".row")];
    const filters = [...bar.querySelectorAll(".filter")];
    const outlets = [...bar.querySelectorAll("#outlets input")];
    const nothing = section.querySelector(".nothing");
    const grids = [...section.querySelectorAll(".cells")];
    let here = null;

    const stops = () => rows.filter((row) => !row.hidden && "stop" in row.dataset);

    // Where the reader is, in words; a screen reader says it.
    function tell() {
        const all = stops();
        const at = all.indexOf(here);
        $("counter").textContent = at < 0 ? `${all.length} differences` : `${at + 1} of ${all.length}`;
        $("next").disabled = $("previous").disabled = all.length === 0;
    }

    function go(row) {
        if (here) here.classList.remove("here");
        here = row;
        if (row) {
            row.classList.add("here");
            row.scrollIntoView({ block: row.offsetHeight < innerHeight / 2 ? "center" : "start", inline: "nearest" });
            // Of many columns, one that tells it.
            const cell = row.querySelector(".cell:not(.untold, [hidden])");
            if (cell && section.classList.contains("many")) cell.scrollIntoView({ block: "nearest", inline: "nearest" });
            row.focus({ preventScroll: true });
        }
        tell();
    }

    // The next difference after where the reader is, be that a row that is no difference itself.
    function move(step) {
        const all = stops();
        if (all.length === 0) return;
        if (!here) {
            const top = all.find((row) => row.getBoundingClientRect().top >= 0);
            return go(step > 0 ? top || all[0] : all[all.length - 1]);
        }
        const from = rows.indexOf(here);
        const order = step > 0 ? all : all.toReversed();
        go(order.find((row) => (rows.indexOf(row) - from) * step > 0) || order[0]);
    }

    function filter() {
        const shown = new Set(filters.filter((it) => it.ariaPressed === "true").map((it) => it.dataset.verdict));
        const chosen = outlets.filter((it) => it.checked).map((it) => it.value);
        const many = outlets.length ? chosen.length > 4 : section.classList.contains("many");
        for (const grid of outlets.length ? grids : []) {
            [...grid.children].forEach((cell, place) => {
                // A row that one of many outlets tells has no other cell; else places are outlets.
                const alone = grid.children.length < outlets.length;
                const column = chosen.indexOf(alone ? cell.id.split("-").pop() : outlets[place].value);
                cell.hidden = column < 0;
                if (alone) cell.style.setProperty("--column", column + 1);
            });
        }
        for (const row of rows) {
            const verdict = [...shown].some((it) => row.classList.contains(it));
            const told = [...row.querySelectorAll(".cell:not(.untold)")].some((cell) => !cell.hidden);
            row.hidden = !verdict || !told;
        }
        // As many columns as outlets are shown; of few ones, each as wide as the page allows.
        if (chosen.length) document.documentElement.style.setProperty("--outlets", chosen.length);
        section.classList.toggle("many", many);
        nothing.hidden = rows.some((row) => !row.hidden);
        if (here && here.hidden) {
            here.classList.remove("here");
            here = null;
        }
        tell();
    }

    function press(button) {
        button.ariaPressed = String(button.ariaPressed !== "true");
        filter();
    }

    const why = (open, among) => among.forEach((it) => { it.open = open; });

    const keys = {
        j: () => move(1), n: () => move(1), k: () => move(-1), p: () => move(-1),
        0: () => { filters.forEach((it) => { it.ariaPressed = "true"; }); filter(); },
        w: () => here && here.querySelectorAll(".why").forEach((it) => { it.open = !it.open; }),
        W: () => {
            const all = [...section.querySelectorAll(".why")];
            why(!all.every((it) => it.open), all);
        },
    };
    filters.forEach((button, place) => {
        keys[place + 1] = () => button.disabled || press(button);
        button.addEventListener("click", () => press(button));
    });
    outlets.forEach((box) => box.addEventListener("change", filter));
    $("next").addEventListener("click", () => move(1));
    $("previous").addEventListener("click", () => move(-1));
    document.addEventListener("keydown", (event) => {
        const typing = event.target.closest("input:not([type=checkbox]), textarea, select");
        if (event.ctrlKey || event.metaKey || event.altKey || typing || !$("keys").checked) return;
        const act = Object.hasOwn(keys, event.key) && keys[event.key];
        if (act) {
            event.preventDefault();
            act();
        }
    });
    section.addEventListener("click", (event) => {
        const row = event.target.closest(".row");
        if (row && !event.target.closest("a, summary, button")) {
            if (here) here.classList.remove("here");
            here = row;
            row.classList.add("here");
            tell();
        }
    });

    // On paper nothing can be opened: it shows the reasons of findings and what is folded elsewhere.
    let closed = [];
    addEventListener("beforeprint", () => {
        closed = [...document.querySelectorAll("details:not(.menu, .why, [open]), .why:not([open]):has(b)")];
        why(true, closed);
    });
    addEventListener("afterprint", () => why(false, closed));

    bar.hidden = false;
    filter();
})();
