//! Options and keys: from the command line, else the environment, else the settings file, else as
//! usual.

mod file;
mod values;

use super::args::{Cli, Command, LookArgs, ScreenArgs, When};
use super::error::{Error, printable};
use super::options::{Surroundings, place};
use crate::model::Vocabulary;
use crate::report::Look;
use crate::tui::state::remap::actions;
use crate::tui::{Keymap, Options, Palette, Start};
use clap::ValueEnum;
use file::File;
use std::io::{self, Write};
use values::{LAYOUTS, ground, layout, switch, theme, when, width};

/// Who chose a value.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Whence {
    /// Nobody: it is the usual one, for this reason.
    Usual(&'static str),
    /// The settings file.
    File,
    /// A variable of the environment.
    Environment(String),
    /// An option on the command line.
    Flag(String),
}

/// A value and who chose it.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Chosen<T> {
    value: T,
    whence: Whence,
}

/// What is in force.
#[derive(Clone, Debug)]
pub(super) struct Preferences {
    file: File,
    theme: Chosen<Palette>,
    colour: Chosen<When>,
    ascii: Chosen<bool>,
    mouse: Chosen<bool>,
    watch: Chosen<bool>,
    width: Chosen<Option<u16>>,
    layout: Chosen<Option<Start>>,
    keymap: Keymap,
}

impl Preferences {
    /// What is in force for a command, which is told its look; `env` gives what a variable of the
    /// environment holds.
    pub(super) fn read(
        cli: &mut Cli,
        here: Surroundings,
        env: &dyn Fn(&str) -> Option<String>,
    ) -> Result<Self, Error> {
        let (look, screen) = match &mut cli.command {
            None => (&mut cli.look, Some(&cli.screen)),
            Some(Command::Report(typed)) => (&mut typed.look, None),
            Some(Command::Inspect(typed)) => (&mut typed.look, None),
            Some(Command::Config(typed)) => (&mut typed.look, Some(&typed.screen)),
            _ => return Self::of(&LookArgs::default(), None, here, &|_| None, File::default()),
        };
        let file = File::read(look.config.as_deref())?;
        let preferences = Self::of(look, screen, here, env, file)?;
        look.color = Some(preferences.colour.value);
        look.width = preferences.width.value;
        look.ascii |= preferences.ascii.value && preferences.ascii.whence.rank() >= FILE;
        Ok(preferences)
    }

    fn of(
        look: &LookArgs,
        screen: Option<&ScreenArgs>,
        here: Surroundings,
        env: &dyn Fn(&str) -> Option<String>,
        file: File,
    ) -> Result<Self, Error> {
        let asked = Asked { env, file: &file };
        let typed = |of: fn(&ScreenArgs) -> &Option<String>| screen.and_then(|it| of(it).clone());
        let colour = asked.colour(look)?;
        let theme = asked.theme(typed(|it| &it.theme), &colour, here)?;
        let flag = look.ascii.then(|| "true".to_owned());
        let locale = if here.ascii { "the locale" } else { "default" };
        let ascii = asked.choose("ascii", flag, switch, Whence::Usual(locale))?;
        let remote = if here.remote { "over ssh" } else { "default" };
        let mouse = asked.choose(
            "mouse",
            typed(|it| &it.mouse),
            switch,
            Whence::Usual(remote),
        )?;
        let flag = screen.is_some_and(|it| it.watch);
        let flag = flag.then(|| "true".to_owned());
        let watch = asked.choose("watch", flag, switch, Whence::Usual("default"))?;
        let columns = look.width.map(|it| it.to_string());
        let width = asked.choose("width", columns, width, Whence::Usual("default"))?;
        let fits = Whence::Usual("what fits");
        let layout = asked.choose("layout", typed(|it| &it.layout), layout, fits)?;
        Ok(Self {
            keymap: file.keymap()?,
            theme,
            colour,
            ascii: ascii.or(here.ascii),
            mouse: mouse.or(!here.remote),
            watch: watch.or(false),
            width: width.map(Option::flatten),
            layout: layout.map(Option::flatten),
            file,
        })
    }

