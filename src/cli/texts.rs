//! What the help says beside the options.

pub(super) const ABOUT: &str = "Sets several outlets' articles on one event side by side: what they agree on, \
                     tell differently, and leave out.";

pub(super) const ARTICLES_HELP: &str = "\
An ARTICLE is a file (text, saved web page, web archive, Markdown, JSON), a folder of such files, a \
story file (story.toml), a web address, or \"-\" for standard input; NAME=ARTICLE names the outlet.";

pub(super) const REPORT_EXAMPLES: &str = "\
Examples:
  parallax report post.txt times.txt | less
          linear text, to be read from top to bottom or aloud
  parallax report -o story.html story/
          one page for browsers, with the passages side by side
  parallax report -f markdown --only number,quote_altered story/
          for a wiki or a mail: where numbers and quotations differ
  parallax report -o checked.html --only reviewed story/
          what you went through: findings that you confirmed, rows that you reviewed
  parallax report -o findings.csv story/
          a finding a row, with empty columns for whoever codes them
  parallax report --worksheet -o sheet.html story/
  parallax report --key -o key.html story/
          a teaching sheet, and its answers";

pub(super) const STORIES_HELP: &str = "\
A line of the input is a JSON object such as
  {\"story\": \"ferry\", \"articles\": [\"post.txt\", \"Elm Times=times.txt\"]}
and becomes a line of the output: the JSON report with its \"story\", or the story's \"error\".
Corrections beside the articles are applied, or those that \"session\": \"FILE\" names.

Exit status: 0 all stories compared; 2 some could not be.";

pub(super) const AGREEMENT_HELP: &str = "\
For each kind of judgement (verdicts of rows, findings, pairs of passages, blocks): how many units \
both readers judged, on what share of them they agree, Cohen's kappa (Cohen 1960), and what they \
disagree on. A row that was reviewed and left as it is counts as judged like the machine's.

Exit status: 0 done; 1 disagreements found (with --exit-code); 2 trouble.";

pub(super) const TRAIN_HELP: &str = "\
A story is a folder with a gold.json:
  {\"documents\": [{\"file\": \"a.txt\", \"sentences\": [{\"text\": \"...\"}]}, ...],
   \"pairs\": [{\"a\": [\"a.txt\", 0], \"b\": [\"b.txt\", 3], \"strength\": 2}]}
The pairs are those that readers found to tell the same, by the numbers of their sentences from 0;
the strength is 2 for the whole fact and 1 for a part of it. The weights take effect when they
replace those in src/align/data/pair_model.txt and the program is built again.";

pub(super) const CONFIG_HELP: &str = "\
What is printed is a settings file that asks for just that. An option is taken from the command
line, else from the environment (PARALLAX_THEME and so on, NO_COLOR), else from the settings file,
else it is the usual one.";

pub(super) const EXAMPLES: &str = "\
Examples:
  parallax post.txt times.txt
          read two articles side by side
  parallax \"Harbour Post=a.txt\" \"Elm Times=b.txt\" story/
          name the outlets; take every article in a folder
  parallax report post.txt times.txt | less
          the same as plain text
  parallax report -o story.html story/
          one page for browsers, side by side
  parallax report -o story.json story/
          everything, for other programs
  parallax report --fail-on number,quote_altered story/
          exit with 1 if numbers or quotations differ
  parallax inspect post.txt
          how a file was read, and what was set aside

Exit status: 0 done; 1 differences found (with --exit-code or --fail-on); 2 trouble.";
