//! What a message does to the model. No clock, file, environment or terminal.

mod arrange;
mod back;
mod bonds;
mod closely;
mod columns;
mod copy;
mod corrects;
mod cursor;
mod desk;
mod find;
mod findings;
mod handing;
mod help;
mod judge;
mod jumps;
mod menu;
mod mouse;
mod prompt;
mod renew;
mod sift;
mod views;

pub use desk::saved;
pub use handing::hear;
pub use renew::renew;

use super::lines;
use super::state::message::{Class, Effect, Message, Way};
use super::state::{Mode, Model, Pane, View, areas, count};
use crate::model::ArticleId;
use prompt::Then;

/// Does what a message asks for, and says what the runtime has to do.
pub fn update(model: &mut Model, message: Message) -> Effect {
    if !matches!(message, Message::Size(..)) {
        model.hint = None;
    }
    let effect = bonds::marked(model, message);
    let effect = effect.unwrap_or_else(|| obey(model, message));
    cursor::bound(model);
    match effect {
        Effect::Quit => desk::leave(model),
        effect => effect,
    }
}

fn obey(model: &mut Model, message: Message) -> Effect {
    match message {
        Message::Size(width, height) => resize(model, width, height),
        Message::Quit => return Effect::Quit,
        Message::Redraw => return Effect::Redraw,
        Message::Suspend => return Effect::Suspend,
        Message::Close => return back::close(model),
        Message::Back => return back::back(model),
        Message::Unbound(key) => help::unbound(model, key),
        Message::Step(way) => step(model, way),
        Message::Line(way) => scroll(model, way, 1),
        Message::HalfPage(way) => scroll(model, way, (pane_height(model) / 2).max(1)),
        Message::Page(way) => scroll(model, way, pane_height(model).saturating_sub(1).max(1)),
        Message::End(way) => end(model, way),
        Message::Finding(way) => findings::step_finding(model, way, false),
        Message::SameKind(way) => findings::step_finding(model, way, true),
        Message::Column(way) => columns::step_column(model, way),
        Message::Pane(way) => step_pane(model, way),
        Message::Open => open(model),
        Message::Toggle(class) => toggle(model, class),
        Message::ShowAll => sift::show_all(model),
        Message::ClearFilters => sift::clear(model),
        Message::Menu => model.mode = Mode::Menu { at: 0 },
        Message::Closely => closely::menu(model),
        Message::Ignore(nicety) => closely::ignore(model, nicety),
        Message::Claim(way) => return closely::claim(model, way),
        Message::Choose if matches!(model.mode, Mode::Judge { .. }) => {
            return judge::choose(model);
        }
        Message::Choose => menu::choose(model),
        Message::Help => help::open(model),
        Message::Copying => model.mode = Mode::Copy,
        Message::Copy(clip) => return copy::copy(model, clip),
        Message::Edit => return handing::edit(model),
        Message::Reload => return handing::reload(model),
        Message::Theme => arrange::theme(model),
        Message::Ask(prompt) => prompt::ask(model, prompt),
        Message::Insert(_) | Message::Erase | Message::EraseWord | Message::EraseAll => {
            prompt::edit(model, message);
        }
        Message::Submit if prompt::is_of_correction(model) => return judge::submit(model),
        Message::Submit => return submit(model),
        Message::Hit(way) => find::step(model, way),
        Message::Layout => arrange::layout(model),
        Message::View(view) => views::switch(model, view),
        Message::Order => views::order(model),
        Message::Pair => views::pair(model),
        Message::Far => jumps::far(model),
        Message::Mouse => mouse::toggle(model),
        Message::Click(..) | Message::Drag(..) | Message::Release | Message::Wheel(..) => {
            return moused(model, message);
        }
        Message::Jump(way) => jumps::jump(model, way),
        Message::Resize(way) => arrange::resize(model, way),
        Message::Fold => arrange::fold(model),
        Message::Emphasis => arrange::emphasis(model),
        Message::Nearest => arrange::nearest(model),
        _ => return corrects::correct(model, message),
    }
    Effect::None
}

/// Does what the typed line is for.
fn submit(model: &mut Model) -> Effect {
    match prompt::submit(model) {
        Then::Nothing => Effect::None,
        Then::Do(chosen) => update(model, chosen),
        Then::Write(report) => Effect::Write(report),
    }
}

/// What the mouse does; over what lies over the panes it steps and closes.
fn moused(model: &mut Model, message: Message) -> Effect {
    let reading = model.mode == Mode::Read;
    match message {
        Message::Click(x, y) if reading => {
            if let Some(then) = mouse::click(model, x, y) {
                return update(model, then);
            }
        }
        Message::Click(..) => return back::back(model),
        Message::Wheel(way, x, y) if reading => mouse::wheel(model, way, x, y),
        Message::Wheel(way, ..) => step(model, way),
        Message::Drag(x, y) => mouse::drag(model, x, y),
        _ => model.held = None,
    }
    Effect::None
}

