//! The key table: every key, what it asks for, and how the help and the footer word it.

use super::actions::NAMES;
use super::closely::Nicety;
use super::key::Key;
use super::keys::Keymap;
use super::message::Way::{Back, On};
use super::message::{Class, Clip, Message, Prompt};
use super::model::{Mode, Model, Pane};
use super::view::View;
use crate::model::RowVerdict;
use Context::{Closely, Copying, Detail, Findings, Help, Line, Look, Menu, Text};
use Key::{Char, Ctrl};

/// What takes a key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Context {
    /// The text pane.
    Text,
    /// The other views than the text.
    Look,
    /// The findings pane.
    Findings,
    /// The detail pane.
    Detail,
    /// The filter menu.
    Menu,
    /// The menu of how closely wording is compared.
    Closely,
    /// The question what to copy.
    Copying,
    /// The line that is being typed.
    Line,
    /// The help.
    Help,
}

/// One entry of the key table.
#[derive(Clone, Copy, Debug)]
pub struct Binding {
    /// Where it works.
    pub contexts: &'static [Context],
    /// The keys, the usual one first.
    pub keys: &'static [Key],
    /// What they ask for.
    pub message: Message,
    /// What that does, for the help.
    pub help: &'static str,
    /// Its word in the footer, if it stands there; neighbours with the same word share it.
    pub foot: &'static str,
}

impl Binding {
    /// What the settings call it; entries of one name have the same keys. None where the keys stay
    /// as they are: those that work while a line is typed, of which some lead out of everything,
    /// and those that something has in one place beside its usual ones.
    pub fn name(&self) -> Option<&'static str> {
        let named = NAMES.iter().find(|(_, message)| *message == self.message);
        let typing = |it: &&Self| it.contexts.contains(&Line);
        let same = BINDINGS.iter().filter(|it| it.message == self.message);
        let main = same
            .filter(|it| !typing(it))
            .max_by_key(|it| it.contexts.len());
        let fixed = typing(&self) || main.is_none_or(|it| it.keys != self.keys);
        named.map(|(name, _)| *name).filter(|_| !fixed)
    }

    /// What to call it in a sentence.
    pub fn what(&self) -> &'static str {
        self.name().unwrap_or(self.help)
    }
}

impl Context {
    /// All of them, in the order of the help.
    pub const ALL: [Self; 9] = [
        Text, Look, Findings, Detail, Menu, Closely, Copying, Line, Help,
    ];

    /// What takes the keys now.
    pub const fn of(model: &Model) -> Self {
        match &model.mode {
            Mode::Prompt { .. } => Line,
            Mode::Menu { .. } | Mode::Judge { .. } => Menu,
            Mode::Closely { .. } => Closely,
            Mode::Copy => Copying,
            Mode::Help { .. } => Help,
            Mode::Read => Self::below(model),
        }
    }

    /// What takes the keys when nothing lies over the panes.
    pub const fn below(model: &Model) -> Self {
        match model.pane {
            Pane::Text if !matches!(model.view, View::Text) => Look,
            Pane::Text => Text,
            Pane::Findings => Findings,
            Pane::Detail => Detail,
        }
    }

    /// Its heading in the help.
    pub const fn heading(self) -> &'static str {
        match self {
            Text => "In the text",
            Look => "In the matrix, the quotes, the overview, the article",
            Findings => "In the list of findings",
            Detail => "In the detail of a row",
            Menu => "In a menu",
            Closely => "In the menu of what counts as alike (verdicts do not change by wording)",
            Copying => "When asked what to copy",
            Line => "While typing",
            Help => "In this help",
        }
    }
}

const PANES: &[Context] = &[Text, Look, Findings, Detail];
const BESIDE: &[Context] = &[Text, Look, Detail];
const PAGES: &[Context] = &[Text, Look, Findings, Detail, Help];
const LAYERS: &[Context] = &[Text, Look, Findings, Detail, Menu, Closely, Help];
const MENUS: &[Context] = &[Menu, Closely];
const ALL: &[Context] = &Context::ALL;

