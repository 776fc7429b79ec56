//! Synthetic stories: as many outlets and sentences as asked for, the same each time.
//!
//! An event is a list of pieces, each told by a template with its own number, person and place. An
//! outlet tells most of them: word for word, with a number changed, in other words, moved a little,
//! or not at all; the rest of its text are pieces of its own.

use parallax::load;
use parallax::model::{Article, ArticleId};

/// How one piece is told: two wordings of the same.
const TEMPLATES: [[&str; 2]; 10] = [
    [
        "The {what} in {place} will be closed for {n} days, {who} said on Monday.",
        "{who} announced on Monday that {place} has to do without its {what} for {n} days.",
    ],
    [
        "“We found {n} cracks in the {what} and cannot take any risk,” said {who}, who lives in {place}.",
        "“We found {n} cracks in the {what} and will not run any risk,” {who} told reporters in {place}.",
    ],
    [
        "At least {n} people were brought from the {what} to the clinic of {place}, according to {who}.",
        "{who} put the number of people treated at the clinic of {place} after the accident at the {what} at {n}.",
    ],
    [
        "Repairs to the {what} of {place} are expected to cost {n} million crowns, a paper by {who} shows.",
        "The bill for a new {what} in {place} comes to {n} million crowns, {who} reckons.",
    ],
    [
        "Some {n} per cent of the households in {place} depend on the {what}, said {who}.",
        "{who} said that the {what} serves {n} percent of all homes in {place}.",
    ],
    [
        "{who} is alleged to have known of the faults in the {what} at {place} for {n} months.",
        "For {n} months {who} knew of the faults in the {what} at {place}, the inquiry confirmed.",
    ],
    [
        "The council of {place} did not vote on the {what}, although {who} had asked for it {n} times.",
        "{n} times {who} had asked the council of {place} in vain for a vote on the {what}.",
    ],
    [
        "“Nobody in {place} was told about the {what},” {who} said. It was the talk of {n} shops by noon.",
        "{who} complained that nobody in {place} had been told about the {what}, the talk of {n} shops by noon.",
    ],
    [
        "Police counted {n} cars on the road from {place} to the {what}, twice as many as {who} had feared.",
        "On the road between the {what} and {place} stood {n} cars, and {who} had feared half as many.",
    ],
    [
        "On 14 May {who} will open a second {what} near {place}, which has room for {n} visitors.",
        "A second {what} near {place} with room for {n} visitors is to be opened on 14 May by {who}.",
    ],
];

/// Names are made of syllables, so that most are as rare as names in the news are.
const SYLLABLES: [[&str; 16]; 3] = [
    [
        "Al", "Bre", "Ca", "Dor", "El", "Fen", "Gro", "Hal", "Ir", "Kel", "Lu", "Mar", "Ny", "Os",
        "Pra", "Sel",
    ],
    [
        "ba", "dri", "ga", "len", "mi", "no", "par", "qui", "ri", "sa", "to", "un", "vel", "wa",
        "xi", "zo",
    ],
    [
        "beck", "dane", "ford", "gard", "ham", "kov", "lin", "mont", "nett", "rel", "stad", "tal",
        "vik", "well", "wick", "zard",
    ],
];

const THINGS: [&str; 17] = [
    "bridge",
    "ferry",
    "reservoir",
    "tunnel",
    "market hall",
    "lighthouse",
    "school",
    "tram line",
    "harbour",
    "library",
    "pump house",
    "stadium",
    "cable car",
    "dairy",
    "museum",
    "airfield",
    "lock",
];

/// A small generator of our own, so that a bench measures the same text on every machine.
struct Dice(u64);

impl Dice {
    /// A number below `sides`. The constants are those of Knuth's MMIX generator.
    fn roll(&mut self, sides: usize) -> usize {
        let next = self.0.wrapping_mul(6_364_136_223_846_793_005);
        self.0 = next.wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % sides.max(1)
    }

    fn pick<T: Copy>(&mut self, from: &[T]) -> Option<T> {
        from.get(self.roll(from.len())).copied()
    }
}

/// One piece of news: a template and what fills it.
#[derive(Clone)]
struct Piece {
    template: [&'static str; 2],
    who: String,
    place: String,
    what: &'static str,
    n: usize,
}

impl Piece {
    fn new(dice: &mut Dice) -> Self {
        let mut name = || -> String {
            let parts = SYLLABLES.iter().filter_map(|part| dice.pick(part));
            parts.collect()
        };
        let (who, place) = (format!("{} {}", name(), name()), name());
        Self {
            template: dice.pick(&TEMPLATES).unwrap_or_default(),
            who,
            place,
            what: dice.pick(&THINGS).unwrap_or_default(),
            n: 2 + dice.roll(90),
        }
    }

    /// The piece told in the first or the second wording, with `n` for its number.
    fn told(&self, wording: bool, n: usize) -> String {
        let [first, second] = self.template;
        let template = if wording { second } else { first };
        template
            .replace("{who}", &self.who)
            .replace("{place}", &self.place)
            .replace("{what}", self.what)
            .replace("{n}", &n.to_string())
    }
}

/// What an outlet makes of the event.
fn retold(event: &[Piece], dice: &mut Dice) -> Vec<String> {
    let mut told = Vec::new();
    for piece in event {
        match dice.roll(10) {
            0..4 => told.push(piece.told(false, piece.n)),
            4..6 => told.push(piece.told(true, piece.n)),
            6 => told.push(piece.told(dice.roll(2) == 1, piece.n + 1 + dice.roll(5))),
            7 => {
                let at = told.len().saturating_sub(dice.roll(8));
                told.insert(at, piece.told(true, piece.n));
            }
            // Left out; something else stands there.
            _ => told.push(Piece::new(dice).told(false, dice.roll(90))),
        }
    }
    told
}

/// The text of a file: headline, byline, paragraphs of three sentences, a credit.
fn page(event: &[Piece], dice: &mut Dice) -> String {
    let headline = event.first().map_or_else(String::new, |piece| {
        format!("{} shut: {} under fire", piece.what, piece.who)
    });
    let mut page = format!("{headline}\n\nBy {} {}\n\n", "Ada", "Quillfeather");
    for paragraph in retold(event, dice).chunks(3) {
        page += &paragraph.join(" ");
        page += "\n\n";
    }
    page + "Photo: Press Office, archive\n"
}

/// The files of `outlets` outlets that each tell about `sentences` sentences of one event.
pub(crate) fn pages(outlets: u64, sentences: usize) -> Vec<String> {
    let mut dice = Dice(outlets << 32 | sentences as u64);
    let event: Vec<Piece> = (0..sentences).map(|_| Piece::new(&mut dice)).collect();
    (0..outlets).map(|_| page(&event, &mut dice)).collect()
}

/// The articles in such files.
pub(crate) fn articles(pages: &[String]) -> Vec<Article> {
    let read = |(id, page): (u32, &String)| {
        let name = format!("outlet-{id}.txt");
        load::article(ArticleId(id), &name, None, page.as_bytes()).ok()
    };
    (0..).zip(pages).filter_map(read).collect()
}