    /// What the split view is drawn with.
    pub(super) fn options(&self) -> Options {
        Options {
            watch: self.watch.value,
            place: place(),
            palette: self.theme.value,
            keymap: self.keymap.clone(),
            start: self.layout.value,
            ascii: self.ascii.value,
            mouse: self.mouse.value,
        }
    }

    /// The words that the user adds to the word lists.
    pub(super) const fn words(&self) -> &Vocabulary {
        &self.file.words
    }

    /// The look of reports that are written into files.
    pub(super) fn file_look(&self) -> Look {
        let usual = Look::default();
        Look {
            width: self.width.value.map_or(usual.width, usize::from),
            ascii: self.ascii.value && self.ascii.whence.rank() >= FILE,
            ..usual
        }
    }

    /// Writes what is in force as a settings file that asks for it, with who chose each value.
    pub(super) fn write(&self, out: &mut dyn Write) -> io::Result<()> {
        let path = self.file.path.as_ref().map(|it| it.display().to_string());
        let there = if self.file.exists {
            ""
        } else {
            " (there is none)"
        };
        let path = path.map_or_else(|| "no settings folder".to_owned(), |it| printable(&it));
        writeln!(out, "# Settings file: {path}{there}\n")?;
        let text = |value: &str| format!("\"{value}\"");
        let colour = self.colour.value.to_possible_value();
        let colour = colour.map_or_else(String::new, |it| it.get_name().to_owned());
        let width = self
            .width
            .value
            .map_or_else(|| text("auto"), |it| it.to_string());
        let mut layouts = LAYOUTS.iter();
        let layout = layouts.find(|(_, layout)| *layout == self.layout.value);
        let layout = layout.map_or("auto", |(name, _)| name);
        for (name, value, whence) in [
            ("theme", text(self.theme.value.name()), &self.theme.whence),
            ("colour", text(&colour), &self.colour.whence),
            ("ascii", self.ascii.value.to_string(), &self.ascii.whence),
            ("mouse", self.mouse.value.to_string(), &self.mouse.whence),
            ("watch", self.watch.value.to_string(), &self.watch.whence),
            ("width", width, &self.width.whence),
            ("layout", text(layout), &self.layout.whence),
        ] {
            let option = format!("{name} = {value}");
            writeln!(out, "{option:<40}# {}", whence.words())?;
        }
        let words = &self.file.words;
        for (name, list) in [
            ("furniture", &words.furniture),
            ("speech_verbs", &words.speech_verbs),
        ] {
            let list: Vec<String> = list.iter().map(|it| quoted(it)).collect();
            let option = format!("{name} = [{}]", list.join(", "));
            writeln!(out, "{option:<40}# added to the word lists")?;
        }
        writeln!(out, "\n[names]")?;
        for names in &words.names {
            let names: Vec<String> = names.iter().map(|it| quoted(it)).collect();
            if let Some((form, others)) = names.split_first() {
                writeln!(out, "{form} = [{}]", others.join(", "))?;
            }
        }
        writeln!(out, "\n[keys]")?;
        for (name, binding) in actions() {
            let keys = self.keymap.keys(binding).iter();
            let keys: Vec<String> = keys.map(|key| format!("{:?}", key.name())).collect();
            let whence = match self.keymap.changed(name) {
                Some(_) => Whence::File.words(),
                None => "default".to_owned(),
            };
            let action = format!("{name} = [{}]", keys.join(", "));
            writeln!(out, "{action:<40}# {whence}: {}", binding.help)?;
        }
        Ok(())
    }
}

/// A text as TOML has it, without what must not reach a terminal.
fn quoted(text: &str) -> String {
    toml::Value::String(printable(text)).to_string()
}

/// The rank of the settings file.
const FILE: u8 = 1;

impl Whence {
    /// How much it has to say; who has more goes before.
    const fn rank(&self) -> u8 {
        match self {
            Self::Usual(_) => 0,
            Self::File => FILE,
            Self::Environment(_) => 2,
            Self::Flag(_) => 3,
        }
    }