const fn bind(
    contexts: &'static [Context],
    keys: &'static [Key],
    message: Message,
    help: &'static str,
    foot: &'static str,
) -> Binding {
    Binding {
        contexts,
        keys,
        message,
        help,
        foot,
    }
}

const fn toggle(key: &'static [Key], verdict: RowVerdict, help: &'static str) -> Binding {
    bind(
        PANES,
        key,
        Message::Toggle(Class::Verdict(verdict)),
        help,
        "show/hide",
    )
}

/// The key table.
///
/// `n` and `N` belong to the search alone. Keys that need `AltGr` on some keyboards (`[ ] { }`)
/// have others beside them. Space pages, as in every reader. Capitals do the wider or the reverse.
#[rustfmt::skip]
pub const BINDINGS: &[Binding] = &[
    bind(&[Text], &[Char('j'), Key::Down], Message::Step(On), "next row", "row"),
    bind(&[Text], &[Char('k'), Key::Up], Message::Step(Back), "previous row", "row"),
    bind(&[Look], &[Char('j'), Key::Down], Message::Step(On), "next line", "line"),
    bind(&[Look], &[Char('k'), Key::Up], Message::Step(Back), "previous line", "line"),
    bind(&[Look], &[Key::Enter], Message::Open, "read it in the text", "read"),
    bind(&[Findings], &[Char('j'), Key::Down], Message::Step(On), "next finding", "finding"),
    bind(&[Findings], &[Char('k'), Key::Up], Message::Step(Back), "previous finding", "finding"),
    bind(&[Detail, Help], &[Char('j'), Key::Down], Message::Step(On), "down a line", "line"),
    bind(&[Detail, Help], &[Char('k'), Key::Up], Message::Step(Back), "up a line", "line"),
    bind(MENUS, &[Char('j'), Key::Down], Message::Step(On), "next entry", "entry"),
    bind(MENUS, &[Char('k'), Key::Up], Message::Step(Back), "previous entry", "entry"),
    bind(MENUS, &[Char(' '), Key::Enter], Message::Choose, "choose the entry, or switch it on or off", "choose"),
    bind(MENUS, &[Key::PageDown], Message::Page(On), "a page of entries down", ""),
    bind(MENUS, &[Key::PageUp], Message::Page(Back), "a page of entries up", ""),
    bind(MENUS, &[Char('g'), Key::Home], Message::End(Back), "to the first entry", ""),
    bind(MENUS, &[Char('G'), Key::End], Message::End(On), "to the last entry", ""),
    bind(BESIDE, &[Char(']'), Char('.')], Message::Finding(On), "next finding", "finding"),
    bind(BESIDE, &[Char('['), Char(',')], Message::Finding(Back), "previous finding", "finding"),
    bind(&[Findings], &[Char(']'), Char('.')], Message::Finding(On), "next finding", ""),
    bind(&[Findings], &[Char('['), Char(',')], Message::Finding(Back), "previous finding", ""),
    bind(PANES, &[Char('}'), Char('J')], Message::SameKind(On), "next finding of the same kind", ""),
    bind(PANES, &[Char('{'), Char('K')], Message::SameKind(Back), "previous finding of the same kind", ""),
    bind(PANES, &[Char(':'), Ctrl('p')], Message::Ask(Prompt::Command), "any command by its words; a finding by its number", ""),
    bind(&[Help], &[Char('/')], Message::Ask(Prompt::Help), "search this help", "search"),
    bind(&[Help], &[Char(':'), Key::Enter], Message::Ask(Prompt::Command), "any command by its words", ""),
    bind(&[Text], &[Key::Enter], Message::Open, "open the detail of the row", "detail"),
    bind(&[Findings], &[Key::Enter], Message::Open, "read the finding in the text", "read"),
    bind(&[Detail], &[Key::Enter], Message::Open, "enlarge; then go to where it is told elsewhere", "enlarge"),
    bind(PAGES, &[Char(' '), Key::PageDown], Message::Page(On), "page down", ""),
    bind(PAGES, &[Char('b'), Key::PageUp], Message::Page(Back), "page up", ""),
    bind(PAGES, &[Ctrl('d')], Message::HalfPage(On), "half a page down", ""),
    bind(PAGES, &[Ctrl('u')], Message::HalfPage(Back), "half a page up", ""),
    bind(PAGES, &[Ctrl('e')], Message::Line(On), "a line down", ""),
    bind(PAGES, &[Ctrl('y')], Message::Line(Back), "a line up", ""),
    bind(PAGES, &[Char('g'), Key::Home], Message::End(Back), "to the beginning", ""),
    bind(PAGES, &[Char('G'), Key::End], Message::End(On), "to the end", ""),
    bind(PANES, &[Char('l'), Key::Right], Message::Column(On), "next outlet: turns the columns; unified: next pair", ""),
    bind(PANES, &[Char('h'), Key::Left], Message::Column(Back), "previous outlet, or pair", ""),
    bind(PANES, &[Key::Tab], Message::Pane(On), "next pane: text, findings, detail", "pane"),
    bind(PANES, &[Key::BackTab], Message::Pane(Back), "previous pane", ""),
    toggle(&[Char('1')], RowVerdict::Diverge, "show or hide rows that diverge"),
    toggle(&[Char('2')], RowVerdict::Partial, "show or hide rows told by some"),
    toggle(&[Char('3')], RowVerdict::Single, "show or hide rows told by one"),
    toggle(&[Char('4')], RowVerdict::Agree, "show or hide rows that agree"),
    toggle(&[Char('5')], RowVerdict::Unsure, "show or hide unsure rows"),
    bind(PANES, &[Char('6')], Message::Toggle(Class::Furniture), "show or hide furniture: text that is not the article", "show/hide"),
    bind(PANES, &[Char('0')], Message::ShowAll, "show all rows", ""),
    bind(PANES, &[Char('/')], Message::Ask(Prompt::Search), "search; a capital letter makes case count", "search"),
    bind(PANES, &[Char('n')], Message::Hit(On), "next place found", ""),
    bind(PANES, &[Char('N')], Message::Hit(Back), "previous place found", ""),
    bind(PANES, &[Char('&')], Message::Ask(Prompt::Filter), "only findings that hold some words", ""),
    bind(PANES, &[Char('f')], Message::Menu, "filter findings by kind, outlet, speaker and name", ""),
    bind(&[Text, Look, Findings, Detail, Menu], &[Char('F')], Message::ClearFilters, "take all filters off", ""),
    bind(&[Text, Look, Findings, Detail, Closely], &[Char('i')], Message::Closely, "ignore in the wording: case, punctuation, typography, word forms; changed letters; chance from which links are claimed", ""),
    bind(&[Closely], &[Char('c')], Message::Ignore(Nicety::Case), "ignore case in the wording, or mark it", "case"),
    bind(&[Closely], &[Char('p')], Message::Ignore(Nicety::Punctuation), "ignore punctuation in the wording, or mark it", "punctuation"),
    bind(&[Closely], &[Char('t')], Message::Ignore(Nicety::Typography), "ignore typography in the wording (forms of quotes and dashes), or mark it", "typography"),
    bind(&[Closely], &[Char('f')], Message::Ignore(Nicety::Forms), "ignore word forms in the wording (strike, strikes), or mark them", "forms"),
    bind(&[Closely], &[Char('l')], Message::Ignore(Nicety::Letters), "mark changed letters in words that are alike, or whole words", "letters"),
    bind(&[Closely], &[Char('+'), Key::Right], Message::Claim(On), "claim links from a higher chance on: fewer and surer pairs; the story is compared again", "chance"),
    bind(&[Closely], &[Char('-'), Char('_'), Key::Left], Message::Claim(Back), "claim links from a lower chance on: more pairs, less sure; the story is compared again", "chance"),
    bind(PANES, &[Char('v')], Message::Layout, "next layout: split, unified, matrix, stacked", "layout"),
    bind(PANES, &[Char('T')], Message::View(View::Matrix), "table: the matrix of who tells what, and back", "views"),
    bind(PANES, &[Char('L')], Message::View(View::Quotes), "ledger: the quotes by speaker, and back", "views"),
    bind(PANES, &[Char('O')], Message::View(View::Overview), "overview: figures of the whole story, and back", "views"),
    bind(PANES, &[Char('A')], Message::View(View::Original), "article: one outlet's text as it was read, and back", "views"),
    bind(PANES, &[Char('a')], Message::Order, "arrange rows: as the story runs, as the outlet has them, by difference, coverage, shift of place", ""),
    bind(PANES, &[Char('P')], Message::Pair, "pair: two outlets alone, and back to all", ""),
    bind(PANES, &[Char('\'')], Message::Far, "far place: where another outlet tells it, in its own order", ""),
    bind(PANES, &[Char('<'), Key::Backspace], Message::Jump(Back), "back to where you jumped from", ""),
    bind(PANES, &[Char('>')], Message::Jump(On), "forth again", ""),
    bind(PANES, &[Char('+')], Message::Resize(On), "wider columns, or a higher pane", ""),
    bind(PANES, &[Char('_'), Char('-')], Message::Resize(Back), "narrower columns, or a lower pane", ""),
    bind(PANES, &[Char('z')], Message::Fold, "fold or unfold agreeing text", ""),
    bind(PANES, &[Char('d')], Message::Emphasis, "emphasise differing words: in the selected row, in all, in none", ""),
    bind(PANES, &[Char('p')], Message::Nearest, "show the nearest passage where something is not stated, the far one where it is told elsewhere", ""),
    bind(PANES, &[Char('r')], Message::Review, "reviewed: the row, in the list of findings the finding, is right as it is; to the next one", ""),
    bind(PANES, &[Char('o')], Message::Judge, "override the verdict of the row; in the list of findings, reject the finding", ""),
    bind(PANES, &[Char('c')], Message::Ask(Prompt::Note), "comment: a note on the row, in the list of findings on the finding", ""),
    bind(PANES, &[Char(')')], Message::Pick(On), "next sentence of the row, for the keys that follow", ""),
    bind(PANES, &[Char('(')], Message::Pick(Back), "previous sentence of the row", ""),
    bind(PANES, &[Char('m')], Message::Mark, "mark the sentence; mark its counterpart, and Enter pairs them; 0: it matches nothing", ""),
    bind(PANES, &[Char('x')], Message::Cut, "take the sentence out of its row", ""),
    bind(PANES, &[Char('s')], Message::Split, "split the row outlet by outlet; after m: join the two rows", ""),
    bind(PANES, &[Char('B')], Message::Flip, "boilerplate: take the block for furniture, or furniture for the article", ""),
    bind(PANES, &[Char('u')], Message::Undo, "undo the last correction", ""),
    bind(PANES, &[Ctrl('r')], Message::Redo, "redo it", ""),
    bind(PANES, &[Char('S')], Message::Save, "save the corrections now; they are saved after each one, too", ""),
    bind(PANES, &[Char('y')], Message::Copying, "copy quotes, finding, sentence or reference as Markdown", ""),
    bind(&[Copying], &[Char('q')], Message::Copy(Clip::Quote), "the quotes: each outlet's version", "quotes"),
    bind(&[Copying], &[Char('f')], Message::Copy(Clip::Finding), "the finding with its passages", "finding"),
    bind(&[Copying], &[Char('s')], Message::Copy(Clip::Sentence), "what the outlet tells here", "sentence"),
    bind(&[Copying], &[Char('r')], Message::Copy(Clip::Reference), "where it stands", "reference"),
    bind(PANES, &[Char('e')], Message::Edit, "open the sentence in your editor", ""),
    bind(PANES, &[Char('w')], Message::Ask(Prompt::Write), "write a report into a file", ""),
    bind(PANES, &[Char('R'), Key::F(5)], Message::Reload, "read the files again", ""),
    bind(PANES, &[Char('t')], Message::Theme, "next theme: dark, light, colour-blind, high-contrast, mono", ""),
    bind(PANES, &[Char('M')], Message::Mouse, "mouse: listen to it, or leave it to the terminal", ""),
    bind(&[Line], &[Key::Enter], Message::Submit, "done", "done"),
    bind(&[Line], &[Key::Down, Ctrl('n')], Message::Step(On), "next command listed", ""),
    bind(&[Line], &[Key::Up, Ctrl('p')], Message::Step(Back), "previous command listed", ""),
    bind(&[Line], &[Key::Backspace, Ctrl('h')], Message::Erase, "take the last character back", ""),
    bind(&[Line], &[Ctrl('w')], Message::EraseWord, "take the last word back", ""),
    bind(&[Line], &[Ctrl('u')], Message::EraseAll, "take everything back", ""),
    bind(PANES, &[Char('?'), Key::F(1)], Message::Help, "this help", "help"),
    bind(ALL, &[Key::Esc], Message::Back, "back, step by step, to the plain text of all outlets; never quits", ""),
    bind(LAYERS, &[Char('q')], Message::Close, "close what is open, then quit", "quit"),
    bind(PANES, &[Char('Q')], Message::Quit, "quit at once", ""),
    bind(ALL, &[Ctrl('c')], Message::Quit, "quit at once", ""),
    bind(ALL, &[Ctrl('l')], Message::Redraw, "draw the screen anew", ""),
    bind(ALL, &[Ctrl('z')], Message::Suspend, "stop and go to the shell (fg comes back)", ""),
];