fn resize(model: &mut Model, width: u16, height: u16) {
    (model.width, model.height) = (width, height);
    sift::apply(model);
    columns::show_article(model, ArticleId(model.column as u32));
    help::settle(model);
    cursor::settle(model);
}

/// How many lines the focused pane shows.
fn pane_height(model: &Model) -> usize {
    let areas = areas::areas(model);
    let height = match (&model.mode, model.pane) {
        (Mode::Help { .. }, _) => lines::help::area(model).height.saturating_sub(2),
        (mode, _) if mode.is_menu() => menu::rows(model),
        (_, Pane::Text) => areas.body.height,
        (_, Pane::Findings) if areas::has_side(model) => areas.side.height,
        (_, Pane::Findings | Pane::Detail) => areas.lower.height,
    };
    usize::from(height)
}

fn step(model: &mut Model, way: Way) {
    match (&model.mode, model.pane) {
        (mode, _) if mode.is_menu() => menu::step(model, way),
        (Mode::Prompt { .. }, _) => prompt::step(model, way),
        (Mode::Read, Pane::Text) => cursor::step_row(model, way),
        (Mode::Read, Pane::Findings) => findings::step_finding(model, way, false),
        _ => scroll(model, way, 1),
    }
}

fn scroll(model: &mut Model, way: Way, lines: usize) {
    match (&model.mode, model.pane) {
        (Mode::Help { .. }, _) => help::scroll(model, way, lines),
        (mode, _) if mode.is_menu() => menu::scroll(model, way, lines),
        (_, Pane::Text) => cursor::scroll(model, way, lines),
        (_, Pane::Detail) => cursor::scroll_detail(model, way, lines),
        (_, Pane::Findings) => {
            let last = model.findings.len().saturating_sub(1);
            let at = model.finding_place().unwrap_or(0);
            let to = match way {
                Way::On => at.saturating_add(lines).min(last),
                Way::Back => at.saturating_sub(lines),
            };
            if to == at && model.finding.is_some() {
                model.tell(if way == Way::On {
                    "last finding"
                } else {
                    "first finding"
                });
            }
            select_listed(model, to);
        }
    }
}

fn end(model: &mut Model, way: Way) {
    match (&model.mode, model.pane) {
        (Mode::Read, Pane::Text) => cursor::end(model, way),
        (Mode::Read, Pane::Findings) => {
            let last = model.findings.len().saturating_sub(1);
            select_listed(model, if way == Way::On { last } else { 0 });
        }
        // As far as it goes.
        _ => scroll(model, way, usize::from(u16::MAX)),
    }
}

fn select_listed(model: &mut Model, place: usize) {
    match model.findings.get(place).copied() {
        Some(id) => findings::select_finding(model, id),
        None => model.tell("no findings to go to"),
    }
}

fn open(model: &mut Model) {
    match model.pane {
        Pane::Text if model.view != View::Text => views::read(model),
        Pane::Findings => {
            model.pane = Pane::Text;
            if model.view != View::Text {
                views::read(model);
            }
        }
        Pane::Text => {
            model.pane = Pane::Detail;
            model.open = true;
        }
        Pane::Detail if !model.open => model.open = true,
        Pane::Detail => jumps::far(model),
    }
    cursor::settle(model);
}

fn toggle(model: &mut Model, class: Class) {
    model.filter.toggle(class);
    sift::apply(model);
    let shown = model.filter.shows(class);
    let state = if shown { "shown" } else { "hidden" };
    let told = match class {
        Class::Furniture => {
            let blocks: usize = model
                .story
                .articles
                .iter()
                .map(|a| a.furniture().count())
                .sum();
            match (blocks, shown) {
                (0, _) => "no furniture was found".to_owned(),
                (_, true) => {
                    format!(
                        "furniture is shown after the last row: {}",
                        count(blocks, "block")
                    )
                }
                (_, false) => "furniture is hidden".to_owned(),
            }
        }
        Class::Verdict(verdict) => {
            let word = verdict.word();
            let rows = count(model.story.count(verdict), "row");
            let hidden = !model.filter.hidden.is_empty();
            let key = model.key(Message::ShowAll);
            let all = hidden.then(|| format!(": {key} shows all"));
            format!("{rows} \"{word}\" {state}{}", all.unwrap_or_default())
        }
    };
    model.tell(told);
}

/// To the next pane.
fn step_pane(model: &mut Model, way: Way) {
    const PANES: [Pane; 3] = [Pane::Text, Pane::Findings, Pane::Detail];
    let at = PANES
        .iter()
        .position(|pane| *pane == model.pane)
        .unwrap_or(0);
    let next = match way {
        Way::On => (at + 1) % PANES.len(),
        Way::Back => (at + PANES.len() - 1) % PANES.len(),
    };
    model.pane = PANES.get(next).copied().unwrap_or(Pane::Text);
    cursor::settle(model);
}