    fn words(&self) -> String {
        match self {
            Self::Usual(reason) => (*reason).to_owned(),
            Self::File => "settings file".to_owned(),
            Self::Environment(name) => format!("environment: {name}"),
            Self::Flag(name) => format!("command line: --{name}"),
        }
    }
}

impl<T> Chosen<Option<T>> {
    fn or(self, usual: T) -> Chosen<T> {
        self.map(|value| value.unwrap_or(usual))
    }
}

impl<T> Chosen<T> {
    fn map<U>(self, to: impl FnOnce(T) -> U) -> Chosen<U> {
        Chosen {
            value: to(self.value),
            whence: self.whence,
        }
    }
}

/// What a text stands for, or what it should have been.
type Parse<T> = fn(&str) -> Result<T, String>;

/// Everything that asks for something but the command line.
struct Asked<'a> {
    env: &'a dyn Fn(&str) -> Option<String>,
    file: &'a File,
}

impl Asked<'_> {
    /// When to use colours.
    fn colour(&self, look: &LookArgs) -> Result<Chosen<When>, Error> {
        let typed = look.color.and_then(|it| it.to_possible_value());
        let typed = typed.map(|it| it.get_name().to_owned());
        let chosen = self.choose("colour", typed, when, Whence::Usual("default"))?;
        let never = (self.env)("NO_COLOR").is_some_and(|it| !it.is_empty());
        if never && chosen.whence.rank() <= FILE {
            return Ok(Chosen {
                value: When::Never,
                whence: Whence::Environment("NO_COLOR".to_owned()),
            });
        }
        Ok(chosen.or(When::Auto))
    }

    /// The theme: mono where no colours are wanted, by somebody who has more to say.
    fn theme(
        &self,
        typed: Option<String>,
        colour: &Chosen<When>,
        here: Surroundings,
    ) -> Result<Chosen<Palette>, Error> {
        let ground = (self.env)("COLORFGBG").and_then(|it| ground(&it));
        let usual = match ground {
            Some(_) => "COLORFGBG tells the ground",
            None => "default",
        };
        let chosen = self.choose("theme", typed, theme, Whence::Usual(usual))?;
        let chosen = chosen.map(Option::flatten).or(ground.unwrap_or_default());
        let mono = |whence| Chosen {
            value: Palette::Mono,
            whence,
        };
        let colourless = here.terminal && !here.colour;
        Ok(match colour.value {
            When::Never if colour.whence.rank() >= chosen.whence.rank() => {
                mono(colour.whence.clone())
            }
            When::Auto if colourless && chosen.whence.rank() <= FILE => {
                mono(Whence::Environment("TERM or CLICOLOR".to_owned()))
            }
            _ => chosen,
        })
    }

    /// The value of an option: that of the command line, else of the environment, else of the file;
    /// none is the usual one.
    fn choose<T>(
        &self,
        name: &str,
        typed: Option<String>,
        parse: Parse<T>,
        usual: Whence,
    ) -> Result<Chosen<Option<T>>, Error> {
        let variable = format!("PARALLAX_{}", name.to_uppercase());
        let said = [
            typed.map(|text| (text, Whence::Flag(name.replace("colour", "color")))),
            (self.env)(&variable).map(|text| (text, Whence::Environment(variable.clone()))),
            self.file
                .options
                .get(name)
                .map(|text| (text.clone(), Whence::File)),
        ];
        let Some((text, whence)) = said.into_iter().flatten().next() else {
            return Ok(Chosen {
                value: None,
                whence: usual,
            });
        };
        let place = match &whence {
            Whence::Flag(name) => format!("--{name}"),
            Whence::Environment(name) => name.clone(),
            _ => format!("{}: {name}", self.file.name()),
        };
        let value = parse(&text).map_err(|wanted| {
            Error::new(format!("{place} cannot be “{text}”")).hint(format!("it can be {wanted}"))
        })?;
        Ok(Chosen {
            value: Some(value),
            whence,
        })
    }
}