/// The entries that work in a context, in order.
pub fn bindings(context: Context) -> impl Iterator<Item = &'static Binding> {
    BINDINGS
        .iter()
        .filter(move |binding| binding.contexts.contains(&context))
}

/// What a key asks for.
pub fn lookup(model: &Model, key: Key) -> Message {
    let context = Context::of(model);
    match (model.keymap.bound(context, key), key) {
        (Some(binding), _) => binding.message,
        (None, Key::Char(c)) if context == Line => Message::Insert(c),
        _ => Message::Unbound(key),
    }
}

impl Keymap {
    /// The keys of an entry of the table, the usual one first.
    pub fn keys(&self, binding: &'static Binding) -> &[Key] {
        let changed = binding.name().and_then(|name| self.changed(name));
        changed.unwrap_or(binding.keys)
    }

    /// The entry of a key in a context.
    pub fn bound(&self, context: Context, key: Key) -> Option<&'static Binding> {
        bindings(context).find(|binding| self.keys(binding).contains(&key))
    }

    /// The first key that asks for a message.
    pub fn key_of(&self, message: Message) -> Option<Key> {
        let mut fits = BINDINGS.iter().filter(|it| it.message == message);
        fits.find_map(|binding| self.keys(binding).first().copied())
    }

    /// The footer of a context: keys and what they do.
    pub fn foot(&self, context: Context) -> Vec<(String, &'static str)> {
        let mut foot: Vec<(Vec<Key>, &'static str)> = Vec::new();
        for binding in bindings(context).filter(|binding| !binding.foot.is_empty()) {
            let Some(key) = self.keys(binding).first() else {
                continue;
            };
            match foot.iter_mut().find(|(_, word)| *word == binding.foot) {
                Some((keys, _)) => keys.push(*key),
                None => foot.push((vec![*key], binding.foot)),
            }
        }
        foot.into_iter()
            .map(|(keys, word)| match keys.as_slice() {
                [one] => (one.to_string(), word),
                [one, two] => (format!("{one}/{two}"), word),
                [first @ Char('0'..='9'), .., last] => (format!("{first}-{last}"), word),
                many => {
                    let keys: Vec<String> = many.iter().map(ToString::to_string).collect();
                    (keys.join("/"), word)
                }
            })
            .collect()
    }
}

impl Model {
    /// The key that asks for a message, as hints name it; where there is none, the one that opens
    /// the commands.
    pub fn key(&self, message: Message) -> String {
        let commands = || self.keymap.key_of(Message::Ask(Prompt::Command));
        let key = self.keymap.key_of(message).or_else(commands);
        key.map(|key| key.to_string()).unwrap_or_default()
    }
}
